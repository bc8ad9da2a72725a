"""What a case expects of walks and habits, compared with what the coach says."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from mainstay import coach
from tests.coach.diaries import Diary
from tests.coach.living import Table

_DAYS = 14


def _walk_is(diary: Diary, day: int, wanted: Table) -> Iterator[str]:
    """Parts of the day's walk by name, and the codes of its reasons."""
    walk = diary.today(day).walk
    if walk is None:
        yield f"there is no walk on day {day}"
        return
    parts = ("minutes", "bouts", "rung", "days", "walked")
    found = {name: getattr(walk, name) for name in parts} | {"why": [reason.code for reason in walk.why]}
    for name, value in wanted.items():
        if found[name] != value:
            yield f"the walk's {name} on day {day} is {found[name]}, not {value}"


def _walks_ahead(diary: Diary, day: int, wanted: list[int]) -> Iterator[str]:
    week = coach.plan(diary.catalogue, diary.person, diary.day(day)).week
    found = [planned.walk_minutes or 0 for planned in week]
    if found != wanted:
        yield f"the walks from day {day} on are {found}, not {wanted}"


def _habits(diary: Diary, day: int, wanted: list[str]) -> Iterator[str]:
    found = [habit.habit for habit in diary.today(day).habits]
    if found != wanted:
        yield f"the habits on day {day} are {found}, not {wanted}"


def _habit_done(diary: Diary, day: int, wanted: Table) -> Iterator[str]:
    found = {habit.habit: habit.done for habit in diary.today(day).habits}
    for slug, times in wanted.items():
        if found.get(slug) != times:
            yield f"{slug} was done {found.get(slug)} times on day {day}, not {times}"


def _shows(diary: Diary, day: int, wanted: Table) -> Iterator[str]:
    """All the movements that a habit shows over two weeks, in the order of their names."""
    days = [diary.today(one).habits for one in range(day, day + _DAYS)]
    for slug, exercises in wanted.items():
        shown = [habit.shown for habits in days for habit in habits if habit.habit == slug]
        found = sorted({one.exercise for one in shown if one})
        if found != exercises:
            yield f"{slug} shows {found}, not {exercises}"


BETWEEN_CHECKS: Mapping[str, Callable[[Diary, int, Any], Iterator[str]]] = {
    "walk_is": _walk_is,
    "walks_ahead": _walks_ahead,
    "habits": _habits,
    "habit_done": _habit_done,
    "habit_shows": _shows,
}
