"""Notifications in the browser that asks for them."""

from urllib.parse import urlsplit

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST, require_safe

from mainstay.reminders import Refused, outbox
from mainstay.reminders.channels import PushAddress, public_push_key
from mainstay.reminders.models import Channel
from mainstay.web.desk import desk_of
from mainstay.web.reminders.page import origin_of

_LONGEST = 2000
_NAME = 100
_ANYBODY = "mailto:nobody@example.org"
"""For push services, where this server has no name of its own on the internet."""

_BROWSERS = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
_DEVICES = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


@require_safe
def key(request: HttpRequest) -> JsonResponse:
    """Tell the key that a browser signs up for; it is made when somebody first asks."""
    return JsonResponse({"key": public_push_key()})


@require_POST
def subscribe(request: HttpRequest) -> JsonResponse:
    """Take in what the browser gave out for notifications; the same browser is not taken twice."""
    # Loaded here: it brings what encrypts and sends, which no other page needs.
    from mainstay.reminders.channels.push import check_push_address

    told = {name: request.POST.get(name, "")[:_LONGEST] for name in ("endpoint", "p256dh", "auth")}
    address = told | {"contact": _contact(origin_of(request))}
    try:
        check_push_address(PushAddress(**address))
    except Refused as refusal:
        return JsonResponse({"problem": str(refusal)}, status=422)
    diary = desk_of(request).diary
    outbox.settings_of(diary)
    known = Channel.objects.filter(diary=diary, kind="push", address__endpoint=told["endpoint"])
    if not known.update(address=address, on=True, problem=""):
        Channel.objects.create(diary=diary, kind="push", name=_name(request), address=address)
    return JsonResponse({}, status=201)


def _contact(origin: str) -> str:
    """Return whom a push service may ask: this server's own name, where it has one."""
    parts = urlsplit(origin)
    named = parts.scheme == "https" and "." in (parts.hostname or "")
    return f"https://{parts.hostname}" if named else _ANYBODY


def _name(request: HttpRequest) -> str:
    """Return what the person called this browser, or what it calls itself."""
    given = request.POST.get("name", "").strip()[:_NAME]
    agent = request.headers.get("User-Agent", "")
    browser = next((name for sign, name in _BROWSERS if sign in agent), "This browser")
    device = next((f" on {name}" for sign, name in _DEVICES if sign in agent), "")
    return given or browser + device
