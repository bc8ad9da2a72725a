"""Breaks from sitting: after how long, in which hours, and two minutes of a movement that is tolerated."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from mainstay.catalogue import Catalogue, Habit, HabitKind
from mainstay.coach import Profile, setting_on
from mainstay.web.between.cards import break_of, key_for
from mainstay.web.between.noted import habits_noted, times_text
from mainstay.web.between.shown import movement_view
from mainstay.web.between.state import day_or_way, sync_phrases
from mainstay.web.desk import Desk, desk_of
from mainstay.web.forms import Asked, Typed, choices, summary
from mainstay.web.start.profile import fields_of
from mainstay.words import minutes_text

_APART = 5
"""Minutes between the choices."""
_FROM, _TO = "09:00", "17:00"
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_NO_TIME = "Please write a time, such as 09:00."
_NO_HOURS = "Please choose an end that is later than the beginning."
_NO_MINUTES = "Please choose one."

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Hours:
    """What the person chose: minutes of sitting (0 for no breaks), from when to when."""

    minutes: int
    since: str
    until: str


@require_safe
def breaks(request: HttpRequest) -> HttpResponse:
    """Show a movement for a break, and when breaks come."""
    return _shown(request, desk_of(request), {}, {})


@require_POST
def hours(request: HttpRequest) -> HttpResponse:
    """Keep after how much sitting a break is wanted, and in which hours."""
    desk, posted = desk_of(request), request.POST
    profile = desk.person.profile
    if profile is None:
        return redirect("home")
    faults = _faults(posted, _choices(desk.catalogue, profile))
    if faults:
        return _shown(request, desk, posted, faults)
    told = {
        "break_minutes": int(posted["minutes"]),
        "break_hours": {"from": posted["since"], "to": posted["until"]},
    }
    if fields_of(profile) | told != fields_of(profile):
        desk.write([desk.new("profile_set", **(fields_of(profile) | told))])
    return redirect("breaks")


def _shown(request: HttpRequest, desk: Desk, posted: Texts, faults: Texts) -> HttpResponse:
    person = desk.person
    day = day_or_way(desk, person)
    if isinstance(day, HttpResponse):
        return day
    assert person.profile is not None
    habit, chosen = break_habit(desk.catalogue), chosen_hours(desk.catalogue, person.profile)
    offered = break_of(desk.catalogue, day)
    asked = _asked(desk.catalogue, person.profile, posted, faults)
    rules = desk.catalogue.rules.habits
    page = {
        "on": desk.day.isoformat(),
        "habit": habit,
        "chosen": chosen,
        "done": times_text(offered.done if offered else 0),
        "movement": movement_view(
            setting_on(desk.catalogue, person, desk.day), habit, request.GET.get("n", "")
        ),
        "seconds": rules.break_seconds.whole,
        "length": minutes_text(rules.break_seconds.value),
        "key": key_for(desk, "habit_done", habit=habit.slug),
        "noted": [line for line in habits_noted(desk) if line.habit == habit.slug],
        "asked": asked,
        "errors": summary(asked),
        "sync_phrases": sync_phrases(),
    }
    return render(request, "between/breaks.html", page, status=422 if faults else 200)


def break_habit(catalogue: Catalogue) -> Habit:
    """Return the habit of breaking up sitting; there is one."""
    return next(habit for habit in catalogue.habits.values() if habit.kind is HabitKind.BREAK)


def chosen_hours(catalogue: Catalogue, profile: Profile) -> Hours:
    """Return what the person chose, or what the rules take where they have not."""
    told, span = profile.break_minutes, profile.break_hours or (_FROM, _TO)
    minutes = catalogue.rules.habits.break_minutes.whole if told is None else told
    return Hours(minutes, *span)


def _choices(catalogue: Catalogue, profile: Profile) -> list[int]:
    """Return the choices, none first; a number that was told elsewhere is one of them."""
    rules, told = catalogue.rules.habits, chosen_hours(catalogue, profile).minutes
    usual = range(rules.break_from_minutes.whole, rules.break_minutes.whole + 1, _APART)
    return [0, *sorted({*usual, told} - {0})]


def _asked(catalogue: Catalogue, profile: Profile, posted: Texts, faults: Texts) -> list[Asked | Typed]:
    now = chosen_hours(catalogue, profile)
    texts = [
        (str(minutes), f"{minutes} minutes" if minutes else "No breaks")
        for minutes in _choices(catalogue, profile)
    ]
    chosen = (posted.get("minutes", str(now.minutes)),)
    return [
        Asked(
            "minutes",
            "After how much sitting?",
            choices([*texts[1:], texts[0]], chosen),
            fault=faults.get("minutes", ""),
            shape="tiles pairs",
        ),
        Typed("since", "From", "time", posted.get("since", now.since), fault=faults.get("since", "")),
        Typed("until", "To", "time", posted.get("until", now.until), fault=faults.get("until", "")),
    ]


def _faults(posted: Texts, minutes: list[int]) -> dict[str, str]:
    found = {} if posted.get("minutes") in {str(one) for one in minutes} else {"minutes": _NO_MINUTES}
    found |= {name: _NO_TIME for name in ("since", "until") if not _CLOCK.fullmatch(posted.get(name, ""))}
    if not found and posted["until"] <= posted["since"]:
        found["until"] = _NO_HOURS
    return found
