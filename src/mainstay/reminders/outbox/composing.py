"""A reminder in words, made when it goes out."""

from datetime import datetime
from math import floor

from mainstay.catalogue import load_catalogue
from mainstay.diary import store
from mainstay.diary.models import Diary
from mainstay.reminders.message import Kind, Message
from mainstay.reminders.models import Reminder, ReminderSettings
from mainstay.words import reminder_text

_TODAY, _SETTINGS = "/today/", "/settings/reminders/"
_PLANNED = (Kind.SESSION, Kind.WALK, Kind.BREAK)


def message_of(reminder: Reminder, now: datetime) -> Message:
    """Return what a channel is to hand over: discreet where the person has not said otherwise."""
    kind = Kind(reminder.kind)
    settings = ReminderSettings.objects.filter(diary=reminder.diary_id).first()
    discreet = settings is None or settings.discreet
    title, body = _discreet(kind) if discreet else _plain(kind, reminder.diary)
    return Message(
        key=reminder.key,
        kind=kind,
        title=title,
        body=body,
        url=_TODAY if kind in _PLANNED else _SETTINGS,
        ttl=max(0, floor((reminder.until - now).total_seconds())),
        again=kind in _PLANNED,
    )


def problem_text(code: str) -> str:
    """Return why a reminder did not go out, in plain words."""
    return reminder_text(f"problem.{code}")


def _plain(kind: Kind, diary: Diary) -> tuple[str, str]:
    profile = store.person_of(diary).profile
    values = {
        "cue": profile.cue.strip() if profile else "",
        "minutes": profile.session_minutes if profile else "",
        "times": load_catalogue().rules.reminders.unanswered_max.whole,
    }
    return reminder_text(f"{kind}.title"), reminder_text(f"{kind}.body", values)


def _discreet(kind: Kind) -> tuple[str, str]:
    if kind is Kind.TEST:
        return reminder_text("test.title"), reminder_text("test.body")
    return reminder_text("discreet.title"), reminder_text(
        "discreet.ask" if kind is Kind.ASK else "discreet.body"
    )
