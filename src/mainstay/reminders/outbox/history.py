"""The log: what was sent, where to, and what became of it, so that nobody wonders."""

from dataclasses import dataclass
from datetime import datetime

from mainstay.diary.models import Diary
from mainstay.reminders.message import Kind
from mainstay.reminders.models import Delivery
from mainstay.reminders.outbox.wishes import clock_of, settings_of


@dataclass(frozen=True, slots=True)
class Logged:
    """One copy of a reminder: ``at`` when it was sent, or else was due, on the person's clock now."""

    at: datetime
    kind: Kind
    channel: str
    state: str
    problem: str


def log(diary: Diary, limit: int = 50) -> tuple[Logged, ...]:
    """Return the newest copies, newest first."""
    zone = clock_of(settings_of(diary)).zone
    rows = Delivery.objects.filter(reminder__diary=diary).select_related("reminder")
    return tuple(
        Logged(
            at=(row.sent_at or row.reminder.due_at).astimezone(zone),
            kind=Kind(row.reminder.kind),
            channel=row.channel_name,
            state=row.state,
            problem=row.problem,
        )
        for row in rows.order_by("-reminder__due_at", "-pk")[:limit]
    )
