"""All that can be answered before a session, and what each answer leads to: the session, or a halt.

The coach decides every branch by taking in the answers as it would from the diary; nothing here knows a rule.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import product

from mainstay.catalogue import Catalogue
from mainstay.coach.person import Person, advance, clearance_on
from mainstay.coach.planning import MISSING, Today, outlook_on, with_session
from mainstay.coach.progression import usual_level
from mainstay.coach.screening import Verdict
from mainstay.coach.training.bearing import Groups, before_check_in, before_session
from mainstay.kernel import Event, Symptom

POINTS = range(11)
SAFETY = ("no", "yes", "unsure")
SYMPTOMS = (None, *Symptom)
USUAL = (None, *POINTS)


@dataclass(frozen=True, slots=True)
class Ready:
    """What a check-in leads to. ``session`` is the place of the day's plan among those of :class:`Before`."""

    today: Today
    session: int | None = None
    halt: int | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """A session that may be trained, and one of the people who may be about to begin it.

    The others differ from them in the pain that they told alone, so that the coach answers them alike, save
    for the usual level (:func:`with_usual`).
    """

    today: Today
    person: Person


@dataclass(frozen=True, slots=True)
class CheckIns:
    """The outcome of each check-in: by symptom, by usual level, then by pain now."""

    outcomes: Mapping[Symptom | None, Mapping[int | None, tuple[int, ...]]]


@dataclass(frozen=True, slots=True)
class Before:
    """The tree of a day's answers.

    ``levels`` are the usual level that a session goes by, by the usual level told (None: not) and pain now.
    ``after_morning`` leads by pain (None: not asked) to a row of ``after_safety``; that, by the answers to
    the short questions, to a place in ``check_ins``, or, as ``-(place + 1)``, in ``halts``.
    """

    levels: Mapping[int | None, tuple[int, ...]]
    after_morning: Mapping[int | None, int]
    after_safety: tuple[Mapping[tuple[str, ...], int], ...]
    check_ins: tuple[CheckIns, ...]
    outcomes: tuple[Ready, ...]
    starts: tuple[Start, ...]
    halts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class _Branches:
    """The tree while it grows."""

    catalogue: Catalogue
    at: datetime
    check_ins: Groups[Person]
    outcomes: Groups[Ready]
    starts: Groups[Start]
    halts: Groups[Verdict]

    def told(self, person: Person, kind: str, **fields: object) -> Person:
        """Return the person after an answer."""
        return advance(self.catalogue, person, Event("asked", kind, self.at, fields))[0]


def halts(verdict: Verdict) -> bool:
    """Return whether something comes before any session: a lock, or all safety questions anew."""
    return verdict.locked or verdict.full_set_due


def before(catalogue: Catalogue, person: Person, at: datetime, morning: str | None) -> Before:
    """Return what everything that can be answered at a moment leads to.

    ``morning`` is the session whose next morning is asked about, None for none.
    """
    tree = _Branches(catalogue, at, Groups(), Groups(), Groups(), Groups())
    mornings = Groups[Person]()
    after_morning: dict[int | None, int] = {}
    for pain in (None, *(POINTS if morning else ())):
        told = person if pain is None else tree.told(person, "morning_after", session=morning, pain=pain)
        after_morning[pain] = mornings.place(before_check_in(catalogue, told), told)
    after_safety = tuple(_after_safety(tree, told) for told in mornings.items)
    check_ins = tuple(_check_ins(tree, told) for told in tree.check_ins.items)
    return Before(
        _levels(tree, person),
        after_morning,
        after_safety,
        check_ins,
        tuple(tree.outcomes.items),
        tuple(tree.starts.items),
        tuple(tree.halts.items),
    )


def _levels(tree: _Branches, person: Person) -> dict[int | None, tuple[int, ...]]:
    """Return the level that each check-in makes the usual one of the session."""
    return {
        usual: tuple(_level(tree, _checked_in(tree, person, None, usual, now)) for now in POINTS)
        for usual in USUAL
    }


def _level(tree: _Branches, person: Person) -> int:
    level = usual_level(tree.catalogue, person.progression, tree.at.date())
    assert level is not None
    return level


def _after_safety(tree: _Branches, person: Person) -> dict[tuple[str, ...], int]:
    asked = [question.id for question in tree.catalogue.asked_in("short")]
    return {
        given: _safe(tree, person, dict(zip(asked, given, strict=True)))
        for given in product(SAFETY, repeat=len(asked))
    }


def _safe(tree: _Branches, person: Person, answers: Mapping[str, str]) -> int:
    version = tree.catalogue.version
    told = tree.told(person, "screening_answered", questions=version, answers=answers, scope="short")
    verdict = clearance_on(tree.catalogue, told, tree.at.date())
    if halts(verdict):
        return -1 - tree.halts.place(_shown(verdict), verdict)
    return tree.check_ins.place(before_check_in(tree.catalogue, told), told)


def _shown(verdict: Verdict) -> object:
    """What of a halt is shown."""
    worst = [finding for finding in verdict.findings if finding.clearance is verdict.clearance]
    return verdict.clearance, worst, verdict.ask_again, verdict.due


def _check_ins(tree: _Branches, person: Person) -> CheckIns:
    return CheckIns(
        {
            symptom: {
                usual: tuple(_outcome(tree, _checked_in(tree, person, symptom, usual, now)) for now in POINTS)
                for usual in USUAL
            }
            for symptom in SYMPTOMS
        }
    )


def _checked_in(
    tree: _Branches, person: Person, symptom: Symptom | None, usual: int | None, now: int
) -> Person:
    told: dict[str, object] = {"pain_now": now}
    if usual is not None:
        told["pain_usual"] = usual
    if symptom is not None:
        told["symptom"] = symptom.value
    return tree.told(person, "day_checked_in", **told)


def _outcome(tree: _Branches, person: Person) -> int:
    catalogue, day = tree.catalogue, tree.at.date()
    verdict = clearance_on(catalogue, person, day)
    if halts(verdict):
        halt = tree.halts.place(_shown(verdict), verdict)
        return tree.outcomes.made(halt, lambda: Ready(outlook_on(catalogue, person, day).today, halt=halt))
    bearing = before_session(catalogue, person, day)
    return tree.outcomes.made(bearing, lambda: _ready(tree, person, bearing.session))


def _ready(tree: _Branches, person: Person, session: object) -> Ready:
    outlook = outlook_on(tree.catalogue, person, tree.at.date())
    if outlook.setting is None:
        return Ready(outlook.today)
    setting = outlook.setting
    place = tree.starts.made(session, lambda: Start(with_session(outlook.today, setting), person))
    planned = tree.starts.items[place].today
    missing = [reason for reason in planned.reasons if reason.code in MISSING]
    told = replace(outlook.today, reasons=(*outlook.today.reasons, *missing))
    return Ready(told, session=place if planned.session else None)
