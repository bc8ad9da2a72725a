"""What has been worked out of each month of a diary, kept until something in that month changes.

The diary keeps the texts and says when they no longer hold; what is in them is the business of whoever makes
them. So a look back over ten years reads a row a month, and only the month that is under way is made anew.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from django.db import transaction

from mainstay.catalogue import Catalogue, load_catalogue
from mainstay.coach import Decision
from mainstay.diary.models import DecisionRow, Diary, DiaryEvent, Digest
from mainstay.diary.state import decision_from
from mainstay.diary.store.diaries import locked_projection
from mainstay.diary.store.looking import person_of
from mainstay.diary.store.rows import EVENT_COLUMNS, event_of, since_day, until_day
from mainstay.kernel import Event

_DAY = timedelta(days=1)

Make = Callable[[date, tuple[Event, ...], tuple[Decision, ...]], str]
"""Makes the text of a month, by its first day, from its standing events and those of the day before and the
day after it, and from the decisions of the month."""


def digests_of(
    diary: Diary, version: str, make: Make, catalogue: Catalogue | None = None
) -> Mapping[date, str]:
    """Return the text of every month that has events, by its first day, oldest first; made where missing.

    ``version`` names how they are made; a text of another version is made again.
    """
    catalogue = catalogue or load_catalogue()
    person_of(diary, catalogue)
    kept = _kept(diary, version)
    if all(month in kept for month in _months(diary, kept)):
        return kept
    with transaction.atomic():
        # Nobody writes until these are in the store, so that none of them is out of date when it arrives.
        locked_projection(diary, catalogue)
        kept = _kept(diary, version)
        made = {m: _made(diary, m, make) for m in _months(diary, kept) if m not in kept}
        Digest.objects.filter(diary=diary, month__in=made).delete()
        rows = [Digest(diary=diary, month=m, version=version, body=body) for m, body in made.items()]
        Digest.objects.bulk_create(rows, batch_size=100)
    return dict(sorted({**kept, **made}.items()))


def _kept(diary: Diary, version: str) -> Mapping[date, str]:
    rows = Digest.objects.filter(diary=diary, version=version).order_by("month")
    return dict(rows.values_list("month", "body"))


def _months(diary: Diary, known: Mapping[date, str]) -> Iterator[date]:
    """Yield every month with events, oldest first; one that is known is not looked up."""
    month = _next_month_told(diary, None)
    while month:
        yield month
        following = after(month)
        month = following if following in known else _next_month_told(diary, following)


def _next_month_told(diary: Diary, since: date | None) -> date | None:
    rows = DiaryEvent.objects.filter(diary=diary).order_by("at_utc", "event_id")
    if since:
        rows = rows.filter(since_day(since))
    day = rows.values_list("day", flat=True).first()
    return day.replace(day=1) if day else None


def after(month: date) -> date:
    """Return the first day of the month after the one that begins on ``month``."""
    return (month + 31 * _DAY).replace(day=1)


def _made(diary: Diary, month: date, make: Make) -> str:
    following = after(month)
    events = DiaryEvent.objects.filter(since_day(month - _DAY), until_day(following), diary=diary)
    standing = events.filter(retracted=False).exclude(kind="event_retracted").order_by("at_utc", "event_id")
    decisions = DecisionRow.objects.filter(since_day(month), until_day(following - _DAY), diary=diary)
    bodies = decisions.order_by("at_utc", "event_id", "number").values_list("body", flat=True)
    return make(
        month,
        tuple(map(event_of, standing.values_list(*EVENT_COLUMNS))),
        tuple(map(decision_from, bodies)),
    )
