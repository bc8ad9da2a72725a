"""Writing what a course led to."""

from datetime import date, timedelta

from mainstay.diary.models import DecisionRow, Diary, Digest, FlareRow, Projection, Snapshot
from mainstay.diary.state import state_text, state_version
from mainstay.diary.store.course import Course, worth_keeping
from mainstay.diary.store.rows import after, before, decision_rows, up_to
from mainstay.kernel import EventKey

_DAY = timedelta(days=1)


def save_projection(projection: Projection, course: Course) -> None:
    """Write the state that a course ended with."""
    projection.at_utc, projection.event_id = course.key or (None, "")
    projection.state = state_text(course.person)
    projection.version = state_version(course.catalogue.version)
    projection.since_snapshot = course.since_snapshot
    # The row is there and locked: one UPDATE, where save() might ask first.
    projection.save(force_update=True)


def save_course(diary: Diary, course: Course) -> None:
    """Write the decisions and snapshots of a course, and let go of snapshots that have become too many."""
    if course.made:
        DecisionRow.objects.bulk_create(decision_rows(diary, course.made), batch_size=500)
    if course.flares:
        rows = (
            FlareRow(diary=diary, at_utc=at, event_id=name, day=day, since=since)
            for (at, name), (day, since) in course.flares
        )
        FlareRow.objects.bulk_create(rows, batch_size=500)
    if course.snapshots:
        _save_snapshots(diary, course)


def _save_snapshots(diary: Diary, course: Course) -> None:
    version = state_version(course.catalogue.version)
    rows = [
        Snapshot(
            diary=diary,
            at_utc=at,
            event_id=name,
            state=state_text(course.snapshots[at, name]),
            version=version,
        )
        for at, name in worth_keeping(course.snapshots)
    ]
    Snapshot.objects.bulk_create(rows, batch_size=100)
    _thin(diary)


def _thin(diary: Diary) -> None:
    kept = Snapshot.objects.filter(diary=diary)
    points = {(at, event_id): pk for pk, at, event_id in kept.values_list("pk", "at_utc", "event_id")}
    surplus = [points[key] for key in points.keys() - worth_keeping(points)]
    if surplus:
        kept.filter(pk__in=surplus).delete()


def forget(diary: Diary, start: EventKey | None, agreed: EventKey | None = None) -> None:
    """Delete what followed from the events after a point: that of a stretch that is to be written again.

    ``agreed`` ends the stretch: the snapshot there stays, and so does everything after it.
    """
    decisions = DecisionRow.objects.filter(after(start), diary=diary)
    flares = FlareRow.objects.filter(after(start), diary=diary)
    snapshots = Snapshot.objects.filter(after(start), diary=diary)
    if agreed:
        decisions, flares = decisions.filter(up_to(agreed)), flares.filter(up_to(agreed))
        snapshots = snapshots.filter(before(agreed))
    decisions.delete()
    flares.delete()
    snapshots.delete()
    forget_digests(diary, start and start[0].date(), agreed and agreed[0].date())


def forget_digests(diary: Diary, first: date | None, last: date | None) -> None:
    """Delete what was worked out of the months from one day to another; None is from the start, to the end.

    A day more on either side counts, since a month looks at its neighbours and a date in UTC may be another.
    """
    digests = Digest.objects.filter(diary=diary)
    if first:
        digests = digests.filter(month__gte=(first - _DAY).replace(day=1))
    if last:
        digests = digests.filter(month__lte=last + _DAY)
    digests.delete()
