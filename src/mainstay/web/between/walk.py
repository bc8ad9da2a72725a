"""The walk: today's minutes and why, the weeks ahead, noting one by hand or by timer, and what was noted."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from mainstay.coach import (
    Person,
    Setting,
    Walk,
    morning_due,
    setting_on,
    walk_unheard,
    walk_weeks,
    why_not,
)
from mainstay.web.between.cards import key_for, walk_title, walked_on
from mainstay.web.between.noted import walks_noted
from mainstay.web.between.noting import MOST_MINUTES, back, read_minutes, write_once
from mainstay.web.between.ramp import ramp_view
from mainstay.web.between.state import day_or_way, sync_phrases
from mainstay.web.desk import Desk, desk_of
from mainstay.web.forms import Asked, Typed, pain_scale, read_scale, summary
from mainstay.web.library.moving import moving_view
from mainstay.web.start.safety import full_set_due
from mainstay.web.train.forms import SYMPTOMS
from mainstay.web.train.questions import symptom
from mainstay.words import day_text, reason_text

WALKING = "walking"
_NO_MINUTES = f"Please write whole minutes, from 1 to {MOST_MINUTES}."
_NO_PAIN = "Please choose a number, 0 if there is no pain."

Texts = Mapping[str, str]


@require_safe
def walk(request: HttpRequest) -> HttpResponse:
    """Show the walk of the day."""
    return _shown(request, desk_of(request), {}, {})


@require_POST
def note(request: HttpRequest) -> HttpResponse:
    """Note a walk, and how the back is after it where that was told."""
    desk, posted = desk_of(request), request.POST
    minutes, pain = read_minutes(posted.get("minutes", "")), read_scale(posted.get("pain_now"))
    feels = posted.get("symptom") if posted.get("symptom") in SYMPTOMS else None
    faults = {} if minutes else {"minutes": _NO_MINUTES}
    if feels and pain is None:
        faults["pain_now"] = _NO_PAIN
    if faults:
        return _shown(request, desk, posted, faults)
    told = [desk.new("walk_logged", minutes=minutes)]
    if pain is not None:
        told.append(desk.new("day_checked_in", pain_now=pain, **({"symptom": feels} if feels else {})))
    write_once(desk, told, posted.get("key", ""))
    return back(request, "walk")


@require_POST
def morning(request: HttpRequest) -> HttpResponse:
    """Take in how the back is on the morning after a walk."""
    desk, posted = desk_of(request), request.POST
    pain, usual = read_scale(posted.get("morning")), read_scale(posted.get("usual"))
    if pain is None:
        return _shown(request, desk, posted, {"morning": _NO_PAIN})
    desk.write(
        [desk.new("day_checked_in", pain_now=pain, **({} if usual is None else {"pain_usual": usual}))]
    )
    return back(request, "walk")


def _shown(request: HttpRequest, desk: Desk, posted: Texts, faults: Texts) -> HttpResponse:
    person = desk.person
    day = day_or_way(desk, person)
    if isinstance(day, HttpResponse):
        return day
    setting = setting_on(desk.catalogue, person, desk.day)
    fields = _fields(day.walk, posted, faults)
    asked = _morning(setting, posted, faults)
    page = {
        "day": day_text(desk.day),
        "on": desk.day.isoformat(),
        "walk": day.walk,
        **(_told(desk, day.walk) if day.walk else _why_none(desk, person)),
        "done": walked_on(desk, person),
        **fields,
        "key": key_for(desk, "walk_logged", minutes=0),
        "ramp": ramp_view(setting) if _grows(day.walk) else None,
        "dots": _dots(day.walk),
        "week": day_text(walk_weeks(setting, 1)[0].first),
        "cadence": desk.catalogue.rules.walking.cadence_min.whole,
        "noted": walks_noted(desk),
        "morning": asked,
        "session_morning": bool(morning_due(desk.catalogue, person, desk.day)),
        "questions_due": full_set_due(desk),
        "errors": summary([*fields.values(), *asked]),
        "sync_phrases": sync_phrases(),
    }
    return render(request, "between/walk.html", page, status=422 if faults else 200)


def _told(desk: Desk, walk: Walk) -> dict[str, Any]:
    exercise = desk.catalogue.exercises[WALKING]
    return {
        "title": walk_title(walk),
        "pace": exercise.rung(walk.rung),
        "cues": exercise.cues,
        "stop_rules": exercise.stop_rules,
        "why": [reason_text(desk.catalogue, reason) for reason in walk.why],
        "moving": moving_view(WALKING, walk.rung),
    }


def _grows(walk: Walk | None) -> bool:
    """Whether there are weeks ahead to show: not from nothing, and not from days of short bouts."""
    return walk is not None and walk.minutes > 0 and walk.bouts == 1


def _dots(walk: Walk | None) -> list[str]:
    """Return a CSS class for each day that the week asks for; none while days are of short bouts."""
    if walk is None or walk.bouts > 1:
        return []
    return ["done" if day < walk.walked else "" for day in range(walk.days)]


def _why_none(desk: Desk, person: Person) -> dict[str, Any]:
    reasons = why_not(desk.catalogue, person, WALKING, desk.day)
    return {
        "title": "No walk is asked for",
        "why": [reason_text(desk.catalogue, reason) for reason in reasons],
        "moving": None,
    }


def _fields(walk: Walk | None, posted: Texts, faults: Texts) -> dict[str, Asked | Typed]:
    asked_for = str(walk.minutes) if walk and walk.minutes else ""
    return {
        "minutes": Typed(
            "minutes",
            "I walked",
            kind="number",
            value=posted.get("minutes", asked_for),
            unit="minutes",
            lowest=1,
            highest=MOST_MINUTES,
            fault=faults.get("minutes", ""),
        ),
        "pain": pain_scale(
            "pain_now",
            "How is your back now?",
            posted.get("pain_now", ""),
            fault=faults.get("pain_now", ""),
            optional=True,
        ),
        "feels": symptom("symptom", "What does it feel like?", SYMPTOMS, posted, faults, optional=True),
    }


def _morning(setting: Setting, posted: Texts, faults: Texts) -> list[Asked | Typed]:
    """Return the question about the morning after yesterday's walk, where it is open."""
    if not walk_unheard(setting):
        return []
    now = pain_scale(
        "morning",
        "How is your back this morning?",
        posted.get("morning", ""),
        hint="You walked yesterday. One number tells the coach whether the walk goes on, stays or eases off.",
        fault=faults.get("morning", ""),
    )
    usual = pain_scale("usual", "And on a usual day, lately?", posted.get("usual", ""), optional=True)
    return [now, usual]
