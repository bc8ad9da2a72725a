"""The coach's decisions for a page: in one sentence, with reasons, and whether they can be taken back."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from mainstay.catalogue import Catalogue
from mainstay.coach import Decision, Person, Verdict
from mainstay.diary import store
from mainstay.web.day.lines import reason_texts
from mainstay.web.desk import Desk
from mainstay.words import day_text, decision_text, source_text

_ICONS = {
    Verdict.PROGRESS: "up",
    Verdict.MAINTAIN: "same",
    Verdict.REGRESS: "down",
    Verdict.SUBSTITUTE: "swap",
    Verdict.REMOVE: "clock",
    Verdict.STOP: "stop",
}
_LATELY = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class DecisionView:
    """One decision in words."""

    id: str
    icon: str
    verdict: str
    text: str
    why: tuple[str, ...]
    sources: tuple[str, ...]
    undoable: bool
    undone: bool


@dataclass(frozen=True, slots=True)
class DecisionDay:
    """The decisions of one day."""

    day: str
    decisions: tuple[DecisionView, ...]

    @property
    def sources(self) -> list[str]:
        """What the rules behind the day's decisions rest on, each once."""
        return list(dict.fromkeys(source for decision in self.decisions for source in decision.sources))


def undoable_ids(person: Person) -> frozenset[str]:
    """Return the decisions that can still be taken back: the last step of each exercise."""
    return frozenset(ladder.undo.decision for ladder in person.progression.ladders.values() if ladder.undo)


def undone_ids(desk: Desk, since: date | None) -> frozenset[str]:
    """Return the decisions that the person has taken back."""
    events = store.events_of(desk.diary, since=since, standing=True)
    return frozenset(event.fields["decision"] for event in events if event.kind == "decision_undone")


def view(
    catalogue: Catalogue, decision: Decision, undoable: Collection[str], undone: Collection[str] = ()
) -> DecisionView:
    """Return a decision in words."""
    sources = dict.fromkeys(source_text(catalogue, reason.source) for reason in decision.why if reason.source)
    return DecisionView(
        id=decision.id,
        icon=_ICONS[decision.verdict],
        verdict=decision.verdict.value,
        text=decision_text(catalogue, decision),
        why=reason_texts(catalogue, decision.why),
        sources=tuple(sources),
        undoable=decision.id in undoable and decision.id not in undone,
        undone=decision.id in undone,
    )


def by_day(views: Iterable[tuple[date, DecisionView]]) -> list[DecisionDay]:
    """Group decisions by day, keeping their order."""
    grouped = groupby(views, key=lambda pair: pair[0])
    return [DecisionDay(day_text(day, with_year=True), tuple(v for _, v in pairs)) for day, pairs in grouped]


def latest_changes(desk: Desk) -> list[Decision]:
    """Return what changed since the last session began, newest first; what stayed as it was is left out."""
    last = desk.person.progression.last_session
    since = max(last, desk.day - _LATELY) if last else desk.day
    made = store.decisions_of(desk.diary, since=since)
    changed = [d for d in made if d.verdict is not Verdict.MAINTAIN and d.date <= desk.day]
    undone = undone_ids(desk, since)
    return [decision for decision in reversed(changed) if decision.id not in undone]
