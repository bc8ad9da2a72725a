"""How the person's day stands, as far as reminders go by it."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from mainstay.catalogue import Catalogue
from mainstay.coach import Person, Today, outlook_on
from mainstay.diary import store
from mainstay.diary.models import Diary
from mainstay.kernel import Event
from mainstay.reminders.message import Kind
from mainstay.reminders.models import Delivery, Reminder, ReminderSettings
from mainstay.reminders.timing import Answer, Facts, Made, Sent, unanswered

_LOCKED = "locked"


def facts_of(
    catalogue: Catalogue, diary: Diary, person: Person, settings: ReminderSettings, day: date
) -> Facts:
    """Return how a day stands by the diary; choosing its exercises is left to the one who asks for them."""
    outlook = outlook_on(catalogue, person, day)
    events = [event for event in store.events_of(diary, since=day, standing=True) if event.day == day]
    return Facts(
        day=day,
        locked=outlook.today.mode == _LOCKED,
        planned=outlook.setting is not None,
        begun=any(event.kind in ("session_started", "set_performed") for event in events),
        busy_until=_busy_until(catalogue, events),
        stopped=person.progression.last_red == day,
        walk=_walk_left(outlook.today, events),
        unanswered=unanswered(_sent(catalogue, diary, settings, day)) if settings.session else 0,
    )


def made_on(diary: Diary, day: date, now: datetime, hours: int) -> tuple[Made, ...]:
    """Return what was made for a day, and of other days what is wanted again about now."""
    rows = Reminder.objects.filter(diary=diary, day=day) | Reminder.objects.filter(
        diary=diary, again_at__gte=now - timedelta(hours=hours)
    )
    return tuple(
        Made(row.key, Kind(row.kind), row.due_at, Answer(row.answer) if row.answer else None, row.again_at)
        for row in rows.exclude(kind=Kind.TEST).order_by("due_at", "key")
    )


def _busy_until(catalogue: Catalogue, events: Iterable[Event]) -> datetime | None:
    told = list(events)
    over = {event.fields["session"] for event in told if event.kind == "session_finished"}
    begun = [e.at for e in told if e.kind == "session_started" and e.fields["session"] not in over]
    runs = timedelta(minutes=catalogue.rules.reminders.session_runs_minutes.whole)
    return max(begun) + runs if begun else None


def _walk_left(today: Today, events: Iterable[Event]) -> bool:
    walk = today.walk
    asked = walk is not None and walk.minutes > 0 and walk.walked < walk.days
    return asked and not any(event.kind == "walk_logged" for event in events)


def _sent(catalogue: Catalogue, diary: Diary, settings: ReminderSettings, before: date) -> list[Sent]:
    """Return the last days on which a reminder of a session went out, as many as matter."""
    rows = Reminder.objects.filter(
        diary=diary, kind=Kind.SESSION, day__lt=before, deliveries__state=Delivery.State.SENT
    )
    if settings.counted_since:
        rows = rows.filter(day__gte=settings.counted_since)
    # A day can hold several, where the person asked for them.
    newest = rows.distinct().order_by("-day")[: catalogue.rules.reminders.unanswered_max.whole * 2]
    days: dict[date, bool] = {}
    for row in newest:
        days[row.day] = days.get(row.day, False) or bool(row.answer) or _followed(diary, row)
    return [Sent(day, followed) for day, followed in days.items()]


def _followed(diary: Diary, row: Reminder) -> bool:
    # Read to the end: a cursor left open is one that PostgreSQL keeps.
    events = list(store.events_of(diary, since=row.day, until=row.day, standing=True))
    return bool(events) and events[-1].at >= row.due_at
