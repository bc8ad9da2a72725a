"""Which lesson is offered today, and which were read, from what the diary has."""

from dataclasses import dataclass
from datetime import timedelta

from mainstay.catalogue import Catalogue, Lesson
from mainstay.coach import LESSON_KINDS, Lessons, Person, lessons_on
from mainstay.diary import store
from mainstay.web.desk import Desk
from mainstay.words import reason_text

_READ = "lesson_read"


@dataclass(frozen=True, slots=True)
class LessonCard:
    """The day's lesson for a card: why it comes now, and whether a question of these days brought it up."""

    lesson: Lesson
    why: str
    at_once: bool


def lessons_of(desk: Desk, person: Person) -> Lessons:
    """Return what is offered today, and every lesson read so far with its day."""
    since = desk.day - timedelta(days=_looks_back(desk.catalogue))
    lately = store.events_of(desk.diary, since, standing=True, until=desk.day, kinds=LESSON_KINDS - {_READ})
    read = store.events_of(desk.diary, standing=True, until=desk.day, kinds=(_READ,))
    told = sorted([*lately, *read], key=lambda event: event.key)
    return lessons_on(desk.catalogue, person, told, desk.day)


def lesson_card(desk: Desk, person: Person) -> LessonCard | None:
    """Return the day's lesson; None where there is none, or it was read today."""
    offer = lessons_of(desk, person).offer
    if offer is None:
        return None
    lesson = desk.catalogue.lessons[offer.lesson]
    return LessonCard(lesson, reason_text(desk.catalogue, offer.why), offer.at_once)


def _looks_back(catalogue: Catalogue) -> int:
    """Return how many days the longest moment looks back."""
    return max((moment.below for moment in catalogue.rules.moments), default=0)
