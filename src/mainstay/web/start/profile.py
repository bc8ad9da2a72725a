"""The profile as the form knows it: sensible defaults, and back and forth to the diary's event."""

from datetime import date
from typing import Any

from mainstay.coach import Profile, day_names
from mainstay.diary import store
from mainstay.web.desk import Desk

Fields = dict[str, Any]

DEFAULTS: Fields = {
    "experience": "new",
    "months_in_pain": 0,
    "session_minutes": 20,
    "days": ["mon", "wed", "fri"],
    "equipment": ["mat", "chair", "wall"],
}
_ADULT = 40


def fields_of(profile: Profile) -> Fields:
    """Return a profile as the fields of its event; each event replaces the whole profile."""
    hours = profile.break_hours
    fields = {
        "birth_year": profile.birth_year,
        "experience": profile.experience.value,
        "months_in_pain": profile.months_in_pain,
        "session_minutes": profile.session_minutes,
        "days": day_names(profile.days),
        "equipment": sorted(profile.equipment),
        "avoid_positions": sorted(profile.avoid_positions),
        "precautions": sorted(profile.precautions),
        "provoked_by": sorted(profile.provoked_by),
        "walking_minutes": profile.walking_minutes,
        "goal": profile.goal,
        "sex": profile.sex,
        "break_minutes": profile.break_minutes,
        "break_hours": dict(zip(("from", "to"), hours, strict=True)) if hours else None,
        "cue": profile.cue,
    }
    return {name: value for name, value in fields.items() if value is not None and value != ""}


def birth_year(desk: Desk) -> int:
    """Return the year of birth that the age in the safety questions points to, at most one year off."""
    ages = (
        event.day.year - int(event.fields["answers"]["age"])
        for event in store.events_of(desk.diary, standing=True)
        if event.kind == "screening_answered" and isinstance(event.fields["answers"].get("age"), int)
    )
    return next(reversed(list(ages)), _year_of(desk.day))


def _year_of(day: date) -> int:
    return day.year - _ADULT
