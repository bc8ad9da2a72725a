"""One session as the diary tells it: what was asked, done, rated, left out and finished."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mainstay.catalogue import Catalogue
from mainstay.coach import Decision, Verdict
from mainstay.guide.lines import Line, lines_from
from mainstay.guide.sets import SetKey
from mainstay.kernel import Block, Event

_KEPT = (Verdict.PROGRESS, Verdict.MAINTAIN)


@dataclass(frozen=True, slots=True)
class Sitting:
    """A session from its start on.

    ``shown`` are the exercises of any of its plans; ``halts`` the decisions that ended an
    exercise on the way.
    """

    id: str
    day: date
    plan: Mapping[str, Any]
    lines: tuple[Line, ...]
    shown: frozenset[str]
    sets: Mapping[SetKey, Event]
    ratings: Mapping[str, Event]
    skipped: Mapping[str, Event]
    halts: Mapping[str, Decision]
    finished: Event | None

    def line(self, slug: str) -> Line | None:
        """Return the line of an exercise."""
        return next((line for line in self.lines if line.slug == slug), None)

    @property
    def open_lines(self) -> tuple[Line, ...]:
        """What may still be done."""
        return tuple(line for line in self.lines if not self.is_over(line.slug))

    @property
    def to_rate(self) -> tuple[Line, ...]:
        """What was done and can teach the coach something, and has not been rated yet."""
        trained = {key.exercise for key in self.sets}
        return tuple(
            line
            for line in self.lines
            if line.block is not Block.WARM_UP and line.slug in trained and line.slug not in self.ratings
        )

    def is_over(self, slug: str) -> bool:
        """Whether an exercise has ended for today: left out, or stopped by the coach."""
        return slug in self.skipped or slug in self.halts


def sitting_of(
    catalogue: Catalogue, events: Iterable[Event], decisions: Iterable[Decision], session: str
) -> Sitting | None:
    """Return the session of this id from standing events; None where they have none.

    A session that was shown again with another plan (after a swap) has the last one.
    """
    told = [event for event in events if event.fields.get("session") == session]
    started = [event for event in told if event.kind == "session_started"]
    if not started:
        return None
    ratings = _by_exercise(told, "exercise_rated")
    plan = started[-1].fields.get("plan") or {}
    return Sitting(
        id=session,
        day=started[0].day,
        plan=plan,
        lines=lines_from(catalogue, plan),
        shown=frozenset(slug for event in started for slug in _named(event.fields.get("plan") or {})),
        sets={_key(event): event for event in told if event.kind == "set_performed"},
        ratings=ratings,
        skipped=_by_exercise(told, "exercise_skipped"),
        halts=_halts(decisions, ratings.values()),
        finished=next((event for event in told if event.kind == "session_finished"), None),
    )


def open_session_on(events: Iterable[Event], day: date) -> str | None:
    """Return the session, among standing events, that was begun on a day and is not finished."""
    told = list(events)
    finished = {event.fields["session"] for event in told if event.kind == "session_finished"}
    begun = [e.fields["session"] for e in told if e.kind == "session_started" and e.day == day]
    return next((session for session in reversed(begun) if session not in finished), None)


def made_by(decisions: Iterable[Decision], events: Iterable[Event]) -> tuple[Decision, ...]:
    """Return the decisions that some events led to; a decision's id begins with its event's."""
    ids = {event.id for event in events}
    return tuple(decision for decision in decisions if decision.id.partition(":")[0] in ids)


def _named(plan: Mapping[str, Any]) -> Iterator[str]:
    """Yield the exercises that a plan names."""
    for block in plan.get("blocks", ()):
        yield from (item["exercise"] for item in block.get("items", ()) if "exercise" in item)


def _halts(decisions: Iterable[Decision], ratings: Iterable[Event]) -> dict[str, Decision]:
    made = made_by(decisions, ratings)
    return {decision.exercise: decision for decision in made if decision.verdict not in _KEPT}


def _by_exercise(events: Iterable[Event], kind: str) -> dict[str, Event]:
    return {event.fields["exercise"]: event for event in events if event.kind == kind}


def _key(event: Event) -> SetKey:
    return SetKey(event.fields["exercise"], int(event.fields["set"]), event.fields.get("side") or "")
