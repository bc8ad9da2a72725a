"""Reminders that nothing followed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Sent:
    """A reminder of a session that went out on a day before today; ``followed`` by anything at all.

    That is a note of any kind in the diary after it on that day, or a button pressed.
    """

    day: date
    followed: bool


def unanswered(sent: Iterable[Sent]) -> int:
    """Return how many of the last days' reminders in a row nothing followed, the newest first."""
    count = 0
    for one in sorted(sent, key=lambda one: one.day, reverse=True):
        if one.followed:
            break
        count += 1
    return count
