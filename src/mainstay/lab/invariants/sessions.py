"""Sessions as the diary tells them: what was done, how it was answered, and how the next morning was."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from mainstay.catalogue import Catalogue, Exercise, Rung
from mainstay.coach import Place
from mainstay.kernel import Dose, Event, Sidedness, Symptom
from mainstay.lab.invariants.facts import Facts
from mainstay.lab.invariants.flares import is_soreness


class Light(StrEnum):
    """The traffic light."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    UNKNOWN = "unknown"


@dataclass(slots=True)
class Work:
    """One exercise of a session. ``rated_by`` is the event of its first rating."""

    rung: str = ""
    sets: list[Mapping[str, Any]] = field(default_factory=list)
    rating: Mapping[str, Any] | None = None
    rated_by: str = ""
    skipped: str = ""

    @property
    def is_told(self) -> bool:
        """Whether the person said how it was."""
        return self.rating is not None or self.skipped == "pain"


@dataclass(slots=True)
class Sitting:
    """One session. ``settled_by`` is the event that told how the back was afterwards, or that closed it."""

    id: str
    day: date
    usual: int | None
    normal: bool
    relief: bool
    asked: Mapping[str, int]
    work: dict[str, Work] = field(default_factory=dict)
    finished_by: str = ""
    pain_after: int | None = None
    settled_by: str = ""
    settled_day: date | None = None
    morning: int | None = None

    def colour(self, catalogue: Catalogue, slug: str) -> Light:
        """Return how the back answered while an exercise was done."""
        rating, rules = self.work[slug].rating, catalogue.rules.pain
        if rating is None:
            return Light.AMBER
        pain = rating["pain"]
        if Symptom(rating.get("symptom") or "none").is_red or pain >= rules.red_min.value:
            return Light.RED
        if self.usual is not None and pain >= self.usual + rules.red_rise.value:
            return Light.RED
        small = self.usual is not None and pain <= self.usual + rules.green_rise.value
        return Light.GREEN if pain <= rules.green_max.value or small else Light.AMBER

    def night(self, catalogue: Catalogue) -> Light:
        """Return how it had settled by the next morning."""
        rules = catalogue.rules.pain
        if self.morning is None or self.usual is None:
            return Light.UNKNOWN
        if self.morning <= self.usual + rules.settled_rise.value:
            return Light.GREEN
        return Light.RED if self.morning >= self.usual + rules.unsettled_rise.value else Light.AMBER

    def is_red_after(self, catalogue: Catalogue) -> bool:
        """Whether pain straight after the session was red."""
        rules = catalogue.rules.pain
        if self.pain_after is None:
            return False
        rise = self.usual is not None and self.pain_after >= self.usual + rules.red_rise.value
        return rise or self.pain_after >= rules.red_min.value

    def faults(self, catalogue: Catalogue, slug: str, place: Place) -> list[str]:
        """Return why a session of an exercise does not count towards a step up from a place."""
        work, limit = self.work[slug], catalogue.rules.progress.effort_max.value
        rating = work.rating or {}
        camera = rating.get("camera") or {}
        checks = {
            "no rating": work.rating is None,
            "a red or amber answer": self.colour(catalogue, slug) is not Light.GREEN,
            f"a next morning that was {self.night(catalogue)}": self.night(catalogue) is not Light.GREEN,
            "great effort": rating.get("effort", 0) > limit,
            "doubtful form": rating.get("form") in ("poor", "unsure")
            or camera.get("form") in ("poor", "unsure"),
            "not a normal day": not self.normal,
            "not done as asked": not _is_complete(
                catalogue.exercises[slug], place, work, self.asked.get(slug)
            ),
        }
        return [name for name, wrong in checks.items() if wrong]


def _is_complete(exercise: Exercise, place: Place, work: Work, asked: int | None) -> bool:
    if work.rung != place.rung:
        return False
    rung = exercise.rung(place.rung)
    dose = rung.steps[min(place.step, len(rung.steps) - 1)]
    enough = [done for done in work.sets if _meets(done, dose)]
    sides: tuple[str | None, ...] = ("left", "right") if rung.sides is Sidedness.EACH else (None,)
    counts = (
        len({one["set"] for one in enough if one.get("side") in (side, None) or side is None})
        for side in sides
    )
    return all(count >= min(dose.sets, asked or dose.sets) for count in counts)


def _meets(done: Mapping[str, Any], dose: Dose) -> bool:
    names = ("reps", "hold_seconds", "load_kg")
    pairs = ((done.get(name), getattr(dose, name)) for name in names)
    return all(did is None or asked is None or did >= asked for did, asked in pairs)


def set_load(rung: Rung, done: Mapping[str, Any]) -> float:
    """Return the load of one performed set: seconds of work times load rank."""
    moving = sum(phase.seconds for phase in rung.tempo)
    return float((done.get("reps") or 1) * (moving + round(done.get("hold_seconds") or 0)) * rung.load_rank)


def sittings_of(catalogue: Catalogue, events: Iterable[Event]) -> tuple[list[Sitting], dict[str, Facts]]:
    """Return every session of a diary whose events all stand, and the facts when each began."""
    facts, found, at_start = Facts(), dict[str, Sitting](), dict[str, Facts]()
    for event in events:
        told = event.fields
        if event.kind == "morning_after" and told["session"] in found:
            _settle(catalogue, found[told["session"]], event, told["pain"])
        elif event.kind == "day_checked_in" and not is_soreness(catalogue, event, facts.trained):
            for sitting in found.values():
                _settle(catalogue, sitting, event, told["pain_now"])
        elif "session" in told and event.kind != "morning_after":
            if told["session"] not in found:
                _close(found.values(), event)
                at_start[told["session"]] = facts.copied()
                found[told["session"]] = _begun(catalogue, facts, event)
            _take(found[told["session"]], event)
        facts.take(catalogue, event)
    return list(found.values()), at_start


def _begun(catalogue: Catalogue, facts: Facts, event: Event) -> Sitting:
    relief = facts.needs_relief(catalogue, event.day)
    easy = facts.is_easy_week(catalogue, event.day)
    blocks = (event.fields.get("plan") or {}).get("blocks", ())
    asked = {item["exercise"]: item["sets"] for block in blocks for item in block["items"]}
    usual = facts.usual(catalogue, event.day)
    normal = not (relief or easy or facts.flares.over)
    return Sitting(event.fields["session"], event.day, usual, normal, relief, asked)


def _settle(catalogue: Catalogue, sitting: Sitting, event: Event, pain: int) -> None:
    days = (event.day - sitting.day).days
    if not sitting.settled_by and 0 < days <= catalogue.rules.pain.settle_days.value:
        sitting.settled_by, sitting.settled_day, sitting.morning = event.id, event.day, pain


def _close(sittings: Iterable[Sitting], event: Event) -> None:
    """A new day of training closes what is still open from earlier days, with nothing known of the night."""
    for sitting in sittings:
        if not sitting.settled_by and sitting.day < event.day:
            sitting.settled_by, sitting.settled_day = event.id, event.day


def _take(sitting: Sitting, event: Event) -> None:
    told = event.fields
    if event.kind == "session_finished":
        sitting.finished_by, sitting.pain_after = event.id, told["pain_after"]
    elif "exercise" in told:
        work = sitting.work.setdefault(told["exercise"], Work())
        match event.kind:
            case "set_performed":
                work.rung = told["rung"]
                work.sets.append(told)
            case "exercise_rated":
                work.rating, work.rated_by = told, work.rated_by or event.id
            case "exercise_skipped":
                work.skipped = told["why"]
