"""What a diary says of a person's limits, read straight from its events and the catalogue's data.

A second, plain reading of the rules, so that the properties do not ask the coach whether the coach is right.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from math import ceil
from typing import Any

from mainstay.catalogue import Catalogue, Exercise, Rung
from mainstay.coach import Item
from mainstay.kernel import Direction, Event, Position, Role, Sidedness


@dataclass
class Facts:
    """The newest profile and answers, vetoes, unlocks and pain, after some events.

    ``told`` is the day and the level of the newest report that sessions are compared with.
    """

    profile: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, Any] = field(default_factory=dict)
    unlocks: set[str] = field(default_factory=set)
    vetoes: set[str] = field(default_factory=set)
    opted_in: set[str] = field(default_factory=set)
    pain: int | None = None
    told: tuple[date, int] | None = None
    first_set: date | None = None

    def tags(self, catalogue: Catalogue) -> set[str]:
        """Return the precautions of the profile and of the answers."""
        found = set(self.profile.get("precautions", ()))
        for question in catalogue.questions.values():
            answer = self.answers.get(question.id)
            for outcome in question.outcomes:
                above = isinstance(answer, int) and answer >= (outcome.at_least or 10**9)
                if answer in outcome.among or above:
                    found |= set(outcome.precautions)
        return found

    @property
    def provoked_by(self) -> set[Direction]:
        """What the person says provokes their back."""
        return set(map(Direction, self.profile.get("provoked_by", ())))


def facts_of(events: Iterable[Event]) -> Facts:
    """Read the facts from events; those that were retracted by then do not count."""
    known = sorted(events, key=lambda event: event.key)
    gone = {event.fields["event"] for event in known if event.kind == "event_retracted"}
    facts = Facts()
    for event in known:
        if event.id not in gone:
            _take(facts, event)
    return facts


def _take(facts: Facts, event: Event) -> None:
    told = event.fields
    match event.kind:
        case "profile_set":
            facts.profile = dict(told)
        case "screening_answered" if told["scope"] == "full":
            facts.answers = dict(told["answers"])
            facts.pain = told["answers"]["pain-now"]
            facts.told = (event.day, told["answers"]["pain-now"])
        case "clinician_cleared":
            facts.unlocks |= set(told["unlocks"])
        case "exercise_excluded":
            facts.vetoes.add(told["exercise"])
            facts.opted_in.discard(told["exercise"])
        case "exercise_included":
            facts.vetoes.discard(told["exercise"])
            facts.opted_in.add(told["exercise"])
        case "day_checked_in":
            facts.pain = told["pain_now"]
            facts.told = (event.day, told.get("pain_usual", told["pain_now"]))
        case "set_performed":
            facts.first_set = facts.first_set or event.day


def wrongs(catalogue: Catalogue, facts: Facts, item: Item, day: date) -> Iterator[str]:
    """Yield every reason why an item should never have been prescribed to this person on this day."""
    exercise = catalogue.exercises[item.exercise]
    rung = next(rung for rung in exercise.rungs if rung.slug == item.rung)
    if item.exercise in facts.vetoes:
        yield "vetoed"
    if exercise.off_by_default and (item.exercise not in facts.opted_in or (facts.pain or 0) > 2):
        yield "off by default"
    yield from rung_wrongs(catalogue, facts, exercise, rung, day)


def rung_wrongs(
    catalogue: Catalogue, facts: Facts, exercise: Exercise, rung: Rung, day: date
) -> Iterator[str]:
    """Yield every reason why this person can never be given this rung on this day."""
    if exercise.unlock and exercise.unlock not in facts.unlocks:
        yield "locked"
    for tag in facts.tags(catalogue) & {*exercise.contraindications, *rung.contraindications}:
        yield f"contraindicated by {tag}"
    for thing in {thing.value for thing in rung.equipment} - set(facts.profile.get("equipment", ())):
        yield f"needs {thing}"
    for trouble in {t.value for t in rung.asks_of} & set(facts.profile.get("avoid_positions", ())):
        yield f"asks for {trouble}"
    for direction in facts.provoked_by:
        if asks_for(rung, direction) or (direction is Direction.WALKING and Role.WALK in exercise.roles):
            yield f"provoked by {direction.value}"
    if rung.load_rank > cap(facts, day):
        yield f"load rank {rung.load_rank}"


def asks_for(rung: Rung, direction: Direction) -> bool:
    """Whether a rung clearly asks for a direction, or is done in a posture that provokes."""
    postures = {Direction.SITTING: Position.SITTING, Direction.STANDING: Position.STANDING}
    demand = getattr(rung.demand, direction.value, 0)
    return demand >= 2 or rung.position is postures.get(direction)


def cap(facts: Facts, day: date) -> int:
    """The highest load rank that months in pain and weeks of training can allow."""
    months = facts.profile["months_in_pain"]
    if 0 < months < 1.5:
        return 2
    if 0 < months < 3:
        return 3
    return 5 if facts.first_set and (day - facts.first_set).days >= 42 else 4


def seconds_of(catalogue: Catalogue, item: Item) -> int:
    """Work out an item's whole time: getting into place, sets, sides, rests and changes of side."""
    rung = catalogue.exercises[item.exercise].rung(item.rung)
    sides = 2 if rung.sides is Sidedness.EACH else 1
    moving = sum(phase.seconds for phase in rung.tempo)
    repetition = moving + (item.dose.hold_seconds or 0)
    total = 15.0
    for number in range(item.dose.sets):
        total += item.dose.rest_seconds if number else 0
        total += sides * (item.dose.reps or 1) * repetition + (sides - 1) * 5
    return ceil(total)
