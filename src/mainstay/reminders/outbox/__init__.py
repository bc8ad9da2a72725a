"""What is to be sent, and what became of it. Needs Django to be set up.

A reminder is made once, whoever looks first: its key is unique. Each channel's copy is handed over by the one
worker that holds its lease, and is handed over again only where nobody could note that it had been.
"""

from mainstay.reminders.outbox.answers import answer, go_on, stop
from mainstay.reminders.outbox.carrying import Carrier
from mainstay.reminders.outbox.history import Logged, log
from mainstay.reminders.outbox.making import Prospect, make_due, prospect
from mainstay.reminders.outbox.trying import send_test
from mainstay.reminders.outbox.wishes import settings_of, zone_seen, zone_told

__all__ = [
    "Carrier",
    "Logged",
    "Prospect",
    "answer",
    "go_on",
    "log",
    "make_due",
    "prospect",
    "send_test",
    "settings_of",
    "stop",
    "zone_seen",
    "zone_told",
]
