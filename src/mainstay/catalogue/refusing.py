"""What no words of ours may claim, as data, and where they do all the same."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from mainstay.catalogue.fault import Key
from mainstay.catalogue.meaning import Found

_UNREAD = frozenset({"id", "slug", "source", "sources", "covers", "see", "grade"})
"""Keys that hold names and no words."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Words that are not said, as regular expressions without regard to capitals, and why.

    ``rows`` are the rows of the articles (or the section of the evidence notes) in which the claim stands;
    ``says`` are sentences that it catches, ``spares`` near ones that it lets pass. ``mentions`` are refused
    too, save in lessons, which may say what is not so: ``mentioned`` are sentences of that kind.
    """

    id: str
    rows: tuple[str, ...]
    patterns: tuple[str, ...]
    why: str
    says: tuple[str, ...]
    spares: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()

    def found_in(self, text: str, *, may_mention: bool = False) -> str:
        """Return the refused words that a text holds, or nothing; raise re.error where unreadable."""
        patterns = self.patterns if may_mention else (*self.patterns, *self.mentions)
        hit = _any_of(patterns).search(re.sub(r"\s+", " ", text))
        return hit.group() if hit else ""


@cache
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def refusal_faults(refusals: Sequence[Refusal]) -> Found:
    """Yield the refusals that cannot be read, or that do not catch their own examples."""
    for index, refusal in enumerate(refusals):
        path = ("refused", index)
        try:
            missed = [text for text in refusal.says if not refusal.found_in(text, may_mention=True)]
            missed += [text for text in refusal.mentioned if not refusal.found_in(text)]
            near = (*refusal.spares, *refusal.mentioned)
            caught = [text for text in near if refusal.found_in(text, may_mention=True)]
        except re.error as error:
            yield (*path, "patterns"), f"cannot be read: {error}", "mend the expression"
            continue
        if missed or not refusal.says or bool(refusal.mentions) != bool(refusal.mentioned):
            yield (*path, "says"), f"is not caught: {missed}", "give examples that the patterns catch"
        if caught:
            yield (*path, "spares"), f"is caught: {caught}", "narrow the patterns"


def refused_faults(table: object, refusals: Sequence[Refusal], *, may_mention: bool) -> Found:
    """Yield the words of a content file that a refusal catches; ``may_mention`` is for lessons."""
    for path, text in _texts(table):
        for refusal in refusals:
            said = refusal.found_in(text, may_mention=may_mention)
            if said:
                yield path, f"says “{said}”", f"say it otherwise: {refusal.why}"


def _texts(table: object, path: tuple[Key, ...] = ()) -> Iterator[tuple[tuple[Key, ...], str]]:
    if isinstance(table, str):
        yield path, table
    elif isinstance(table, Mapping):
        for key, value in _read(table):
            yield from _texts(value, (*path, key))
    elif isinstance(table, list):
        for index, value in enumerate(table):
            yield from _texts(value, (*path, index))


def _read(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((key, value) for key, value in table.items() if key not in _UNREAD)
