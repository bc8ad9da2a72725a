"""Looking things up: the person, the decisions, the events."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from django.db import transaction

from mainstay.catalogue import Catalogue, load_catalogue
from mainstay.coach import Decision, Person
from mainstay.diary.models import DecisionRow, Diary, DiaryEvent, FlareRow, Projection
from mainstay.diary.state import decision_from, person_from, state_version
from mainstay.diary.store.diaries import locked_projection
from mainstay.diary.store.replaying import past_person, rebuild
from mainstay.diary.store.rows import EVENT_COLUMNS, Turn, event_of, since_day, until_day
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


def telling(
    diary: Diary, kind: str, field: str, *, before: date | None = None, newest: bool = False
) -> Event | None:
    """Return the first event of a kind that tells a field, or the newest one; ``before`` a day, if given."""
    rows = DiaryEvent.objects.filter(diary=diary, kind=kind, retracted=False, body__contains=f'"{field}":')
    if before is not None:
        rows = rows.filter(until_day(before - timedelta(days=1)))
    order = ("-at_utc", "-event_id") if newest else ("at_utc", "event_id")
    row = rows.order_by(*order).values_list(*EVENT_COLUMNS).first()
    return event_of(row) if row else None


def person_until(diary: Diary, day: date, catalogue: Catalogue | None = None) -> Person:
    """Return the person as they were at the end of a day: the last snapshot before it, and what followed."""
    catalogue = catalogue or load_catalogue()
    person_of(diary, catalogue)
    return past_person(diary, catalogue, day)


def flare_turns_of(diary: Diary, catalogue: Catalogue | None = None) -> tuple[Turn, ...]:
    """Return the days on which a flare-up began or ended, oldest first."""
    person_of(diary, catalogue)
    rows = FlareRow.objects.filter(diary=diary).order_by("at_utc", "event_id")
    return tuple(rows.values_list("day", "since"))


def events_of(
    diary: Diary,
    since: date | None = None,
    standing: bool = False,
    *,
    until: date | None = None,
    kinds: Collection[str] = (),
) -> Iterator[Event]:
    """Yield the events in the diary's order, retracted ones and retractions too, unless only ``standing``.

    Those of a few days, or of a few ``kinds``, are found without reading the others.
    """
    rows = DiaryEvent.objects.filter(diary=diary).order_by("at_utc", "event_id")
    if since is not None:
        rows = rows.filter(since_day(since))
    if until is not None:
        rows = rows.filter(until_day(until))
    if standing:
        rows = rows.filter(retracted=False).exclude(kind="event_retracted")
    if kinds:
        # They are few: put in order here, so that the store looks them up by kind.
        few = rows.filter(kind__in=sorted(kinds)).order_by().values_list(*EVENT_COLUMNS)
        return iter(sorted(map(event_of, few), key=lambda event: event.key))
    return map(event_of, rows.values_list(*EVENT_COLUMNS).iterator(chunk_size=1000))
