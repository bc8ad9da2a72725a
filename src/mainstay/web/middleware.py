"""What every request passes through: known hosts, safe headers, the person's clock."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from mainstay.reminders.outbox import zone_seen
from mainstay.web import clock, faults
from mainstay.web.hosts import answers_to

Answer = Callable[[HttpRequest], HttpResponse]

_POLICY = "; ".join(
    (
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)


def permissions(*, microphone: bool = False) -> str:
    """Return a Permissions-Policy: nothing, or the microphone for the pages that listen for “done”."""
    heard = "(self)" if microphone else "()"
    return f"camera=(), microphone={heard}, geolocation=(), payment=(), usb=()"


_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Permissions-Policy": permissions(),
    "Cross-Origin-Resource-Policy": "same-origin",
}

# No browser shows these as a page: they load nothing and ask for nothing, and a session has many of them.
# A worker's script is no such part: what the worker may do follows from its own headers.
_WORKERS = ("worker", "sharedworker", "serviceworker")
_PARTS = ("text/javascript", "text/css", "application/json")
_PART_HEADERS = {"Cross-Origin-Resource-Policy": "same-origin"}


class KnownHosts:
    """Refuses requests under a name that is not ours, where Django itself lets every name through."""

    def __init__(self, get_response: Answer) -> None:
        """Keep the next in line."""
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or say which setting would let this name in."""
        if settings.OPEN and not answers_to(request.get_host(), settings.KNOWN_HOSTS):
            return faults.unknown_host(request)
        return self._next(request)


class SecureHeaders:
    """Tells the browser to load nothing from elsewhere and to run no inline code."""

    def __init__(self, get_response: Answer) -> None:
        """Keep the next in line."""
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the headers; pages are kept in no cache, as they tell about a person's health."""
        response = self._next(request)
        for name, value in (_PART_HEADERS if _is_part(request, response) else _HEADERS).items():
            response.headers.setdefault(name, value)
        if not request.path.startswith(settings.STATIC_URL):
            response.headers.setdefault("Cache-Control", "no-store")
        return response


class PersonsClock:
    """Reads the person's time zone: ``clock.now(request)`` is then their time, and reminders come by it."""

    def __init__(self, get_response: Answer) -> None:
        """Keep the next in line."""
        self._next = get_response
        self._told = ""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Remember the zone for this request, and pass it on when it is another than before."""
        clock.remember_zone(request)
        zone = clock.zone_of(request)
        if zone != self._told and _is_the_person(request):
            self._told = zone
            zone_seen(zone, clock.now(request))
        return self._next(request)


def _is_the_person(request: HttpRequest) -> bool:
    """Whether nobody else can be asking: alone on this machine, or signed in."""
    return not settings.OPEN or request.user.is_authenticated


def _is_part(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether this is a part of a page: a script, a style or data."""
    if request.headers.get("Sec-Fetch-Dest") in _WORKERS:
        return False
    return str(response.headers.get("Content-Type", "")).startswith(_PARTS)
