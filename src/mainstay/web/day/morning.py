"""The morning after: how the last session settled."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from mainstay.catalogue import Catalogue
from mainstay.coach import Person, morning_due
from mainstay.web.desk import desk_of
from mainstay.web.forms import pain_scale, read_scale, summary
from mainstay.words import day_text


def due(person: Person, catalogue: Catalogue, day: date) -> tuple[str, str] | None:
    """Return the id and the day, in words, of the newest session whose next morning is not known yet."""
    session = morning_due(catalogue, person, day)
    if session is None:
        return None
    yesterday = day - session.day == timedelta(days=1)
    return session.id, "yesterday" if yesterday else f"on {day_text(session.day)}"


@require_http_methods(["GET", "HEAD", "POST"])
def morning(request: HttpRequest) -> HttpResponse:
    """Ask for the pain now, and let the coach decide what follows."""
    desk = desk_of(request)
    waiting = due(desk.person, desk.catalogue, desk.day)
    if waiting is None:
        return redirect("today")
    session, when = waiting
    pain = read_scale(request.POST.get("pain"))
    if pain is not None:
        desk.write([desk.new("morning_after", session=session, pain=pain)])
        return redirect("today")
    fault = "Please choose a number, 0 if there is no pain." if request.method == "POST" else ""
    field = pain_scale("pain", "How is your back now?", fault=fault)
    page = {"field": field, "when": when, "faults": summary([field])}
    return render(request, "day/morning.html", page, status=422 if fault else 200)
