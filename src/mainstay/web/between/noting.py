"""Noting what was done between sessions, and taking it back."""

import re
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from mainstay.diary import store
from mainstay.kernel import Event
from mainstay.web.desk import Desk, desk_of

MOST_MINUTES = 600
"""The longest walk that the form takes; whoever walks for longer than ten hours notes it in two."""

_PAGES = ("today", "walk", "breaks", "habits")
_MINUTES = re.compile(r"\d{1,3}", re.ASCII)
_KINDS = ("walk_logged", "habit_done")


@require_POST
def habit_done(request: HttpRequest, slug: str) -> HttpResponse:
    """Note that a habit was done."""
    desk = desk_of(request)
    if slug not in desk.catalogue.habits:
        raise Http404("There is no such habit.")
    write_once(desk, [desk.new("habit_done", habit=slug)], request.POST.get("key", ""))
    return back(request, "habits")


@require_POST
def take_back(request: HttpRequest) -> HttpResponse:
    """Take back a walk or a habit that was noted."""
    desk, named = desk_of(request), request.POST.get("event", "")
    told = store.events_of(desk.diary, standing=True, kinds=_KINDS)
    if any(event.id == named for event in told):
        desk.write([desk.new("event_retracted", event=named)])
    return back(request, "walk")


def write_once(desk: Desk, told: Sequence[Event], key: str) -> None:
    """Write events, the first under the id that its form brought: a form sent twice is written once."""
    first, *others = told
    try:
        desk.write([replace(first, id=key) if _is_id(key) else first, *others])
    except store.Conflict:
        # The first of two quick taps is in the diary already.
        return


def read_minutes(text: str) -> int | None:
    """Return the minutes of a walk; None for what is none."""
    text = text.strip()
    found = int(text) if _MINUTES.fullmatch(text) else 0
    return found if 0 < found <= MOST_MINUTES else None


def back(request: HttpRequest, otherwise: str) -> HttpResponse:
    """Return to the page that the form stood on."""
    wanted = request.POST.get("back", "")
    return redirect(wanted if wanted in _PAGES else otherwise)


def _is_id(key: str) -> bool:
    try:
        return UUID(key).version == 7 and str(UUID(key)) == key
    except ValueError:
        return False
