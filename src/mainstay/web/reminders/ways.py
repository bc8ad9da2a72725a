"""What can be done with a way to the person: try it, turn it off and on, remove it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from mainstay.reminders import outbox
from mainstay.reminders.models import Channel
from mainstay.web import clock
from mainstay.web.desk import desk_of
from mainstay.web.reminders.page import say

_SENT = {
    "push": "A test is on its way to {name}. If nothing shows in a minute, look into that device’s settings.",
    "email": "A test was handed to your mail server for {name}. If nothing comes, look among unwanted mail.",
    "service": "{name} has taken a test.",
}


@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Do what was asked with one way; say how it went."""
    channel = get_object_or_404(Channel, pk=pk, diary=desk_of(request).diary)
    what = request.POST.get("what")
    if what == "test":
        _try(request, channel)
    elif what == "remove":
        channel.delete()
        say(request, "good", f"{channel.name} is removed, and its address forgotten.")
    elif what in ("on", "off"):
        channel.on = what == "on"
        channel.save(update_fields=["on"])
    return redirect(reverse("reminders") + "#ways")


def _try(request: HttpRequest, channel: Channel) -> None:
    problem = outbox.send_test(channel, clock.now(request))
    if problem:
        say(request, "care", f"The test did not reach {channel.name}. {problem}")
    else:
        say(request, "good", _SENT[channel.kind].format(name=channel.name))
