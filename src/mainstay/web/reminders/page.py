"""The page of reminders: what and when, by which ways, what was sent, and the calendar."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings as django_settings
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from mainstay.reminders import outbox
from mainstay.reminders.models import Channel, ReminderSettings
from mainstay.web import clock
from mainstay.web.desk import Desk, desk_of
from mainstay.web.forms import summary
from mainstay.web.hosts import LOOPBACK
from mainstay.web.reminders import feed
from mainstay.web.reminders.shown import lines_of, ways_of
from mainstay.web.reminders.wanted import Wanted, questions, read_wanted, wanted_of
from mainstay.web.start.profile import fields_of

SAID = "mainstay.reminders.said"
"""What is to be said once, on the next page: its kind (good or care) and its words."""


@require_http_methods(["GET", "HEAD", "POST"])
def reminders(request: HttpRequest) -> HttpResponse:
    """Show everything about reminders, or take in what is wanted."""
    desk = desk_of(request)
    if desk.person.profile is None:
        return redirect("home")
    settings = outbox.settings_of(desk.diary)
    if request.method != "POST":
        return _page(request, desk, settings, wanted_of(settings, desk.person.profile.cue), {})
    wanted = read_wanted(request.POST)
    if wanted.faults:
        return _page(request, desk, settings, wanted, wanted.faults)
    _keep(desk, settings, wanted, origin_of(request))
    outbox.zone_told(desk.diary, clock.zone_of(request), clock.now(request))
    say(request, "good", _kept(desk, wanted))
    return redirect("reminders")


def origin_of(request: HttpRequest) -> str:
    """Return where the person opens the app: ``https://coach.example``."""
    return request.build_absolute_uri("/")[:-1]


def say(request: HttpRequest, kind: str, text: str) -> None:
    """Keep something to be said on the next page."""
    request.session[SAID] = [kind, text]


def _keep(desk: Desk, settings: ReminderSettings, wanted: Wanted, origin: str) -> None:
    """Save what is wanted. The plan's words are the person's own and go into the diary."""
    settings.origin = origin
    wanted.into(settings)
    profile = desk.person.profile
    if profile and profile.cue != wanted.cue:
        kept = {name: value for name, value in fields_of(profile).items() if name != "cue"}
        desk.write([desk.new("profile_set", **kept, **({"cue": wanted.cue} if wanted.cue else {}))])


def _kept(desk: Desk, wanted: Wanted) -> str:
    if not wanted.kinds:
        return "Saved: you will not be reminded of anything."
    if Channel.objects.filter(diary=desk.diary, on=True).exists():
        return "Saved."
    return "Saved. Please choose below how a reminder is to reach you."


def _page(
    request: HttpRequest,
    desk: Desk,
    settings: ReminderSettings,
    wanted: Wanted,
    faults: Mapping[str, str],
) -> HttpResponse:
    asked = questions(wanted, faults)
    page: dict[str, Any] = {
        "asked": asked,
        "faults": summary(asked.values()),
        "paused": settings.asked_at is not None,
        "breaks": desk.person.profile,
        "ways": ways_of(Channel.objects.filter(diary=desk.diary).order_by("created", "pk")),
        "log": lines_of(outbox.log(desk.diary), desk.day),
        "said": request.session.pop(SAID, None),
        "feed": feed.shown(request, settings),
        "safe": request.is_secure() or _is_here(request),
        "only_here": not django_settings.OPEN,
    }
    return render(request, "reminders/reminders.html", page, status=422 if faults else 200)


def _is_here(request: HttpRequest) -> bool:
    """Whether the browser is on this very machine, which needs no encryption to be trusted."""
    return split_domain_port(request.get_host())[0] in LOOPBACK
