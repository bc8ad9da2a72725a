"""A test, sent at once by hand."""

from datetime import UTC, datetime
from uuid import uuid4

from django.db import transaction

from mainstay.reminders.message import Kind
from mainstay.reminders.models import Channel, Delivery, Reminder
from mainstay.reminders.outbox.carrying import LEASE, Carrier
from mainstay.reminders.outbox.wishes import clock_of, settings_of


def send_test(channel: Channel, now: datetime) -> str:
    """Send a test over a channel; return nothing where it was handed over, or why not, in plain words."""
    delivery = _made(channel, now.astimezone(UTC))
    return Carrier().hand_over(delivery).problem


@transaction.atomic
def _made(channel: Channel, now: datetime) -> Delivery:
    """Write the test into the log, in our own hands: no worker takes it before its time is over."""
    lease, until = uuid4(), now + LEASE
    reminder = Reminder.objects.create(
        diary=channel.diary,
        key=f"{Kind.TEST}-{lease}",
        kind=Kind.TEST,
        day=clock_of(settings_of(channel.diary)).day_at(now),
        due_at=now,
        until=until,
    )
    return Delivery.objects.create(
        reminder=reminder,
        channel=channel,
        channel_name=channel.name,
        state=Delivery.State.SENDING,
        attempts=1,
        not_before=now,
        lease=str(lease),
        lease_until=until,
    )
