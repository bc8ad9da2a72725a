"""What is due when: cases as data, on both sides of each boundary."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from mainstay.catalogue import load_catalogue
from mainstay.reminders import Kind
from mainstay.reminders.timing import (
    Agenda,
    Answer,
    Breaks,
    Clock,
    Facts,
    Made,
    Quiet,
    Sent,
    Wishes,
    agenda,
    unanswered,
)

CASES = tomllib.loads((Path(__file__).parent / "timing.toml").read_text(encoding="utf-8"))["case"]
RULES = load_catalogue().rules.reminders
BERLIN = ZoneInfo("Europe/Berlin")
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
Case = Mapping[str, Any]


def wall(told: str | None) -> time | None:
    return time.fromisoformat(told) if told else None


def moment(told: str | None) -> datetime | None:
    return datetime.fromisoformat(told) if told else None


def wishes(case: Case) -> Wishes:
    breaks, quiet = case.get("breaks"), case.get("quiet", ("21:00", "07:00"))
    return Wishes(
        session=wall(case.get("session")),
        walk=wall(case.get("walk")),
        breaks=Breaks(breaks["every"], *(time.fromisoformat(breaks[end]) for end in ("from", "to")))
        if breaks
        else None,
        quiet=Quiet(*map(time.fromisoformat, quiet)),
        clock=Clock(ZoneInfo(case.get("zone", "Europe/Berlin")), moment(case.get("zone_since"))),
        since=moment(case.get("since")) or LONG_AGO,
        paused=case.get("paused", False),
    )


def facts(case: Case) -> Facts:
    told = dict(case.get("facts", {}))
    if "busy_until" in told:
        told["busy_until"] = moment(told["busy_until"])
    return Facts(date.fromisoformat(case.get("day", "2026-11-23")), **told)


def made(case: Case) -> tuple[Made, ...]:
    return tuple(
        Made(
            one["key"],
            Kind(one.get("kind", "session")),
            datetime.fromisoformat(one["at"]),
            Answer(one["answer"]) if "answer" in one else None,
            moment(one.get("again")),
        )
        for one in case.get("made", ())
    )


def agenda_of(case: Case) -> Agenda:
    return agenda(RULES, wishes(case), facts(case), made(case))


def said(case: Case) -> Iterator[str]:
    zone = wishes(case).clock.zone
    for due in agenda_of(case).dues:
        ends = (due.due_at.astimezone(zone), due.until.astimezone(zone))
        yield " ".join((due.kind, *(end.isoformat(timespec="minutes")[11:] for end in ends)))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_is_due(case: Case) -> None:
    if "keys" not in case or "due" in case:
        assert list(said(case)) == case.get("due", [])
    if "keys" in case:
        assert [due.key for due in agenda_of(case).dues] == case["keys"]
    silent = {str(kind): str(why) for kind, why in agenda_of(case).silent}
    if "silent" in case:
        assert silent == case["silent"]


def test_every_reason_for_silence_and_every_kind_has_a_case() -> None:
    reasons = {why for case in CASES for why in case.get("silent", {}).values()}
    assert reasons == {"not-planned", "begun", "locked", "paused", "quiet", "not-today", "no-walk", "stopped"}
    assert {line.split()[0] for case in CASES for line in case.get("due", ())} == set(Kind) - {"test"}


def test_a_break_that_is_past_is_let_go_and_a_session_that_is_past_is_told_as_late() -> None:
    found = agenda_of({"session": "12:00", "breaks": {"every": 30, "from": "09:00", "to": "10:30"}})
    at = datetime(2026, 11, 23, 10, 10, tzinfo=BERLIN)
    keys = [[due.key for due in found.now(at + later)] for later in map(seconds, (-601, -600, 0, 1))]
    assert keys == [[], ["break-20261123t0900z"], ["break-20261123t0900z"], []]
    assert [due.kind for due in found.now(at + timedelta(hours=9))] == [Kind.SESSION]


def seconds(count: int) -> timedelta:
    return timedelta(seconds=count)


@pytest.mark.parametrize(
    "zone", ["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu"]
)
def test_every_minute_of_a_day_is_one_moment_of_that_day_whatever_the_clock_does(zone: str) -> None:
    clock = Clock(ZoneInfo(zone))
    for day in (date(2026, 3, 8), date(2026, 3, 29), date(2026, 4, 5), date(2026, 10, 4), date(2026, 10, 25)):
        moments = [clock.at(day, time(minute // 60, minute % 60)) for minute in range(24 * 60)]
        assert {clock.day_at(moment) for moment in moments} == {day}
        assert moments[0] >= clock.at(day, time())
        assert moments[-1] < clock.day_ends(day)
        shown = [(clock.wall_at(at), at) for at in moments]
        # Only where the clock leaps forward is another time shown than was asked for.
        leapt = sum(one.hour * 60 + one.minute != minute for minute, (one, _) in enumerate(shown))
        assert leapt in (0, 30, 60)


def test_only_the_last_days_in_a_row_count_as_unanswered() -> None:
    first = date(2026, 11, 2)
    days = [Sent(first + timedelta(days=number), number == 1) for number in range(5)]
    assert unanswered(days) == 3
    assert unanswered(reversed(days)) == 3
    assert unanswered([replace(days[-1], followed=True), *days[:-1]]) == 0
    assert unanswered([]) == 0


def test_breaks_are_never_closer_than_the_person_wants_in_any_zone_on_any_day_of_the_year() -> None:
    for zone in ("Europe/London", "America/Santiago", "Pacific/Apia"):
        for number in range(0, 365, 3):
            day = (date(2026, 1, 1) + timedelta(days=number)).isoformat()
            hours = {"every": 35, "from": "00:10", "to": "23:50"}
            dues = agenda_of({"zone": zone, "day": day, "breaks": hours, "quiet": ("00:00", "00:00")}).dues
            moments = [due.due_at for due in dues if due.due_at >= LONG_AGO]
            assert all(after - one >= timedelta(minutes=35) for one, after in pairwise(moments))
