"""What the pages have in common: the day they are about, and the words of what is not saved yet."""

import json

from django.http import HttpResponse
from django.shortcuts import redirect

from mainstay.coach import Person, Today, outlook_on
from mainstay.web.between.cards import LOCKED
from mainstay.web.desk import Desk
from mainstay.words import phrases_in


def day_or_way(desk: Desk, person: Person) -> Today | HttpResponse:
    """Return the day without its session, or the way to what comes before anything else."""
    if person.profile is None:
        return redirect("home")
    day = outlook_on(desk.catalogue, person, desk.day).today
    return redirect("safety-result") if day.mode == LOCKED else day


def sync_phrases() -> str:
    """Return, as JSON, the words that tell whether what was noted is in the diary yet."""
    return json.dumps({key: text for key, text in phrases_in().items() if key.startswith("sync.")})
