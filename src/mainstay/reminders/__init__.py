"""Reminders: what is due when, and what carries it to the person. Nothing named here loads Django.

What reads and writes the tables is in :mod:`mainstay.reminders.outbox`; import it once Django is set up.
"""

from mainstay.reminders.message import Kind, Message, Refused, Unreachable

__all__ = ["Kind", "Message", "Refused", "Unreachable"]
