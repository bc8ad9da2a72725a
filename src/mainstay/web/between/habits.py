"""Small habits: what each is for, a guided check step by step, and what was done this week."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from mainstay.catalogue import Habit, HabitCheck, HabitKind
from mainstay.coach import DayHabit, Setting, habit_faults, setting_on
from mainstay.web.between.cards import key_for
from mainstay.web.between.noted import habits_noted, times_done, times_text
from mainstay.web.between.pictures import pose_address
from mainstay.web.between.shown import movement_view
from mainstay.web.between.state import day_or_way, sync_phrases
from mainstay.web.desk import Desk, desk_of
from mainstay.web.library.ladder import cited
from mainstay.web.library.pictures import address
from mainstay.words import grade_text, reason_text


@dataclass(frozen=True, slots=True)
class HabitLine:
    """A habit in the list, with the address of the ``picture`` beside it.

    ``times`` says how often it was done lately, ``why`` that it is offered today, ``not_now`` why it is not
    for the person; each is empty where there is nothing to say.
    """

    habit: Habit
    times: str
    picture: str = ""
    why: str = ""
    not_now: str = ""


@require_safe
def habits(request: HttpRequest) -> HttpResponse:
    """Show the habits: those of today first, then the others, then what is not for the person."""
    desk = desk_of(request)
    day = day_or_way(desk, desk.person)
    if isinstance(day, HttpResponse):
        return day
    lines = _lines(desk, {habit.habit: habit for habit in day.habits})
    page = {
        "on": desk.day.isoformat(),
        "today": [line for line in lines if line.why],
        "others": [line for line in lines if not line.why and not line.not_now],
        "not_now": [line for line in lines if line.not_now],
        "noted": habits_noted(desk),
        "sync_phrases": sync_phrases(),
    }
    return render(request, "between/habits.html", page)


@require_safe
def habit(request: HttpRequest, slug: str) -> HttpResponse:
    """Guide through one habit."""
    desk = desk_of(request)
    known = desk.catalogue.habits.get(slug)
    if known is None:
        raise Http404("There is no such habit.")
    if known.kind is HabitKind.BREAK:
        return redirect("breaks")
    day = day_or_way(desk, desk.person)
    if isinstance(day, HttpResponse):
        return day
    return render(request, "between/habit.html", _page(desk, known, request.GET.get("n", "")))


def _page(desk: Desk, known: Habit, wanted: str) -> dict[str, Any]:
    setting = setting_on(desk.catalogue, desk.person, desk.day)
    return {
        "on": desk.day.isoformat(),
        "habit": known,
        "steps": [(check.text, _picture(known, check)) for check in known.checks],
        "not_now": _not_now(setting, known),
        "movement": movement_view(setting, known, wanted) if known.movements else None,
        "times": times_text(times_done(desk).get(known.slug, 0)),
        "grade": grade_text(known.grade),
        "sources": cited(desk.catalogue, known.sources),
        "lesson": desk.catalogue.lessons.get(known.lesson),
        "key": key_for(desk, "habit_done", habit=known.slug),
        "sync_phrases": sync_phrases(),
    }


def _picture(known: Habit, check: HabitCheck) -> str:
    """Return the address of a step's figure; nothing where words alone say it."""
    if check.shown:
        return address("picture", check.shown.exercise, check.shown.rung)
    return pose_address(known.slug, check.pose) if check.pose else ""


def _lines(desk: Desk, offered: Mapping[str, DayHabit]) -> list[HabitLine]:
    setting, times = setting_on(desk.catalogue, desk.person, desk.day), times_done(desk)
    return [
        HabitLine(
            known,
            times_text(times.get(slug, 0)),
            _beside(known, offered.get(slug)),
            _why(desk, offered.get(slug)),
            _not_now(setting, known),
        )
        for slug, known in desk.catalogue.habits.items()
    ]


def _beside(known: Habit, offered: DayHabit | None) -> str:
    """Return the figure of the first step that has one, or of the movement chosen for the day."""
    steps = filter(None, (_picture(known, check) for check in known.checks))
    shown = offered.shown if offered else None
    return next(steps, address("picture", shown.exercise, shown.rung) if shown else "")


def _why(desk: Desk, offered: DayHabit | None) -> str:
    return " ".join(reason_text(desk.catalogue, reason) for reason in offered.why) if offered else ""


def _not_now(setting: Setting, known: Habit) -> str:
    """Return in words why a habit is not for the person; nothing where it is."""
    faults = " ".join(reason_text(setting.catalogue, fault) for fault in habit_faults(setting, known))
    if faults or known.kind is not HabitKind.STRETCH or movement_view(setting, known, ""):
        return faults
    return "None of the stretches fits what you told about your back today."
