"""The week's sessions and walks as an iCalendar feed, for any calendar that can subscribe to a file."""

from datetime import UTC, date, datetime, time, timedelta
from statistics import median
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from mainstay.catalogue import Catalogue
from mainstay.coach import PlannedDay, PlannedSession, plan
from mainstay.exchange.chronicle.account import Account, sessions_of
from mainstay.words import dose_text, exercise_text, minutes_text, report_text

if TYPE_CHECKING:
    from icalendar import Calendar
    from icalendar import Event as Entry

_RECENT = 12
_ROUND_TO = 5
_MINUTES_A_DAY = 24 * 60
_REFRESH = timedelta(hours=6)


def calendar_bytes(account: Account) -> bytes:
    """Return the seven days from the account's day as iCalendar (RFC 5545).

    An entry keeps its UID for its day and kind however often the feed is made; its SEQUENCE is the number
    of events that the diary holds, which only grows. Times float: they are the person's, wherever they are.
    They begin when the person usually trains; who has not trained yet gets a session as an entry of the
    whole day, and so is every walk.
    """
    calendar = _calendar(account)
    usual = _usual_start(account)
    for day in plan(account.catalogue, account.person, account.on).week:
        if day.session and day.session.items:
            calendar.add_component(_session(account, day, day.session, usual))
        if day.walk_minutes:
            calendar.add_component(_walk(account, day, day.walk_minutes))
    made: bytes = calendar.to_ical()
    return made


def _calendar(account: Account) -> "Calendar":
    # Loaded here, with its time zones: nothing else has a use for it.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Mainstay//Mainstay//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", report_text(account.catalogue, "agenda.name"))
    calendar.add("refresh-interval", _REFRESH, parameters={"value": "DURATION"})
    return calendar


def _usual_start(account: Account) -> time | None:
    """The middle of the last sessions' starts on the person's own clock, to five minutes."""
    starts = [s.began.hour * 60 + s.began.minute for s in sessions_of(account)[-_RECENT:]]
    if not starts:
        return None
    minutes = int(round(median(starts) / _ROUND_TO) * _ROUND_TO) % _MINUTES_A_DAY
    return time(minutes // 60, minutes % 60)


def _session(account: Account, day: PlannedDay, session: PlannedSession, usual: time | None) -> "Entry":
    title = report_text(account.catalogue, "agenda.session", {"length": minutes_text(session.seconds)})
    entry = _entry(account, "session", day.date, title, _lines(account.catalogue, session))
    if usual is None:
        _whole_day(entry, day.date)
    else:
        start = datetime.combine(day.date, usual)
        entry.add("dtstart", start)
        entry.add("dtend", start + timedelta(minutes=-(-session.seconds // 60)))
    return entry


def _lines(catalogue: Catalogue, session: PlannedSession) -> str:
    return "\n".join(
        f"{exercise_text(catalogue, item.exercise)}: {dose_text(item)}" for item in session.items
    )


def _walk(account: Account, day: PlannedDay, minutes: int) -> "Entry":
    title = report_text(account.catalogue, "agenda.walk", {"minutes": minutes})
    entry = _entry(account, "walk", day.date, title, "")
    _whole_day(entry, day.date)
    return entry


def _entry(account: Account, kind: str, day: date, title: str, told: str) -> "Entry":
    from icalendar import Event as Entry

    entry = Entry()
    entry.add("uid", f"{uuid5(NAMESPACE_URL, f'{account.owner}/{kind}/{day.isoformat()}')}@mainstay")
    entry.add("dtstamp", _newest(account))
    entry.add("sequence", account.written)
    entry.add("summary", title)
    if told:
        entry.add("description", told)
    return entry


def _newest(account: Account) -> datetime:
    at = account.events[-1].at if account.events else datetime.combine(account.on, time(), UTC)
    return at.astimezone(UTC).replace(microsecond=0)


def _whole_day(entry: "Entry", day: date) -> None:
    """An entry of a whole day blocks nobody's time."""
    entry.add("dtstart", day)
    entry.add("dtend", day + timedelta(days=1))
    entry.add("transp", "TRANSPARENT")
