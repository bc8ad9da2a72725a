"""For programs of the person's own: the documents of the command line, over HTTP."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Router

from mainstay import coach
from mainstay.catalogue import load_catalogue
from mainstay.diary import store
from mainstay.exchange import decision_json, plan_json, progress_document, today_json
from mainstay.web import clock
from mainstay.web.api.shapes import REFUSED, Day, Problem

documents = Router(tags=["documents"])

Json = dict[str, Any]
_JSON = {200: Json, REFUSED: Problem}


# The centuries of which a diary can tell; the coach looks at some weeks around a day.
_FIRST, _LAST = date(1900, 1, 1), date(2199, 11, 1)


def _day(request: HttpRequest, on: date | None) -> date:
    """Return the day that is asked for, or today; answer that there is none outside of our centuries."""
    day = on or clock.today(request)
    if not _FIRST <= day <= _LAST:
        raise Http404(f"There is nothing to tell of {day}; ask for a day from {_FIRST} to {_LAST}.")
    return day


@documents.get("/today", response=_JSON, summary="One day, as `mainstay today --json`")
def today(request: HttpRequest, on: Day | None = None) -> Json:
    """Give the day: mode, session, walk and reasons."""
    catalogue, person = load_catalogue(), store.person_of(store.the_diary())
    return today_json(catalogue, coach.today(catalogue, person, _day(request, on)))


@documents.get("/plan", response=_JSON, summary="Seven days, as `mainstay plan --json`")
def plan(request: HttpRequest, on: Day | None = None) -> Json:
    """Give the week from a day on."""
    catalogue, person = load_catalogue(), store.person_of(store.the_diary())
    return plan_json(catalogue, coach.plan(catalogue, person, _day(request, on)))


@documents.get(
    "/decisions",
    response={200: list[Json], REFUSED: Problem},
    summary="Every decision, as `mainstay decisions --json`",
)
def decisions(request: HttpRequest) -> list[Json]:
    """Give what the coach decided, oldest first."""
    catalogue = load_catalogue()
    return [decision_json(catalogue, decision) for decision in store.decisions_of(store.the_diary())]


@documents.get("/progress", response=_JSON, summary="The series, as `mainstay progress --json`")
def progress(request: HttpRequest, on: Day | None = None) -> Json:
    """Give pain, sessions, ladders, walks, measures, self-tests and a summary, up to a day."""
    catalogue, diary = load_catalogue(), store.the_diary()
    person, events = store.person_of(diary), list(store.events_of(diary))
    return progress_document(catalogue, person, events, store.decisions_of(diary), _day(request, on))


@documents.get(
    "/events", response={200: list[Json], REFUSED: Problem}, summary="The diary, as `mainstay export`"
)
def events(request: HttpRequest, since: Day | None = None) -> list[Json]:
    """Give the events, those taken back as well, in the diary's order."""
    told = store.events_of(store.the_diary(), since=since and _day(request, since))
    return [{"id": e.id, "kind": e.kind, "at": e.at.isoformat(), **e.fields} for e in told]
