"""Recordings and wellness files of Garmin watches."""

from zoneinfo import ZoneInfo

import pytest

from tests.imports import fit
from tests.imports.reading import read, told


def test_a_recorded_walk_is_one_event_where_and_when_it_began() -> None:
    (walk,) = read(fit.walk("2026-03-02T18:05:00+01:00", 31.5, strides=1650)).events
    assert walk.at.isoformat() == "2026-03-02T18:05:00+01:00"
    assert walk.fields == {"minutes": 31.5, "steps": 3300, "source": "garmin", "covers": "walk"}


def test_the_offset_is_the_recordings_own_and_not_the_zone_of_the_machine() -> None:
    night = fit.walk("2026-03-02T23:30:00-08:00", 20)
    for zone in (None, ZoneInfo("Asia/Tokyo")):
        (walk,) = read(night, zone).events
        assert walk.at.isoformat() == "2026-03-02T23:30:00-08:00"
        assert "steps" not in walk.fields


@pytest.mark.parametrize(("day", "offset"), [("2026-03-28", "+01:00"), ("2026-03-29", "+02:00")])
def test_without_an_offset_the_persons_zone_says_it_for_that_day(day: str, offset: str) -> None:
    (walk,) = read(fit.walk(f"{day}T12:00:00+00:00", 20, told=False)).events
    assert walk.at.isoformat().endswith(offset)


@pytest.mark.parametrize(("sport", "walks"), [(fit.WALKING, 1), (fit.HIKING, 1), (fit.RUNNING, 0), (2, 0)])
def test_only_walks_and_hikes_are_walks(sport: int, walks: int) -> None:
    found = read(fit.walk("2026-03-02T18:05:00+01:00", 30, sport=sport))
    assert (len(found.events), found.faulty) == (walks, 0)


def wellness(*counts: tuple[str, str, int, int], short: bool = False) -> bytes:
    """A file of a watch: local time, kind of movement, steps and minutes so far that day."""
    first = counts[0][0]
    messages = [
        fit.message("monitoring_info", timestamp=fit.seconds(first), local_timestamp=fit.local(first))
    ]
    for moment, kind, steps, minutes in counts:
        at = {"timestamp_16": fit.seconds(moment) & 0xFFFF} if short else {"timestamp": fit.seconds(moment)}
        messages.append(
            fit.message(
                "monitoring",
                **at,
                cycles=steps,
                active_time=minutes * 60_000,
                activity_type=fit.ON_FOOT[kind],
            )
        )
    return fit.file(fit.message("file_id", type=32), *messages)


@pytest.mark.parametrize("short", [False, True])
def test_a_watch_counts_up_from_midnight_so_the_last_count_of_a_day_is_the_day(short: bool) -> None:
    found = read(
        wellness(
            ("2026-03-02T09:00:00+01:00", "walking", 1000, 10),
            ("2026-03-02T18:00:00+01:00", "walking", 6000, 55),
            ("2026-03-02T19:00:00+01:00", "running", 4000, 25),
            ("2026-03-03T00:00:00+01:00", "walking", 6400, 60),
            ("2026-03-03T09:00:00+01:00", "walking", 500, 5),
            short=short,
        )
    )
    assert told(found.events) == [("2026-03-02", 60, 10_400), ("2026-03-03", 5, 500)]
    assert [event.fields["covers"] for event in found.events] == ["day", "day"]


def test_a_damaged_file_is_refused() -> None:
    whole = fit.walk("2026-03-02T18:05:00+01:00", 30)
    for place in range(14, len(whole) - 2):
        damaged = bytearray(whole)
        damaged[place] ^= 0xFF
        found = read(bytes(damaged))
        assert found.events == ()
        assert not found.whole, place
    for length in range(12, len(whole)):
        assert not read(whole[:length]).whole, length
    assert "is a damaged FIT file" in read(whole[:40]).faults[0].text
