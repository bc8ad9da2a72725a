"""For a device that trains offline: hello, the packet of a day, and the events it brings back."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from ninja import Router

from mainstay.diary import store
from mainstay.web import clock
from mainstay.web.api.door import api, refusal
from mainstay.web.api.packets import packet_of, version
from mainstay.web.api.shapes import MOST, REFUSED, Batch, Day, Hello, OtherDiary, Problem, Taken
from mainstay.web.api.taking import AnotherDiary, take
from mainstay.web.desk import desk_of

device = Router(tags=["device"])

AHEAD = timedelta(days=6)
"""How far ahead a device can be made ready: a week with today."""


@device.get("/hello", response={200: Hello, REFUSED: Problem}, summary="What a device needs before it talks")
def hello(request: HttpRequest) -> dict[str, Any]:
    """Give the CSRF token, the time on the person's clock, the diary's name and the version of packets."""
    diary = store.the_diary()
    return {
        "csrf": get_token(request),
        "now": clock.now(request),
        "diary": store.edition(diary),
        "mark": store.mark(diary),
        "version": version(),
    }


@device.get(
    "/days/{day}",
    response={200: dict[str, Any], REFUSED: Problem},
    summary="All that is needed to train on a day without the server",
)
def packet(request: HttpRequest, day: Day) -> dict[str, Any]:
    """Give the packet of today or one of the next six days."""
    desk = desk_of(request)
    if not timedelta(0) <= day - desk.day <= AHEAD:
        raise Http404(f"There are packets from {desk.day} to {desk.day + AHEAD}.")
    return packet_of(desk, clock.now(request), day)


@device.post(
    "/diary/events",
    response={200: Taken, 409: OtherDiary, REFUSED: Problem},
    summary="Hand over events, in any order and as often as it takes",
)
def events(request: HttpRequest, batch: Batch) -> HttpResponse | dict[str, Any]:
    """Save events once each; what is in `saved` is on the disk. A faulty event holds up no other."""
    if len(batch.events) > MOST:
        return refusal(request, 413, f"At most {MOST} events fit in one request; send them in parts.")
    try:
        saved, refused = take(batch.diary, batch.events)
    except AnotherDiary as other:
        return api.create_response(request, {"problem": str(other), "diary": other.here}, status=409)
    return {"saved": saved, "refused": refused, "now": clock.now(request)}
