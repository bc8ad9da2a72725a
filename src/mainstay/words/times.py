"""Days and lengths of time."""

from datetime import date
from math import ceil

from mainstay.words.vocabulary import ENGLISH, words_in

_MINUTE = 60


def day_text(day: date, language: str = ENGLISH, *, with_year: bool = False) -> str:
    """Return a day as people say it: "Tuesday 3 March"."""
    words = words_in(language)
    dates = words.table("dates")
    return words.line("dates", "day-of-year" if with_year else "day").format(
        weekday=dates["weekdays"][day.weekday()],
        day=day.day,
        month=dates["months"][day.month - 1],
        year=day.year,
    )


def minutes_text(seconds: float, language: str = ENGLISH) -> str:
    """Return a length of time in whole minutes, rounded up; less than one minute in seconds."""
    words = words_in(language)
    if seconds < _MINUTE:
        return words.count("seconds", ceil(seconds))
    return words.count("minutes", ceil(seconds / _MINUTE))
