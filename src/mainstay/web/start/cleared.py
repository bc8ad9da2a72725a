"""Recording that a clinician has looked, and what they opened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from mainstay.catalogue import Catalogue
from mainstay.kernel import Clearance
from mainstay.web.desk import Desk, desk_of
from mainstay.web.forms import Asked, Typed, choices, summary
from mainstay.words import exercise_text

_LONGEST = 2000
_BY = "Who has looked at it?"
_WHO = "Please say who looked at it: a name, or “my doctor”."


@dataclass(frozen=True, slots=True)
class Clearing:
    """The form: its fields as shown, and the event's fields where nothing is missing."""

    fields: tuple[Asked | Typed, ...]
    event: dict[str, Any] | None


@require_http_methods(["GET", "HEAD", "POST"])
def cleared(request: HttpRequest) -> HttpResponse:
    """Ask who looked and when; write it down and show what it changes."""
    desk = desk_of(request)
    posted = request.POST if request.method == "POST" else None
    form = read(desk, posted, request.POST.getlist("unlocks"))
    if form.event is not None:
        desk.write([desk.new("clinician_cleared", **form.event)])
        return redirect("safety-result")
    faults = summary(form.fields)
    same_day = desk.person.screening.emergency == desk.day and desk.clearance.clearance is Clearance.EMERGENCY
    page = {"fields": form.fields, "faults": faults, "same_day": same_day}
    return render(request, "start/cleared.html", page, status=422 if faults else 200)


def read(desk: Desk, posted: Mapping[str, str] | None, unlocks: list[str]) -> Clearing:
    """Read the form, or show it empty with today's date where nothing was sent."""
    given = posted or {}
    by, note = given.get("by", "").strip(), given.get("note", "").strip()[:_LONGEST]
    on = given.get("on", "") if posted is not None else desk.day.isoformat()
    openable = unlocks_of(desk.catalogue)
    wanted = [tag for tag in unlocks if tag in dict(openable)]
    who_fault = _WHO if posted is not None and not by else ""
    on_fault = _date_fault(on, desk.day)
    fields = (
        Typed(
            "by",
            _BY,
            value=by,
            fault=who_fault,
            hint="A doctor or physiotherapist.",
            most=200,
        ),
        Typed("on", "On which day?", kind="date", value=on, fault=on_fault),
        Typed("note", "Anything they asked of you?", value=note, optional=True, most=_LONGEST),
        Asked(
            "unlocks",
            "Did they open any of these for you?",
            choices(openable, wanted),
            kind="checkbox",
            hint="These stay closed unless a clinician has shown you how and said that you may.",
            optional=True,
        ),
    )
    if posted is None or who_fault or on_fault:
        return Clearing(fields, None)
    extra = {"note": note, "unlocks": wanted}
    return Clearing(fields, {"by": by, "on": on} | {key: value for key, value in extra.items() if value})


def unlocks_of(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Return the tags that a clinician may open, each with the name of what it opens."""
    locked = {e.unlock: exercise_text(catalogue, e.slug) for e in catalogue.exercises.values() if e.unlock}
    return sorted(locked.items())


def _date_fault(text: str, today: date) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return "Please give the day, such as 2026-03-31."
    return "That day is still to come; please give the day they looked." if day > today else ""
