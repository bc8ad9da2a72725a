"""Answers: “Shall I go on?” on the page, and the buttons of a notification."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from mainstay.diary import store
from mainstay.reminders import outbox
from mainstay.reminders.channels import answered_key
from mainstay.web import clock
from mainstay.web.desk import desk_of
from mainstay.web.reminders.page import say

_GOES_ON = "Good. The reminders go on."
_STOPPED = "The reminders have stopped. You can turn them on again whenever you like."


@require_POST
def asked(request: HttpRequest) -> HttpResponse:
    """Go on reminding, or stop."""
    diary, goes_on = desk_of(request).diary, request.POST.get("what") == "go-on"
    (outbox.go_on if goes_on else outbox.stop)(diary, clock.now(request))
    say(request, "good", _GOES_ON if goes_on else _STOPPED)
    return redirect("reminders")


@csrf_exempt
@login_not_required
@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    """Note “in an hour” or “not today” for the one reminder that the posted word is good for.

    The word came encrypted to the browser that shows the notification. It stands for a sign-in and for the
    token of a form, which a closed page has not got, and can do nothing else.
    """
    key = answered_key(request.POST.get("word", ""))
    what = request.POST.get("what", "")
    noted = key is not None and outbox.answer(store.the_diary(), key, what, clock.now(request))
    return HttpResponse(status=204 if noted else 404)
