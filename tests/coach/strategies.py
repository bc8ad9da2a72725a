"""Random people and their lives: who they are, and what they do, feel and tell on each day they come."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, tzinfo
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from mainstay import coach
from mainstay.coach.planning import pattern
from mainstay.coach.profile import WEEKDAYS
from mainstay.kernel import Direction, Equipment, Trouble
from tests.coach.diaries import Diary, Felt, Task, all_clear, tasks_of
from tests.coach.facts import facts_of
from tests.coach.living import catalogue

# Mondays a little before the clocks change in Europe and America, and one far from it.
STARTS = (date(2026, 1, 5), date(2026, 2, 23), date(2026, 3, 16), date(2026, 10, 12))
# No two lie so far apart that a later morning comes before an earlier evening.
ZONES: tuple[tzinfo, ...] = tuple(
    map(ZoneInfo, ("UTC", "Europe/Berlin", "America/New_York", "America/Los_Angeles", "Asia/Kolkata"))
)
SLUGS = tuple(catalogue().exercises)
TAGS = tuple(precaution.id for precaution in catalogue().rules.precautions)

# How a session may go: ratings that differ from an easy, painless one, as changes to the usual pain.
GOOD = {"effort": 4, "rise": 0}
MOODS: Mapping[str, Mapping[str, Any]] = {
    "good": GOOD,
    "hard": {"effort": 6, "rise": 0},
    "too hard": {"effort": 9, "rise": 1},
    "amber": {"effort": 4, "rise": 2, "pain_min": 4},
    "red": {"effort": 5, "rise": 4, "pain_min": 6},
    "sharp": {"effort": 4, "rise": 0, "symptom": "sharp"},
    "nerve": {"effort": 4, "rise": 0, "symptom": "spreading"},
    "poor form": {"effort": 4, "rise": 0, "form": "poor"},
    "doubtful": {"effort": 4, "rise": 0, "camera": {"form": "unsure"}},
}


@dataclass(frozen=True, slots=True)
class Day:
    """One day: how long after the last, what is told, and how training goes.

    ``waits`` for the person's next training day, if it is not one of them.
    ``mood`` is that of one exercise (the ``which``-th, of those there are), the rest is good; or of all.
    """

    gap: int = 2
    waits: bool = True
    zone: int = 0
    pain: int = 2
    usual: int | None = None
    symptom: str = "none"
    checks_in: bool = True
    deed: str = ""
    which: int = 0
    finding: str = ""
    answers: bool = True
    trains: bool = True
    mood: str = "good"
    of_all: bool = False
    missing: str = ""
    morning: int | None = 0


@dataclass(frozen=True)
class Life:
    """A person and their days."""

    profile: Mapping[str, Any]
    start: date
    days: tuple[Day, ...]

    def __hash__(self) -> int:
        return hash((repr(self.profile), self.start, self.days))


@dataclass(frozen=True, slots=True)
class Seen:
    """What the coach planned on one day, and the diary so far."""

    offset: int
    today: coach.Today
    person: coach.Person
    events: int


@dataclass(frozen=True)
class Lived:
    """A life that was lived: its diary, what was planned on each day, and the usual pain of each session."""

    diary: Diary
    seen: list[Seen] = field(default_factory=list)
    usual: dict[str, int | None] = field(default_factory=dict)


def profiles() -> st.SearchStrategy[dict[str, Any]]:
    """Draw a profile over all of its fields; most people have a mat and no limits."""
    return st.fixed_dictionaries(
        {
            "birth_year": st.integers(1940, 2006),
            "experience": st.sampled_from(["new", "new", "returning", "regular"]),
            "months_in_pain": st.sampled_from([6, 6, 0, 0.5, 1, 1.4, 1.5, 2.9, 3, 60]),
            "session_minutes": st.sampled_from([20, 20, 5, 5, 8, 10, 15, 20, 25, 30, 40]),
            "days": st.one_of(
                st.just(["mon", "wed", "fri"]),
                st.just(list(WEEKDAYS)),
                st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=7, unique=True),
            ),
            "equipment": st.one_of(
                st.just(["mat", "chair", "wall", "band", "stick"]),
                st.lists(st.sampled_from([e.value for e in Equipment]), unique=True),
            ),
            "avoid_positions": _few([t.value for t in Trouble]),
            "precautions": _few(TAGS),
            "provoked_by": _few([d.value for d in Direction]),
        },
        optional={
            "walking_minutes": st.integers(0, 60),
            "sex": st.sampled_from(["female", "male", "other"]),
        },
    )


def _few(values: Any) -> st.SearchStrategy[list[str]]:
    return st.one_of(st.just([]), st.just([]), st.lists(st.sampled_from(values), max_size=2, unique=True))


def days() -> st.SearchStrategy[Day]:
    """Draw a day; good ones are most frequent, so that ladders are climbed at all."""
    return st.builds(
        Day,
        gap=st.sampled_from([1, 2, 2, 2, 2, 3, 3, 4, 5, 7, 8, 14, 16, 30]),
        waits=st.sampled_from([True, True, True, False]),
        zone=st.integers(0, len(ZONES) - 1),
        pain=st.sampled_from([0, 1, 2, 2, 2, 2, 3, 4, 5, 6, 8]),
        usual=st.sampled_from([None, None, None, 1, 2, 3, 6]),
        symptom=st.sampled_from(["none", "none", "none", "none", "ache", "soreness", "numbness"]),
        checks_in=st.sampled_from([True, True, True, True, False]),
        deed=st.sampled_from(["", "", "", "", *DEEDS]),
        which=st.integers(0, 40),
        finding=st.sampled_from(["", "", "", "", "", *FINDINGS]),
        answers=st.sampled_from([True, True, True, False]),
        trains=st.sampled_from([True, True, True, True, False]),
        mood=st.sampled_from(["good", "good", "good", *MOODS]),
        of_all=st.booleans(),
        missing=st.sampled_from(["", "skip", "", "rating", "set", "end", ""]),
        morning=st.sampled_from([0, 0, 0, None, 0, -1, 1, 2]),
    )


def episodes() -> st.SearchStrategy[tuple[Day, ...]]:
    """Draw some days that belong together: a mood that lasts, a holiday, or any day at all."""
    lasting = st.builds(
        Day,
        mood=st.sampled_from(sorted(MOODS)),
        which=st.integers(0, 40),
        of_all=st.booleans(),
        missing=st.sampled_from(["", "", "", "skip", "set"]),
        morning=st.sampled_from([0, 0, 0, 1, 2, None]),
    ).map(lambda day: (day, day, day))
    away = st.tuples(st.sampled_from([8, 14, 15, 28, 29]), st.booleans())
    holiday = away.map(lambda a: (Day(gap=a[0], answers=a[1]), Day(gap=2)))
    return st.one_of(days().map(lambda day: (day,)), lasting, holiday, days().map(lambda day: (day, Day())))


@st.composite
def lives(draw: st.DrawFn) -> Life:
    """Draw a life: a course of good sessions, then episodes. Climbers do little each time, for long."""
    profile, start = draw(profiles()), draw(st.sampled_from(STARTS))
    climber = draw(st.sampled_from([False, False, False, False, True]))
    if climber:
        limits = {"avoid_positions": [], "precautions": [], "provoked_by": [], "days": list(WEEKDAYS)}
        profile |= limits | {"session_minutes": draw(st.sampled_from([5, 8])), "equipment": ["mat", "chair"]}
    steady = 28 if climber else draw(st.sampled_from([0, 2, 4, 8, 16]))
    gap, zone = draw(st.sampled_from([2, 3, 2, 2, 7])), draw(st.integers(0, len(ZONES) - 1))
    course = (Day(gap=2 if climber else gap, zone=zone),) * steady
    wild = draw(st.lists(episodes(), min_size=1, max_size=5))
    return Life(profile, start, (*course, *(day for episode in wild for day in episode)))


# --- Living -----------------------------------------------------------------------------------------------

FINDINGS: Mapping[str, Mapping[str, Any]] = {
    "bones": {"fragile-bones": "yes"},
    "worry": {"fear-of-movement": "yes"},
    "age": {"age": 75},
    "knee": {"below-knee": "new"},
    "saddle": {"saddle-numbness": "unsure"},
}


@lru_cache(maxsize=1024)
def lived(life: Life) -> Lived:
    """Live a life with the coach in the loop: sessions are what the coach prescribed on the day."""
    diary = Diary(catalogue(), ZONES[life.days[0].zone], life.start)
    diary.begin(**life.profile)
    whole = Lived(diary)
    offset = 0
    for number, day in enumerate(life.days):
        offset += day.gap if number else 0
        offset += _until_training(diary, offset) if day.waits else 0
        diary.zone = ZONES[day.zone]
        _live(whole, offset, day)
    return whole


def _live(whole: Lived, offset: int, day: Day) -> None:
    diary = whole.diary
    if day.finding:
        _answer(diary, offset, FINDINGS[day.finding])
    if day.deed:
        DEEDS[day.deed](diary, offset, day)
    if day.answers and _standing(diary, offset).locked:
        _unlock(diary, offset)
    if day.checks_in:
        told = {"pain_now": day.pain, "symptom": day.symptom}
        usual = {} if day.usual is None else {"pain_usual": day.usual}
        diary.write("day_checked_in", offset, 8, **told, **usual)
    today = diary.today(offset)
    whole.seen.append(Seen(offset, today, diary.person, len(diary.events)))
    if day.trains and today.session:
        _train(whole, offset, day, tasks_of(today))
    # Walks and habits follow from what is drawn already: some walk little, some far, some on few days.
    if day.which % 4:
        diary.write("walk_logged", offset, 20, minutes=day.which + (today.walk_minutes or 0))
        diary.write("habit_done", offset, 20.5, habit="mobility-break", count=1 + day.which % 3)


def _until_training(diary: Diary, offset: int) -> int:
    """How many days it is to the person's next training day."""
    person, first = diary.person, diary.day(offset)
    assert person.profile
    week = pattern(diary.catalogue, person.profile, person.progression.first_session or first)
    days_ahead = (
        ahead for ahead in range(7) if (first.weekday() + ahead) % 7 in (*week.strength, *week.light)
    )
    return next(days_ahead)


