"""Diaries to look back on, in the store of the pages' tests."""

from collections.abc import Iterable

from mainstay.diary import store
from mainstay.kernel import Event
from tests.exchange.people import course, worst

COURSES = {"good": lambda: course(14), "worst": worst}
"""Twelve weeks and more that went well, and everything that can go wrong."""


def stored(events: Iterable[Event]) -> store.Diary:
    """Write events to the diary of the pages."""
    diary = store.the_diary()
    store.append(diary, list(events))
    return diary
