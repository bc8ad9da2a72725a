"""Adding events: once each, in whatever order they arrive."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction

from mainstay import coach
from mainstay.catalogue import Catalogue, load_catalogue
from mainstay.coach import Decision
from mainstay.diary.line import same_content
from mainstay.diary.models import Diary, DiaryEvent, Projection
from mainstay.diary.state import person_from, state_version
from mainstay.diary.store.course import Course
from mainstay.diary.store.diaries import locked_projection
from mainstay.diary.store.replaying import rebuild, replay
from mainstay.diary.store.rows import EVENT_COLUMNS, event_of, event_row
from mainstay.diary.store.saving import forget_digests, save_course, save_projection
from mainstay.kernel import Event, EventKey

# SQLite takes a limited number of values in one question.
_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Appended:
    """What became of a batch: how many events were new, how many were there already.

    ``decisions`` are those that follow from the new events, and where older days changed, those that were
    decided again from there on.
    """

    accepted: int
    known: int
    decisions: tuple[Decision, ...] = ()


class Conflict(ValueError):
    """Some ids are already taken by events that say something else. Nothing was added."""

    def __init__(self, ids: Sequence[str]) -> None:
        """Keep the ids."""
        super().__init__(
            f"{len(ids)} of these events have the id of another event in the diary, and nothing was added; "
            f"give them ids of their own: {', '.join(ids[:5])}"
        )
        self.ids = tuple(ids)


def append(diary: Diary, events: Iterable[Event], catalogue: Catalogue | None = None) -> Appended:
    """Add validated events to a diary, in one transaction, and bring the person's state up to date.

    An event that is already there is passed over; raise :class:`Conflict` where the same id says something
    else. When this returns outside of a transaction, the events are on the disk.
    """
    catalogue = catalogue or load_catalogue()
    given = list(events)
    with transaction.atomic():
        projection = locked_projection(diary, catalogue)
        batch, aimed_at = _new_events(diary, given)
        known = len(given) - len(batch)
        if not batch:
            return Appended(0, known)
        retracting = aimed_at or any(event.kind == "event_retracted" for event in batch)
        gone, changed = _retractions(diary, batch) if retracting else (frozenset[str](), [])
        rows = [event_row(diary, event, event.id in gone) for event in batch]
        DiaryEvent.objects.bulk_create(rows, batch_size=_AT_ONCE)
        days = [*(event.day for event in batch), *(at.date() for at, _ in changed)]
        forget_digests(diary, min(days), max(days))
        counting = [e for e in batch if e.id not in gone and e.kind != "event_retracted"]
        decisions = _bring_up_to_date(projection, catalogue, counting, changed)
    return Appended(len(batch), known, decisions)


def _new_events(diary: Diary, given: Iterable[Event]) -> tuple[list[Event], bool]:
    """Return the events that are not in the diary yet, and whether an earlier retraction speaks of them."""
    new: dict[str, Event] = {}
    conflicts = [e.id for e in given if not same_content(new.setdefault(e.id, e), e)]
    aimed_at = False
    for some in _chunks(list(new)):
        rows = DiaryEvent.objects.filter(diary=diary).values_list(*EVENT_COLUMNS)
        # A union and not an "or": each half has its index, and SQLite would read the whole diary for both.
        for row in rows.filter(event_id__in=some).union(rows.filter(target__in=some), all=True):
            there = event_of(row)
            mine = new.pop(there.id, None)
            aimed_at = aimed_at or there.kind == "event_retracted"
            if mine and not same_content(mine, there):
                conflicts.append(there.id)
    if conflicts:
        raise Conflict(conflicts)
    return list(new.values()), aimed_at


def _retractions(diary: Diary, batch: Iterable[Event]) -> tuple[frozenset[str], list[EventKey]]:
    """Return the ids that now stand retracted, and where stored events changed between standing and not."""
    rows = DiaryEvent.objects.filter(diary=diary, target__isnull=False)
    before = [event_of(row) for row in rows.values_list(*EVENT_COLUMNS)]
    was = coach.retracted_ids(before)
    gone = coach.retracted_ids([*before, *(e for e in batch if e.kind == "event_retracted")])
    return gone, [*_mark(diary, gone - was, True), *_mark(diary, was - gone, False)]


def _mark(diary: Diary, ids: Iterable[str], retracted: bool) -> Iterator[EventKey]:
    """Note that stored events are retracted or no longer; yield where they stand, retractions left out."""
    for some in _chunks(sorted(ids)):
        rows = DiaryEvent.objects.filter(diary=diary, event_id__in=some)
        rows.update(retracted=retracted)
        yield from rows.filter(target__isnull=True).values_list("at_utc", "event_id")


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))


def _bring_up_to_date(
    projection: Projection, catalogue: Catalogue, counting: list[Event], changed: list[EventKey]
) -> tuple[Decision, ...]:
    """Return the decisions from the first change on, with the state and its rows brought up to date."""
    keys = sorted([*changed, *(event.key for event in counting)])
    if not keys:
        return ()
    end = (projection.at_utc, projection.event_id) if projection.at_utc else None
    if projection.version != state_version(catalogue.version):
        course = rebuild(projection, catalogue)
    elif changed or (end and keys[0] <= end):
        course = replay(projection, catalogue, keys[0], keys[-1])
    else:
        course = _advance(projection, catalogue, counting, end)
    return tuple(decision for key, made in course.made if key >= keys[0] for decision in made)


def _advance(
    projection: Projection, catalogue: Catalogue, newest: list[Event], end: EventKey | None
) -> Course:
    """Take events that are all newer than the state: the common case, at a cost that does not grow."""
    course = Course(catalogue, person_from(projection.state), end, projection.since_snapshot)
    for event in sorted(newest, key=lambda event: event.key):
        course.take(event)
    save_course(projection.diary, course)
    save_projection(projection, course)
    return course
