"""The time on the person's own clock: the only place where the web asks what time it is."""

from datetime import date, datetime
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from django.http import HttpRequest

COOKIE = "tz"
_KEPT = "mainstay.zone"


def remember_zone(request: HttpRequest) -> None:
    """Read the browser's time zone from its cookie; without one the machine's own zone is used."""
    request.META[_KEPT] = _zone(request.COOKIES.get(COOKIE, ""))


def zone_of(request: HttpRequest) -> str:
    """Return the name of the browser's time zone; empty where it told none that is known."""
    zone: ZoneInfo | None = request.META.get(_KEPT)
    return zone.key if zone else ""


def now(request: HttpRequest) -> datetime:
    """Return the time of this request where the person is, with its offset."""
    zone: ZoneInfo | None = request.META.get(_KEPT)
    return datetime.now(zone) if zone else datetime.now().astimezone()


def now_in(zone: str) -> datetime:
    """Return the time in a zone by its name; the machine's own where nobody knows it, or it is empty."""
    known = _zone(zone)
    return datetime.now(known) if known else datetime.now().astimezone()


def today(request: HttpRequest) -> date:
    """Return the person's calendar day."""
    return now(request).date()


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(unquote(name)) if name else None
    except (KeyError, OSError, ValueError):
        return None
