"""All lessons: by what they are about, or those that a search finds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mainstay.catalogue import Lesson, Topic, find_lessons
from mainstay.web.desk import desk_of
from mainstay.web.lessons.offering import lessons_of
from mainstay.words import day_text, reason_text, topic_text

_MOST_LETTERS = 200


@dataclass(frozen=True, slots=True)
class LessonLine:
    """One lesson on the shelf. ``read`` is the day it was read, in words; ``fits`` says why it comes now."""

    lesson: Lesson
    read: str
    fits: str


@dataclass(frozen=True, slots=True)
class TopicShelf:
    """The lessons about one thing."""

    slug: str
    title: str
    lines: tuple[LessonLine, ...]


@require_safe
def shelf(request: HttpRequest) -> HttpResponse:
    """Show every lesson, or what a search finds, the best first."""
    desk = desk_of(request)
    told, wanted = lessons_of(desk, desk.person), request.GET.get("q", "").strip()[:_MOST_LETTERS]
    offer = told.offer
    fits = {offer.lesson: reason_text(desk.catalogue, offer.why)} if offer else {}
    known = desk.catalogue.lessons.values()
    found = _lines(find_lessons(known, wanted), told.read, fits)
    page = {
        "wanted": wanted,
        "found": found if wanted else (),
        "topics": () if wanted else _shelves(found),
        "offer": next((line for line in found if line.fits), None) if not wanted else None,
        "next_on": day_text(told.next_on) if told.next_on else "",
        "all": len(known),
        "read": sum(slug in told.read for slug in desk.catalogue.lessons),
    }
    return render(request, "lessons/shelf.html", page)


def _lines(
    lessons: Iterable[Lesson], read: Mapping[str, date], fits: Mapping[str, str]
) -> tuple[LessonLine, ...]:
    return tuple(
        LessonLine(
            lesson,
            day_text(read[lesson.slug]) if lesson.slug in read else "",
            fits.get(lesson.slug, ""),
        )
        for lesson in lessons
    )


def _shelves(lines: tuple[LessonLine, ...]) -> tuple[TopicShelf, ...]:
    shelves = (
        TopicShelf(topic.value, topic_text(topic), tuple(one for one in lines if one.lesson.topic is topic))
        for topic in Topic
    )
    return tuple(one for one in shelves if one.lines)
