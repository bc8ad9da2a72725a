"""A person's state and decisions as JSON, and the version that says whether it can still be believed."""

from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from mainstay import coach, kernel
from mainstay.coach import Decision, Person

STATE_VERSION = 2
"""Raise this where the JSON, or what is kept beside it, changes in a way that the coach's code does not
show."""

_ENCODER = msgspec.json.Encoder()
_PERSON = msgspec.json.Decoder(Person)
_DECISION = msgspec.json.Decoder(Decision)


def state_text(person: Person) -> str:
    """Return a person as JSON. The order of mappings is kept, because the coach walks them in it."""
    return _ENCODER.encode(person).decode()


def person_from(text: str | bytes) -> Person:
    """Return the person again, equal to the one that was written; raise msgspec.ValidationError otherwise."""
    return _PERSON.decode(text)


def decision_text(decision: Decision) -> str:
    """Return a decision as JSON."""
    return _ENCODER.encode(decision).decode()


def decision_from(text: str | bytes) -> Decision:
    """Return the decision again."""
    return _DECISION.decode(text)


def state_version(catalogue_version: str) -> str:
    """Name what a state was made by: this JSON, this content and this coach.

    A state of another version is never read; it is made again from the diary, which is the truth.
    """
    return f"{STATE_VERSION}-{catalogue_version}-{_coach_version()}"


@cache
def _coach_version() -> str:
    """Name the code of coach and kernel, so that nobody has to remember to raise a number with a rule."""
    digest = sha256()
    for room in (coach, kernel):
        for path in sorted(Path(room.__path__[0]).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
