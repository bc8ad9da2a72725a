"""The lesson of the day, if there is one, and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mainstay.catalogue import Catalogue, MomentRule
from mainstay.coach.lessons.facts import Facts, facts_on
from mainstay.coach.person import Person, clearance_on
from mainstay.kernel import Clearance, Event, Reason


@dataclass(frozen=True, slots=True)
class LessonOffer:
    """One lesson and why it comes now; ``at_once`` marks one that a question of these days brought up."""

    lesson: str
    why: Reason
    at_once: bool = False


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is offered on a day; where nothing is, ``next_on`` is the day of the next weekly lesson.

    ``read`` are the lessons read so far, each with the last day on which it was.
    """

    offer: LessonOffer | None
    next_on: date | None
    read: Mapping[str, date]


def lessons_on(catalogue: Catalogue, person: Person, events: Iterable[Event], on: date) -> Lessons:
    """Return the lesson to offer on a day, and which have been read.

    ``events`` stand, in the order of the diary: every ``lesson_read``, and of the other
    :data:`LESSON_KINDS` at least those of as many days as the longest moment looks back.
    """
    told = [event for event in events if event.day <= on]
    read = {event.fields["lesson"]: event.day for event in told if event.kind == "lesson_read"}
    if clearance_on(catalogue, person, on).clearance is Clearance.EMERGENCY:
        return Lessons(None, None, read)
    facts = facts_on(catalogue, person, told, on)
    urgent = _urgent(catalogue, facts, read, on)
    if urgent:
        return Lessons(urgent, None, read)
    return _weekly(catalogue, person, facts, read, on)


def _urgent(catalogue: Catalogue, facts: Facts, read: Mapping[str, date], on: date) -> LessonOffer | None:
    """Return the first lesson that comes at once, unless it was read not long ago."""
    again = timedelta(days=catalogue.rules.lessons.again_days.whole)
    lately = {lesson for lesson, day in read.items() if on - day < again}
    return next(
        (
            _of_moment(moment, facts)
            for moment in catalogue.rules.moments
            if moment.at_once and moment.lesson not in lately and moment.holds(facts.of(moment))
        ),
        None,
    )


def _weekly(
    catalogue: Catalogue, person: Person, facts: Facts, read: Mapping[str, date], on: date
) -> Lessons:
    """Return the week's lesson: one that fits these days, else the next in the row."""
    week = timedelta(days=catalogue.rules.lessons.every_days.whole)
    unread = [slug for slug in catalogue.lessons if slug not in read]
    begins = max(read.values()) + week if read else person.progression.first_session or on
    if not unread:
        return Lessons(None, None, read)
    if on < begins:
        return Lessons(None, begins, read)
    fitting = [moment for moment in catalogue.rules.moments if not moment.at_once and moment.lesson in unread]
    found = next((moment for moment in fitting if moment.holds(facts.of(moment))), None)
    offer = _of_moment(found, facts) if found else _in_row(unread, (on - begins) // week)
    return Lessons(offer, None, read)


def _in_row(unread: Sequence[str], weeks: int) -> LessonOffer:
    """One that has stood unread for a week makes room for the next, and comes round again."""
    why = Reason("lesson-of-the-week", (("unread", len(unread)),), "mainstay-product")
    return LessonOffer(unread[weeks % len(unread)], why)


def _of_moment(moment: MomentRule, facts: Facts) -> LessonOffer:
    numbers = (("days", facts.of(moment) or 0),)
    return LessonOffer(moment.lesson, Reason(moment.code, numbers, moment.source), moment.at_once)
