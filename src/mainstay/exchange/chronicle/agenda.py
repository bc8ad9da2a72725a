"""The week's sessions and walks as an iCalendar feed, for any calendar that can subscribe to a file."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from statistics import median
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from mainstay.catalogue import Catalogue
from mainstay.coach import Person, PlannedDay, PlannedSession, plan
from mainstay.exchange.chronicle.account import Account, sessions_of
from mainstay.words import dose_text, exercise_text, minutes_text, report_text

if TYPE_CHECKING:
    from icalendar import Calendar
    from icalendar import Event as Entry

_RECENT = 12
_ROUND_TO = 5
_MINUTES_A_DAY = 24 * 60
_REFRESH = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a calendar is made from: a person on a day, and what their diary says beside.

    ``owner`` names the diary without naming the person. ``written`` only ever grows, with what is written,
    and ``newest`` is when something last was. ``starts`` are when the last sessions began, on their clock.
    """

    catalogue: Catalogue
    person: Person
    on: date
    owner: str
    written: int
    newest: datetime | None
    starts: tuple[datetime, ...]


def calendar_bytes(account: Account) -> bytes:
    """Return the seven days from the account's day as iCalendar, each session with its exercises."""
    agenda = Agenda(
        account.catalogue,
        account.person,
        account.on,
        account.owner,
        account.written,
        account.events[-1].at if account.events else None,
        tuple(session.began for session in sessions_of(account)),
    )
    return agenda_bytes(agenda)


def agenda_bytes(agenda: Agenda, *, brief: bool = False) -> bytes:
    """Return the seven days from the agenda's day as iCalendar (RFC 5545); ``brief`` names no back.

    An entry keeps its UID for its day and kind however often the feed is made; its SEQUENCE is the number
    of events that the diary holds, which only grows. Times float: they are the person's, wherever they are.
    They begin when the person usually trains; who has not trained yet gets a session as an entry of the
    whole day, and so is every walk.
    """
    calendar = _calendar(agenda, "brief-name" if brief else "name")
    usual = _usual_start(agenda)
    for day in plan(agenda.catalogue, agenda.person, agenda.on).week:
        if day.session and day.session.items:
            calendar.add_component(_session(agenda, day, day.session, usual, brief=brief))
        if day.walk_minutes:
            calendar.add_component(_walk(agenda, day, day.walk_minutes))
    made: bytes = calendar.to_ical()
    return made


def _calendar(agenda: Agenda, name: str) -> "Calendar":
    # Loaded here, with its time zones: nothing else has a use for it.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Mainstay//Mainstay//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", report_text(agenda.catalogue, f"agenda.{name}"))
    calendar.add("refresh-interval", _REFRESH, parameters={"value": "DURATION"})
    # Outlook's name for the same.
    calendar.add("x-published-ttl", "PT1H")
    return calendar


def _usual_start(agenda: Agenda) -> time | None:
    """The middle of the last sessions' starts on the person's own clock, to five minutes."""
    starts = [began.hour * 60 + began.minute for began in agenda.starts[-_RECENT:]]
    if not starts:
        return None
    minutes = int(round(median(starts) / _ROUND_TO) * _ROUND_TO) % _MINUTES_A_DAY
    return time(minutes // 60, minutes % 60)


def _session(
    agenda: Agenda, day: PlannedDay, session: PlannedSession, usual: time | None, *, brief: bool
) -> "Entry":
    words = "agenda.brief-session" if brief else "agenda.session"
    title = report_text(agenda.catalogue, words, {"length": minutes_text(session.seconds)})
    told = "" if brief else _lines(agenda.catalogue, session)
    entry = _entry(agenda, "session", day.date, title, told)
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


def _walk(agenda: Agenda, day: PlannedDay, minutes: int) -> "Entry":
    title = report_text(agenda.catalogue, "agenda.walk", {"minutes": minutes})
    entry = _entry(agenda, "walk", day.date, title, "")
    _whole_day(entry, day.date)
    return entry


def _entry(agenda: Agenda, kind: str, day: date, title: str, told: str) -> "Entry":
    from icalendar import Event as Entry

    entry = Entry()
    entry.add("uid", f"{uuid5(NAMESPACE_URL, f'{agenda.owner}/{kind}/{day.isoformat()}')}@mainstay")
    newest = (agenda.newest or datetime.combine(agenda.on, time(), UTC)).astimezone(UTC)
    entry.add("dtstamp", newest.replace(microsecond=0))
    entry.add("last-modified", newest.replace(microsecond=0))
    entry.add("sequence", agenda.written)
    entry.add("summary", title)
    if told:
        entry.add("description", told)
    return entry


def _whole_day(entry: "Entry", day: date) -> None:
    """An entry of a whole day blocks nobody's time."""
    entry.add("dtstart", day)
    entry.add("dtend", day + timedelta(days=1))
    entry.add("transp", "TRANSPARENT")
