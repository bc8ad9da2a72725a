"""Diaries written as a person would: days, check-ins, and sessions trained as prescribed or not quite.

Shared by the scenarios, the golden courses, the properties and the benchmarks. Nothing here is random and
nothing reads a clock: days are counted from a Monday, and every id follows from how many events there are.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Any
from uuid import UUID

from mainstay import coach
from mainstay.catalogue import Catalogue
from mainstay.coach.limits import open_rungs
from mainstay.coach.progression import dose_at, ladder_of, open_place
from mainstay.kernel import Block, Dose, Event, EventKey, Side, sides_of

MONDAY = date(2026, 1, 5)
PROFILE: Mapping[str, Any] = {
    "birth_year": 1986,
    "experience": "new",
    "months_in_pain": 6,
    "session_minutes": 20,
    "days": ["mon", "wed", "fri"],
    "equipment": ["mat", "chair", "wall"],
}


@dataclass(frozen=True, slots=True)
class Task:
    """One exercise to be done: a rung, its dose, and the sides it is done on."""

    exercise: str
    rung: str
    dose: Dose
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Felt:
    """How one exercise went: its rating (None where it was not rated), and what was done instead of asked."""

    rating: Mapping[str, Any] | None = field(default_factory=dict)
    done: Mapping[str, float] = field(default_factory=dict)
    skipped: str = ""


Feel = Callable[[str], Felt]
Closing = Mapping[str, Any] | None


def all_clear(catalogue: Catalogue) -> dict[str, Any]:
    """Return answers to the full set that let a forty-year-old with pain 2 start."""
    numbers = {"age": 40, "pain-now": 2}
    return {question.id: numbers.get(question.id, "no") for question in catalogue.asked_in("full")}


class Diary:
    """A diary being written; the person is folded along, and again from the start after a correction."""

    def __init__(self, catalogue: Catalogue, zone: tzinfo = UTC, start: date = MONDAY) -> None:
        self.catalogue = catalogue
        self.zone = zone
        self.start = start
        self.events: list[Event] = []
        self.shown: list[coach.Today] = []
        self._folded: coach.Folded | None = coach.Folded(coach.Person(), ())
        self._newest: EventKey | None = None

    def copy(self) -> "Diary":
        """Return a diary with the same events that is written on by itself."""
        other = copy(self)
        other.events, other.shown = [*self.events], []
        return other

    @property
    def person(self) -> coach.Person:
        """The person after every event so far."""
        return self._fold().person

    @property
    def decisions(self) -> tuple[coach.Decision, ...]:
        """Every decision so far."""
        return self._fold().decisions

    def _fold(self) -> coach.Folded:
        if self._folded is None:
            self._folded = coach.fold(self.catalogue, self.events)
        return self._folded

    def day(self, offset: int) -> date:
        """Return the date so many days after the start."""
        return self.start + timedelta(days=offset)

    def new_id(self) -> str:
        """Return an id that no event has had yet."""
        return str(UUID(int=len(self.events) + 1))

    def write(self, kind: str, day: int, hour: float, **fields: Any) -> Event:
        """Write one event at an hour of the person's clock; seconds keep the order of writing."""
        clock = datetime.combine(self.day(day), time(), self.zone) + timedelta(hours=hour)
        at = clock.replace(tzinfo=timezone(clock.utcoffset() or timedelta(0)))
        event = Event(self.new_id(), kind, at, fields)
        self.take(event)
        return event

    def take(self, event: Event) -> None:
        """Add an event; one that is late or retracts another makes the person be folded again."""
        in_order = self._newest is None or self._newest < event.key
        self.events.append(event)
        self._newest = event.key if in_order else self._newest
        if self._folded is None or not in_order or event.kind == "event_retracted":
            self._folded = None
            return
        person, made = coach.advance(self.catalogue, self._folded.person, event)
        self._folded = coach.Folded(person, (*self._folded.decisions, *made))

    def begin(self, day: int = 0, hour: float = 7, **profile: Any) -> None:
        """Answer every safety question with all clear, and say who one is."""
        answers = all_clear(self.catalogue)
        self.write("screening_answered", day, hour, scope="full", questions="1", answers=answers)
        self.write("profile_set", day, hour + 0.1, **{**PROFILE, **profile})

    def today(self, day: int) -> coach.Today:
        """Return what the coach plans for a day; ``shown`` keeps it."""
        self.shown.append(coach.today(self.catalogue, self.person, self.day(day)))
        return self.shown[-1]

    def prescribed(self, day: int) -> tuple[Task, ...]:
        """Return today's prescription as tasks; nothing on a day without a session."""
        return tasks_of(self.today(day))

    def task(self, slug: str, day: int, rung: str = "", step: int = 0) -> Task:
        """Return an exercise at the person's place on its ladder, or on a named rung and step."""
        exercise = self.catalogue.exercises[slug]
        if rung:
            return _task(exercise.slug, rung, exercise.rung(rung).steps[step], exercise.rung(rung).sides)
        limits = coach.limits_on(self.catalogue, self.person, self.day(day))
        ladder = ladder_of(self.catalogue, self.person.progression, slug, limits)
        place = ladder and open_place(exercise, ladder.place, open_rungs(self.catalogue, exercise, limits))
        place = place or coach.Place(exercise.rungs[0].slug, 0)
        return _task(slug, place.rung, dose_at(exercise, place), exercise.rung(place.rung).sides)

    def train(self, day: int, tasks: Iterable[Task], feel: Feel, *, closing: Closing, hour: float = 9) -> str:
        """Do a session and return its id; ``closing`` are the fields of its end, None for one left open."""
        session = str(UUID(int=10**9 + len(self.events)))
        minute = iter(hour + n / 600 for n in range(10**4))
        self.write("session_started", day, next(minute), session=session, plan=as_shown(tasks))
        for task in tasks:
            felt = feel(task.exercise)
            if felt.skipped:
                fields = {"session": session, "exercise": task.exercise, "why": felt.skipped}
                self.write("exercise_skipped", day, next(minute), **fields)
                continue
            for fields in performed(session, task, felt.done):
                self.write("set_performed", day, next(minute), **fields)
            if felt.rating is not None:
                fields = {"session": session, "exercise": task.exercise, **felt.rating}
                self.write("exercise_rated", day, next(minute), **fields)
        if closing is not None:
            self.write("session_finished", day, next(minute), session=session, **closing)
        return session

    def is_rated(self, slug: str) -> bool:
        """Whether people are asked how an exercise was: all but the warm-up."""
        return self.catalogue.exercises[slug].block is not Block.WARM_UP


