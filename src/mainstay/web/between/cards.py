"""The two cards on the page of the day: nothing is looked up but what the day's plan says already."""

from dataclasses import dataclass

from mainstay.catalogue import Catalogue, HabitKind, Shown
from mainstay.coach import DayHabit, Person, Today, Walk
from mainstay.web.between.noted import times_text
from mainstay.web.desk import Desk
from mainstay.words import exercise_text, reason_text

LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class WalkCard:
    """The day's walk in a few words.

    ``minutes`` are noted with one tap, ``done`` are those walked today, and ``open`` says whether a tap is
    still offered: until the first walk, or the last of several short ones. ``key`` is the id of the event
    that a tap writes, so that two quick taps are one walk.
    """

    title: str
    why: str
    minutes: int
    done: int
    open: bool
    key: str


@dataclass(frozen=True, slots=True)
class BreaksCard:
    """A break from sitting: after how many ``minutes``, with which movement, and ``done`` today how often."""

    slug: str
    minutes: int
    movement: str
    shown: Shown | None
    done: str
    key: str


def walk_card(desk: Desk, day: Today) -> WalkCard | None:
    """Return the card of the day's walk; None on a day on which none is to be shown."""
    if day.walk is None or day.mode == LOCKED:
        return None
    walk, done = day.walk, walked_on(desk, desk.person)
    return WalkCard(
        title=walk_title(walk),
        why=reason_text(desk.catalogue, walk.why[0]),
        minutes=walk.minutes,
        done=done,
        open=walk.minutes > 0 and done <= walk.minutes * (walk.bouts - 1),
        key=key_for(desk, "walk_logged", minutes=walk.minutes),
    )


def breaks_card(desk: Desk, day: Today) -> BreaksCard | None:
    """Return the card of breaks from sitting; None where the person wants none, or on a locked day."""
    habit = break_of(desk.catalogue, day)
    if habit is None or day.mode == LOCKED:
        return None
    name = exercise_text(desk.catalogue, habit.shown.exercise) if habit.shown else ""
    minutes = int(habit.why[0].number("minutes") or 0)
    key = key_for(desk, "habit_done", habit=habit.habit)
    return BreaksCard(habit.habit, minutes, name, habit.shown, times_text(habit.done), key)


def walk_title(walk: Walk) -> str:
    """Return the day's walk as a heading."""
    if not walk.minutes:
        return "A walk, if you like"
    minutes = f"{walk.minutes} minute{'' if walk.minutes == 1 else 's'}"
    return f"A walk of {minutes}" if walk.bouts == 1 else f"{walk.bouts} short walks of {minutes}"


def walked_on(desk: Desk, person: Person) -> int:
    """Return the whole minutes walked today."""
    days = person.habits.walking.days
    return round(next((told.minutes for told in days if told.day == desk.day), 0))


def break_of(catalogue: Catalogue, day: Today) -> DayHabit | None:
    """Return the day's break from sitting; None where there is none."""
    kinds = {slug: habit.kind for slug, habit in catalogue.habits.items()}
    return next((habit for habit in day.habits if kinds[habit.habit] is HabitKind.BREAK), None)


def key_for(desk: Desk, kind: str, **fields: object) -> str:
    """Return the id of an event that is not written yet, for a form that writes it once."""
    return desk.new(kind, **fields).id