def _standing(diary: Diary, offset: int) -> coach.Screening:
    return coach.clearance_on(diary.catalogue, diary.person, diary.day(offset))


def _answer(diary: Diary, offset: int, finding: Mapping[str, Any]) -> None:
    answers = {**all_clear(diary.catalogue), **finding}
    diary.write("screening_answered", offset, 7, scope="full", questions="1", answers=answers)


def _unlock(diary: Diary, offset: int) -> None:
    """Do what unlocks a person: answer the questions, and see a clinician where one is asked for."""
    _answer(diary, offset, {})
    if _standing(diary, offset).clearance.locks:
        _clear(diary, offset, Day())


def _clear(diary: Diary, offset: int, day: Day) -> None:
    tags = ["nerve-glide"] if day.which % 2 else []
    seen = diary.day(offset).isoformat()
    diary.write("clinician_cleared", offset, 7.4, by="Dr Example", on=seen, unlocks=tags)


def _exclude(diary: Diary, offset: int, day: Day) -> None:
    diary.write("exercise_excluded", offset, 7.5, exercise=SLUGS[day.which % len(SLUGS)])


def _include(diary: Diary, offset: int, day: Day) -> None:
    excluded = sorted(diary.person.progression.excluded) or ["superman"]
    diary.write("exercise_included", offset, 7.5, exercise=excluded[day.which % len(excluded)])


