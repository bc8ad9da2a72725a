"""How the back is today, in one tap, on a day without a session: before one, the check-in asks."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from mainstay.diary import store
from mainstay.web.desk import Desk, desk_of
from mainstay.web.forms import SCALE, read_scale
from mainstay.words import pain_word

_CHECK_IN = "day_checked_in"


def taps() -> tuple[tuple[int, str], ...]:
    """Return the numbers to tap, each with its word."""
    return tuple((number, pain_word(number)) for number in SCALE)


def noted_today(desk: Desk) -> int | None:
    """Return the pain that was noted last today; None where nothing was."""
    told = store.events_of(desk.diary, since=desk.day, standing=True, until=desk.day, kinds=(_CHECK_IN,))
    pains = [event.fields["pain_now"] for event in told if event.day == desk.day]
    return pains[-1] if pains else None


@require_POST
def note(request: HttpRequest) -> HttpResponse:
    """Note the pain now; what is no number of the scale is passed over."""
    desk, pain = desk_of(request), read_scale(request.POST.get("pain"))
    if pain is not None and desk.person.profile is not None:
        desk.write([desk.new(_CHECK_IN, pain_now=pain)])
    return redirect("today")
