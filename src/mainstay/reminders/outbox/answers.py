"""What the person presses on a reminder, and what they say when asked whether to go on."""

from datetime import UTC, datetime, timedelta

from django.db import transaction

from mainstay.catalogue import load_catalogue
from mainstay.diary.models import Diary
from mainstay.reminders.message import Kind
from mainstay.reminders.models import Reminder, ReminderSettings
from mainstay.reminders.outbox.wishes import clock_of, settings_of
from mainstay.reminders.timing import Answer

_ANSWERED = (Kind.SESSION, Kind.WALK, Kind.BREAK)


@transaction.atomic
def answer(diary: Diary, key: str, what: str, now: datetime) -> bool:
    """Note “in an hour” or “not today” on a reminder; return whether there is one that takes an answer.

    Pressing “in an hour” twice still means the first time: a phone sends again what it could not hand over.
    """
    if what not in tuple(Answer):
        return False
    row = Reminder.objects.select_for_update().filter(diary=diary, key=key, kind__in=_ANSWERED).first()
    if row is None:
        return False
    if row.answer != what:
        row.answer = what
        row.again_at = _again_at(now) if what == Answer.LATER else None
        row.save(update_fields=["answer", "again_at"])
    return True


def go_on(diary: Diary, now: datetime) -> None:
    """Go on reminding: what went unanswered before today counts no more, and nothing is made up for."""
    settings = settings_of(diary)
    today = clock_of(settings).day_at(now)
    ReminderSettings.objects.filter(pk=settings.pk).update(
        asked_at=None, counted_since=today, changed_at=now.astimezone(UTC)
    )


def stop(diary: Diary, now: datetime) -> None:
    """Stop reminding of anything; the channels stay as they are."""
    go_on(diary, now)
    ReminderSettings.objects.filter(diary=diary).update(session=False, walk=False, breaks=False)


def _again_at(now: datetime) -> datetime:
    return now.astimezone(UTC) + timedelta(minutes=load_catalogue().rules.reminders.later_minutes.whole)