def _undo(diary: Diary, offset: int, day: Day) -> None:
    held = [ladder.undo for ladder in diary.person.progression.ladders.values() if ladder.undo]
    if held:
        diary.write("decision_undone", offset, 7.5, decision=held[day.which % len(held)].decision)


def _retract(diary: Diary, offset: int, day: Day) -> None:
    kinds = {"exercise_rated", "set_performed", "morning_after", "day_checked_in", "exercise_excluded"}
    fit = [event for event in diary.events if event.kind in kinds]
    if fit:
        diary.write("event_retracted", offset, 7.5, event=fit[-1 - day.which % len(fit)].id)


def _flare(diary: Diary, offset: int, day: Day) -> None:
    flaring = diary.person.progression.flare
    diary.write("flare_ended" if flaring else "flare_reported", offset, 7.5)


def _new_profile(diary: Diary, offset: int, day: Day) -> None:
    last = next(event for event in reversed(diary.events) if event.kind == "profile_set")
    change = {"provoked_by": [list(Direction)[day.which % len(Direction)].value]}
    diary.write("profile_set", offset, 7.5, **{**last.fields, **change})


DEEDS = {
    "exclude": _exclude,
    "include": _include,
    "undo": _undo,
    "retract": _retract,
    "flare": _flare,
    "clear": _clear,
    "profile": _new_profile,
}

