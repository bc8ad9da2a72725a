"""Folding again from the last point that a change leaves as it was.

The replay stops early where it meets a snapshot that it agrees with, once all changes are behind it: from
equal states equal events lead to equal states. So a correction of long ago rarely costs the years since.
"""

from collections.abc import Generator
from contextlib import closing
from datetime import UTC, date, datetime, time
from typing import Any

from django.db.models import Q, QuerySet

from mainstay import coach
from mainstay.catalogue import Catalogue
from mainstay.coach import Person
from mainstay.diary.models import Diary, DiaryEvent, Projection, Snapshot
from mainstay.diary.state import person_from, state_text, state_version
from mainstay.diary.store.course import Course
from mainstay.diary.store.rows import EVENT_COLUMNS, after, before, event_of, until_day
from mainstay.diary.store.saving import forget, save_course, save_projection
from mainstay.kernel import Event, EventKey

Rows = QuerySet[Any, tuple[Any, ...]]


def rebuild(projection: Projection, catalogue: Catalogue) -> Course:
    """Fold the whole diary; nothing that was derived before is believed."""
    diary = projection.diary
    course = Course(catalogue, Person())
    for event in standing_after(diary, None):
        course.take(event)
    forget(diary, None)
    save_course(diary, course)
    save_projection(projection, course)
    return course


def past_person(diary: Diary, catalogue: Catalogue, day: date) -> Person:
    """Return the person after every event up to the end of a day on their own clock."""
    # No clock is a whole day ahead of UTC, so nothing before this instant is of a later day.
    sure = (datetime.combine(day, time(), UTC), "")
    snapshots = Snapshot.objects.filter(before(sure), diary=diary, version=state_version(catalogue.version))
    base = snapshots.order_by("-at_utc", "-event_id").first()
    person = person_from(base.state) if base else Person()
    events = standing_after(diary, (base.at_utc, base.event_id) if base else None, until_day(day))
    for event in events:
        person, _ = coach.advance(catalogue, person, event)
    return person


def replay(projection: Projection, catalogue: Catalogue, first: EventKey, last: EventKey) -> Course:
    """Fold again what follows from changes between two points, both included."""
    diary = projection.diary
    snapshots = Snapshot.objects.filter(diary=diary, version=state_version(catalogue.version))
    base = snapshots.filter(before(first)).order_by("-at_utc", "-event_id").first()
    start = (base.at_utc, base.event_id) if base else None
    course = Course(catalogue, person_from(base.state) if base else Person(), start)
    later = snapshots.filter(after(start)).order_by("at_utc", "event_id")
    agreed = _run(course, diary, later.values_list("at_utc", "event_id", "state"), last)
    forget(diary, start, agreed)
    save_course(diary, course)
    if agreed is None:
        save_projection(projection, course)
    return course


def _run(course: Course, diary: Diary, later: Rows, last: EventKey) -> EventKey | None:
    """Take every event, renewing snapshots on the way; return the point where old and new agree, if any."""
    with closing(streamed(later)) as waiting, closing(standing_after(diary, course.key)) as events:
        snapshot = next(waiting, None)
        for event in events:
            while snapshot and (point := (snapshot[0], snapshot[1])) < event.key:
                if point >= last and _agree(snapshot[2], course.person):
                    course.snapshots.pop(point, None)
                    return point
                course.snapshot(point)
                snapshot = next(waiting, None)
            course.take(event)
    return None


def _agree(old: str, person: Person) -> bool:
    """Return whether an old state says of a person what the new one says, down to the order of mappings."""
    # Both are read in again first: sets have no order of their own, and 10 may be written as 10.0.
    return state_text(person_from(old)) == state_text(person_from(state_text(person)))


def standing_after(diary: Diary, key: EventKey | None, limit: Q | None = None) -> Generator[Event]:
    """Yield the events after a point that count, in their order; ``limit`` may end them earlier."""
    rows = DiaryEvent.objects.filter(after(key), limit or Q(), diary=diary, retracted=False)
    rows = rows.exclude(kind="event_retracted").order_by("at_utc", "event_id")
    yield from map(event_of, streamed(rows.values_list(*EVENT_COLUMNS)))


def streamed(rows: Rows) -> Generator[Any]:
    """Yield rows without holding all of them; whoever stops early closes this."""
    yield from rows.iterator(chunk_size=500)
