"""Progress at a glance: is it working, the last week, and what the charts show."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from mainstay.coach import Readiness, Results
from mainstay.web.day.lines import reason_texts
from mainstay.web.desk import Desk, desk_of
from mainstay.web.progress.events import adverse_days
from mainstay.web.progress.looking import look_back, review_on
from mainstay.web.progress.pictures import over_time, pictures, strength
from mainstay.web.progress.spans import choices_of, span_of
from mainstay.web.progress.verdict import answer_of
from mainstay.words import chart_captions, day_text

_FOR_TODAY = (Readiness.DUE, Readiness.CHECK_IN)


@require_safe
def summary(request: HttpRequest) -> HttpResponse:
    """Show how things are going, over the span that the address asks for."""
    desk = desk_of(request)
    person = desk.person
    if person.profile is None:
        return redirect("home")
    span = span_of(request.GET.get("span", ""))
    look, week = look_back(desk, person, span), review_on(desk, desk.day)
    page = {
        "answer": answer_of(desk.catalogue, look.results),
        "advice": reason_texts(desk.catalogue, look.results.advice),
        "due": sum(track.due is not None for track in look.results.measures),
        "tests": _tests(desk, look.results),
        "week": week.week,
        "week_days": f"{day_text(week.week.begins)} to {day_text(week.week.until)}",
        "told": reason_texts(desk.catalogue, week.told),
        "suggestion": reason_texts(desk.catalogue, [week.suggestion])[0],
        "spans": choices_of(span),
        "span_days": chart_captions().days(look.since, desk.day),
        "pictures": pictures(look, over_time(look)),
        "adverse": adverse_days(look.ledger, look.since),
    }
    return render(request, "progress/summary.html", page)


@require_safe
def exercises(request: HttpRequest) -> HttpResponse:
    """Show how each exercise has come along."""
    desk = desk_of(request)
    person = desk.person
    if person.profile is None:
        return redirect("home")
    span = span_of(request.GET.get("span", ""))
    look = look_back(desk, person, span)
    page = {
        "spans": choices_of(span),
        "span_days": chart_captions().days(look.since, desk.day),
        "pictures": pictures(look, strength(look)),
    }
    return render(request, "progress/exercises.html", page)


def _tests(desk: Desk, results: Results) -> list[str]:
    """Return the self-tests that are for today, by name."""
    return [
        desk.catalogue.tests[track.test].name
        for track in results.tests
        if track.offer.readiness in _FOR_TODAY
    ]
