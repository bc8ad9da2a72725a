"""What a case expects of the lesson that is offered."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from mainstay import coach
from tests.coach.diaries import Diary
from tests.coach.telling import untold

Table = Mapping[str, Any]


def lessons_of(diary: Diary, day: int) -> coach.Lessons:
    """Return the lessons on a day, of the person as they were on it."""
    on = diary.day(day)
    events = [event for event in coach.standing_events(diary.events) if event.day <= on]
    person = coach.fold(diary.catalogue, events).person
    return coach.lessons_on(diary.catalogue, person, events, on)


def _lesson(diary: Diary, day: int, wanted: Table) -> Iterator[str]:
    lessons = lessons_of(diary, day)
    offer = lessons.offer
    found = {
        "is": offer.lesson if offer else "",
        "why": offer.why.code if offer else "",
        "at_once": bool(offer and offer.at_once),
        "next": (lessons.next_on - diary.start).days if lessons.next_on else -1,
    }
    for key, value in wanted.items():
        if found[key] != value:
            yield f"the lesson of day {day}: {key} is {found[key]}, not {value}"
    yield from untold(diary.catalogue, (offer.why,) if offer else ())


LESSON_CHECKS: Mapping[str, Callable[[Diary, int, Any], Iterator[str]]] = {"lesson": _lesson}
