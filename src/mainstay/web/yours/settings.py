"""Settings: what was told about the person, and their diary."""

from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mainstay.catalogue import Catalogue
from mainstay.coach import Profile
from mainstay.web.desk import desk_of
from mainstay.words import (
    clearance_text,
    direction_text,
    equipment_text,
    exercise_text,
    tag_text,
    trouble_text,
    words_in,
)

_EXPERIENCE = {"new": "New to exercise", "returning": "Coming back to it", "regular": "Trains most weeks"}
_NOTHING = "Nothing"


@require_safe
def settings_page(request: HttpRequest) -> HttpResponse:
    """Show what was told, each part with a way to change it."""
    desk = desk_of(request)
    person = desk.person
    verdict = desk.clearance
    page = {
        "told": _told(desk.catalogue, person.profile) if person.profile else (),
        "screened": person.screening.full_day,
        "verdict": clearance_text(verdict.clearance).title,
        "excluded": [exercise_text(desk.catalogue, slug) for slug in sorted(person.progression.excluded)],
        "file": _file(),
    }
    return render(request, "yours/settings.html", page)


def _file() -> str:
    """Return where the diary is kept, where that is a file."""
    database = settings.DATABASES["default"]
    return str(database["NAME"]) if database["ENGINE"].endswith("sqlite3") else ""


def _told(catalogue: Catalogue, profile: Profile) -> tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]:
    """Return (step, heading, rows) of each screen about the person."""
    days = words_in("en").table("dates")["weekdays"]
    walk = f"{profile.walking_minutes} minutes" if profile.walking_minutes is not None else "Not said"
    return (
        (
            "time",
            "Time and days",
            (
                ("A session", f"{profile.session_minutes} minutes"),
                ("Days", ", ".join(days[day] for day in profile.days)),
            ),
        ),
        (
            "experience",
            "Where you start from",
            (
                ("Exercise", _EXPERIENCE[profile.experience.value]),
                ("Back pain", _since(profile.months_in_pain)),
                ("Easy walking", walk),
            ),
        ),
        ("equipment", "To hand", (("You have", _list(map(equipment_text, sorted(profile.equipment)))),)),
        (
            "limits",
            "To leave out",
            (
                ("Avoiding", _list(map(trouble_text, sorted(profile.avoid_positions)))),
                ("True of you", _list(tag_text(catalogue, tag) for tag in sorted(profile.precautions))),
            ),
        ),
        (
            "goal",
            "What it is for",
            (
                ("Sets it off", _list(map(direction_text, sorted(profile.provoked_by)))),
                ("To do again", profile.goal or "Not said"),
            ),
        ),
    )


def _list(words: Iterable[str]) -> str:
    """Return labels in a row, as one phrase: only the first keeps its capital."""
    first, *others = [*words, ""]
    return ", ".join([first, *(word[0].lower() + word[1:] for word in others if word)]) or _NOTHING


def _since(months: float) -> str:
    if months == 0:
        return "None"
    return "For less than three months" if months < 3 else "For three months or longer"
