"""Lessons as JSON: the list with what is offered, and one lesson whole."""

from collections.abc import Iterable

import msgspec

from mainstay.catalogue import Catalogue, Lesson
from mainstay.coach import Lessons
from mainstay.exchange.reasons import Json, reason_json


def lessons_json(catalogue: Catalogue, lessons: Lessons, listed: Iterable[Lesson]) -> Json:
    """Return ``{offer, next_on, lessons}``; ``read_on`` of a lesson is null where it was not read."""
    offer = lessons.offer
    return {
        "offer": offer
        and {
            "lesson": offer.lesson,
            "at_once": offer.at_once,
            "why": reason_json(catalogue, offer.why),
        },
        "next_on": lessons.next_on.isoformat() if lessons.next_on else None,
        "lessons": [
            {
                "slug": lesson.slug,
                "title": lesson.title,
                "summary": lesson.summary,
                "asks": list(lesson.asks),
                "read_on": lessons.read[lesson.slug].isoformat() if lesson.slug in lessons.read else None,
            }
            for lesson in listed
        ],
    }


def lesson_json(lesson: Lesson) -> Json:
    """Return a lesson with every claim, its source and grade."""
    made: Json = msgspec.to_builtins(lesson)
    return made