_PLAIN: Mapping[str, Any] = {
    "birth_year": 1985,
    "experience": "regular",
    "months_in_pain": 6,
    "session_minutes": 20,
    "days": list(WEEKDAYS),
    "equipment": ["mat", "chair", "wall"],
    "avoid_positions": [],
    "precautions": [],
    "provoked_by": [],
}
_GOOD = (Day(gap=2),)
_FLARE = tuple(Day(gap, pain=pain, usual=2) for gap, pain in ((1, 6), (2, 6), (2, 5), (4, 2), (4, 1)))
_MOODS = tuple(Day(2, mood=mood, of_all=True) for mood in sorted(MOODS) for _ in range(3))
_DEEDS = (day for deed in sorted(DEEDS) for day in (Day(2, deed=deed), *_GOOD * 3))
_GAPS = ("", "skip", "rating", "set", "end")
_MISSING = (Day(2, missing=gap, morning=pain) for gap in _GAPS for pain in (0, None, 1, 2, 3))
_RESTS = (*_GOOD * 2, *(Day(1, waits=False),) * 2, *_GOOD)
_AWAY = (Day(15, answers=False), *_GOOD, Day(30), *_GOOD * 2, Day(8))
SURE = (
    Life({**_PLAIN, "session_minutes": 5, "months_in_pain": 0}, STARTS[0], _GOOD * 28),
    Life(_PLAIN, STARTS[1], (*_GOOD * 3, *_MOODS, *_GOOD)),
    Life(_PLAIN, STARTS[1], (*_GOOD * 3, *_DEEDS)),
    Life(_PLAIN, STARTS[2], tuple(_MISSING)),
    Life(_PLAIN, STARTS[2], (*_GOOD * 4, *_FLARE, *_GOOD * 4)),
    Life(_PLAIN, STARTS[3], (*_GOOD * 3, *_AWAY)),
    Life({**_PLAIN, "days": ["mon", "thu"]}, STARTS[3], _RESTS),
)
"""Lives that reach what chance reaches rarely: a climber, every mood and deed, silences, a flare-up, rest."""


def _train(whole: Lived, offset: int, day: Day, tasks: tuple[Task, ...]) -> None:
    diary = whole.diary
    rated = [task.exercise for task in tasks if diary.is_rated(task.exercise)]
    chosen = rated[day.which % len(rated)] if rated else ""
    usual = _usual(diary, offset)
    closing = None if day.missing == "end" else {"effort": 4, "pain_after": usual or 0}
    session = diary.train(offset, tasks, lambda slug: _felt(diary, day, slug, chosen, usual), closing=closing)
    whole.usual[session] = usual
    if day.morning is not None:
        pain = min(10, max(0, (usual or 0) + day.morning))
        diary.write("morning_after", offset + 1, 6.5, session=session, pain=pain)


def _usual(diary: Diary, offset: int) -> int | None:
    """The pain that a session is compared with: the newest told in seven days, the usual before the now."""
    kinds = {"day_checked_in", "screening_answered", "event_retracted"}
    told = facts_of(event for event in diary.events if event.kind in kinds).told
    return None if told is None or (diary.day(offset) - told[0]).days > 7 else told[1]


def _felt(diary: Diary, day: Day, slug: str, chosen: str, usual: int | None) -> Felt:
    if not diary.is_rated(slug):
        return Felt(None)
    if slug == chosen and day.missing == "skip":
        return Felt(skipped="pain")
    mood = MOODS[day.mood] if day.of_all or slug == chosen else GOOD
    pain = min(10, max((usual or 0) + mood["rise"], mood.get("pain_min", 0)))
    told = {key: value for key, value in mood.items() if key in ("effort", "symptom", "form", "camera")}
    rating = None if slug == chosen and day.missing == "rating" else {**told, "pain": pain}
    return Felt(rating, {"sets": 0} if slug == chosen and day.missing == "set" else {})


def in_one_zone(life: Life) -> Life:
    """Return the same life without travel and without summer time."""
    return Life(life.profile, life.start, tuple(replace(day, zone=0) for day in life.days))
