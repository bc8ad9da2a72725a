"""Whether a copy is still wanted, asked right before it goes out."""

from datetime import datetime

from mainstay.reminders.message import Kind
from mainstay.reminders.models import Channel, Delivery
from mainstay.reminders.outbox.making import prospect
from mainstay.reminders.timing import Answer, Silence, silence


def unwanted(delivery: Delivery, now: datetime) -> str:
    """Return the code of why a copy no longer goes out; empty where it does."""
    if delivery.channel is None:
        return "no-channel"
    if not Channel.objects.filter(pk=delivery.channel.pk, on=True).exists():
        return "no-channel"
    reminder = delivery.reminder
    seen = prospect(reminder.diary, now)
    if seen is None:
        return "off"
    pressed = next((one.answer for one in seen.made if one.key == reminder.key), None)
    if pressed is Answer.LATER:
        return Silence.LATER
    return silence(Kind(reminder.kind), seen.wishes, seen.facts, seen.made, now) or ""