def tasks_of(today: coach.Today) -> tuple[Task, ...]:
    """Return a plan's session as tasks."""
    items = today.session.items if today.session else ()
    return tuple(Task(item.exercise, item.rung, item.dose, item.sides) for item in items)


def as_shown(tasks: Iterable[Task]) -> dict[str, Any]:
    """Return the part of a session's plan that tells how many sets were asked for."""
    return {"blocks": [{"items": [{"exercise": task.exercise, "sets": task.dose.sets} for task in tasks]}]}


def _task(slug: str, rung: str, dose: Dose, sides: Any) -> Task:
    return Task(slug, rung, dose, sides_of(sides))


def performed(session: str, task: Task, done: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the fields of every set of a task as prescribed, save for what was done otherwise."""
    dose = task.dose
    sets = int(done.get("sets", dose.sets))
    asked = {"reps": dose.reps, "hold_seconds": dose.hold_seconds, "load_kg": dose.load_kg}
    told = {name: done.get(name, amount) for name, amount in asked.items() if amount is not None}
    common = {"session": session, "exercise": task.exercise, "rung": task.rung, **told}
    sides: Sequence[Side | None] = task.sides or (None,)
    return [
        {**common, "set": number, **({"side": side.value} if side else {})}
        for number in range(1, sets + 1)
        for side in sides
        if done.get("side") in (None, side)
    ]


def rated(diary: Diary, rating: Mapping[str, Any]) -> Feel:
    """Return a feeling that rates everything but the warm-up alike."""
    return lambda slug: Felt(rating if diary.is_rated(slug) else None)


def train_as_told(diary: Diary, day: int, pain: int = 2, effort: int = 4, morning: int | None = 2) -> None:
    """Check in, do all that is prescribed, and tell the next morning: a good day of training."""
    diary.write("day_checked_in", day, 8, pain_now=pain)
    tasks = diary.prescribed(day)
    if not tasks:
        return
    rating = {"effort": effort, "pain": pain}
    session = diary.train(day, tasks, rated(diary, rating), closing={"effort": effort, "pain_after": pain})
    if morning is not None:
        diary.write("morning_after", day + 1, 8, session=session, pain=morning)


PROGRAMME = (
    *("dead-bug", "bird-dog", "bridge", "side-plank", "squat", "hip-hinge"),
    *("knee-to-chest", "floor-rotation"),
)


def years_of_training(catalogue: Catalogue, years: int) -> list[Event]:
    """Return a diary of three sessions a week of one programme, with a flare-up and a long holiday each year.

    The exercises climb their ladders, and begin afresh after each holiday, so that every year ends alike.
    Which are done is fixed, so that only the fold costs time.
    """
    diary = Diary(catalogue)
    diary.begin(equipment=["mat", "chair", "wall", "band", "stick"])
    for day in range(years * 364):
        in_year = day % 364
        if in_year == 0 and day:
            answers = all_clear(catalogue)
            diary.write("screening_answered", day, 6, scope="full", questions="1", answers=answers)
        if in_year == 150:
            diary.write("flare_reported", day, 6)
        if day % 7 in (0, 2, 4) and in_year < 330:
            _programme_day(diary, day, hard=in_year % 31 == 0)
    return diary.events


def _programme_day(diary: Diary, day: int, *, hard: bool) -> None:
    """A day of training, which is too hard now and then."""
    effort, pain = (8, 4) if hard else (4, 2)
    diary.write("day_checked_in", day, 8, pain_now=2)
    tasks = [diary.task(slug, day) for slug in PROGRAMME]
    rating = {"effort": effort, "pain": pain}
    session = diary.train(day, tasks, rated(diary, rating), closing={"effort": effort, "pain_after": 2})
    diary.write("morning_after", day + 1, 7, session=session, pain=2)
