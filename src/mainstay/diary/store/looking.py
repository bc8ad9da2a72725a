"""Looking things up: the person, the decisions, the events."""

from collections.abc import Iterator
from datetime import date

from django.db import transaction

from mainstay.catalogue import Catalogue, load_catalogue
from mainstay.coach import Decision, Person
from mainstay.diary.models import DecisionRow, Diary, DiaryEvent, Projection
from mainstay.diary.state import decision_from, person_from, state_version
from mainstay.diary.store.diaries import locked_projection
from mainstay.diary.store.replaying import rebuild
from mainstay.diary.store.rows import EVENT_COLUMNS, event_of, since_day
from mainstay.kernel import Event


def person_of(diary: Diary, catalogue: Catalogue | None = None) -> Person:
    """Return the person: one row, however long the diary. After an upgrade the diary is folded once."""
    catalogue = catalogue or load_catalogue()
    row = Projection.objects.filter(diary=diary).values_list("state", "version").first()
    if row is None:
        return Person()
    state, version = row
    return person_from(state) if version == state_version(catalogue.version) else _renewed(diary, catalogue)


def _renewed(diary: Diary, catalogue: Catalogue) -> Person:
    with transaction.atomic():
        projection = locked_projection(diary, catalogue)
        if projection.version == state_version(catalogue.version):
            # Somebody else was faster.
            return person_from(projection.state)
        return rebuild(projection, catalogue).person


def decisions_of(
    diary: Diary, since: date | None = None, limit: int | None = None, catalogue: Catalogue | None = None
) -> tuple[Decision, ...]:
    """Return the coach's decisions in the diary's order: all, those since a day, or the newest ``limit``."""
    person_of(diary, catalogue)
    rows = DecisionRow.objects.filter(diary=diary).order_by("-at_utc", "-event_id", "-number")
    if since is not None:
        rows = rows.filter(since_day(since))
    bodies = list(rows.values_list("body", flat=True)[:limit])
    return tuple(map(decision_from, reversed(bodies)))


def events_of(diary: Diary, since: date | None = None, standing: bool = False) -> Iterator[Event]:
    """Yield the events in the diary's order, retracted ones and retractions too, unless only ``standing``."""
    rows = DiaryEvent.objects.filter(diary=diary).order_by("at_utc", "event_id")
    if since is not None:
        rows = rows.filter(since_day(since))
    if standing:
        rows = rows.filter(retracted=False).exclude(kind="event_retracted")
    return map(event_of, rows.values_list(*EVENT_COLUMNS).iterator(chunk_size=1000))
