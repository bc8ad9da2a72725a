"""The week as a calendar feed: an address that is its own key, since calendar programs do not sign in.

The address is shown once. Only a digest of its secret is kept, so nobody can read it out of the store, and
looking it up tells nothing by how long it takes.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from hmac import compare_digest

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from mainstay.catalogue import load_catalogue
from mainstay.diary import store
from mainstay.exchange.chronicle import Agenda, agenda_bytes, sessions_in
from mainstay.reminders import outbox
from mainstay.reminders.models import ReminderSettings
from mainstay.web import clock
from mainstay.web.desk import desk_of

_ONCE = "mainstay.reminders.feed"
_BYTES = 32
_BACK = timedelta(days=90)
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
    "Content-Disposition": 'inline; filename="mainstay.ics"',
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page tells of the feed; ``address`` only right after it was made."""

    on: bool
    address: str

    @property
    def subscribe(self) -> str:
        """The address as calendar programs take a subscription."""
        return "webcal" + self.address[self.address.index(":") :] if self.address else ""


def shown(request: HttpRequest, settings: ReminderSettings) -> Shown:
    """Return what the page tells of the feed; a new address is told this once."""
    secret = request.session.pop(_ONCE, "")
    if not (secret and _matches(secret, settings)):
        return Shown(bool(settings.feed_digest), "")
    return Shown(True, request.build_absolute_uri(reverse("calendar-feed", args=(secret,))))


@require_POST
def change(request: HttpRequest) -> HttpResponse:
    """Make an address, which ends the one before; or turn the feed off."""
    settings = outbox.settings_of(desk_of(request).diary)
    secret = "" if request.POST.get("what") == "off" else secrets.token_urlsafe(_BYTES)
    ReminderSettings.objects.filter(pk=settings.pk).update(feed_digest=_digest(secret) if secret else "")
    request.session[_ONCE] = secret
    return redirect(reverse("reminders") + "#calendar")


@login_not_required
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Give the person's next seven days, with no more in them than a calendar needs."""
    rows = ReminderSettings.objects.exclude(feed_digest="").select_related("diary")
    found = next((row for row in rows if _matches(secret, row)), None)
    if found is None:
        raise Http404("There is no such calendar.")
    made = agenda_bytes(_agenda(found, clock.now_in(found.zone).date()), brief=True)
    return HttpResponse(made, "text/calendar; charset=utf-8", headers=_HEADERS)


def _agenda(settings: ReminderSettings, day: date) -> Agenda:
    diary, catalogue = settings.diary, load_catalogue()
    recent = list(store.events_of(diary, since=day - _BACK, standing=True))
    # Who has not trained lately may have said when they mean to.
    planned = [datetime.combine(day, settings.session_time)] if settings.session else []
    return Agenda(
        catalogue,
        store.person_of(diary, catalogue),
        day,
        owner=str(store.edition(diary)),
        written=int(store.mark(diary)),
        newest=recent[-1].at if recent else None,
        starts=tuple([session.began for session in sessions_in(recent)] or planned),
    )


def _matches(secret: str, settings: ReminderSettings) -> bool:
    return compare_digest(_digest(secret), settings.feed_digest)


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
