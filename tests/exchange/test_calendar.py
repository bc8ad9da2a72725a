"""The calendar feed: strict, stable, and on the person's own clock."""

from datetime import date, datetime, timedelta

import pytest
from icalendar import Calendar

from mainstay.catalogue import load_catalogue
from mainstay.coach import plan
from mainstay.exchange.chronicle import Account, account, calendar_bytes
from tests.exchange.people import course, nobody, told, twelve_weeks, worst_case


def entries(made: Account) -> list[dict[str, object]]:
    """The entries of a feed, read again by a parser that notes what it did not like."""
    calendar = Calendar.from_ical(calendar_bytes(made))
    assert not calendar.errors
    found = calendar.walk("VEVENT")
    assert all(not entry.errors for entry in found)
    return [
        {
            "uid": str(entry["uid"]),
            "summary": str(entry["summary"]),
            "start": entry["dtstart"].dt,
            "end": entry["dtend"].dt,
            "sequence": int(entry["sequence"]),
            "told": str(entry.get("description", "")),
        }
        for entry in found
    ]


def sessions(made: Account) -> list[dict[str, object]]:
    return [entry for entry in entries(made) if "Back training" in str(entry["summary"])]


def test_lines_are_folded_and_end_as_the_standard_says() -> None:
    made = calendar_bytes(twelve_weeks())
    assert made.endswith(b"END:VCALENDAR\r\n")
    lines = made.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 75


def test_every_planned_session_and_walk_of_the_week_is_there() -> None:
    made = twelve_weeks()
    week = plan(made.catalogue, made.person, made.on).week
    planned = [day.date for day in week if day.session]
    walks = [day.date for day in week if day.walk_minutes]
    assert planned
    assert walks
    assert [entry["start"].date() for entry in sessions(made)] == planned  # type: ignore[attr-defined]
    assert [e["start"] for e in entries(made) if "walk" in str(e["summary"])] == walks


def test_a_session_begins_when_the_person_usually_trains_and_floats() -> None:
    for entry in sessions(twelve_weeks()):
        start = entry["start"]
        assert isinstance(start, datetime)
        assert start.tzinfo is None
        assert (start.hour, start.minute) == (9, 0)
        assert timedelta(0) < entry["end"] - start <= timedelta(minutes=20)  # type: ignore[operator]


def test_who_has_not_trained_yet_gets_whole_days() -> None:
    made = told(course(0), 0)
    assert sessions(made)
    assert all(type(entry["start"]) is date for entry in sessions(made))


def test_an_entry_keeps_its_uid_and_its_sequence_only_grows() -> None:
    diary = course(2)
    before = {e["uid"]: e["sequence"] for e in entries(told(diary, 14))}
    newest = diary.events[-1]
    diary.write("event_retracted", 14, 6, event=newest.id)
    after = {e["uid"]: e["sequence"] for e in entries(told(diary, 14))}
    assert set(before) == set(after)
    assert all(after[uid] > before[uid] for uid in before)


def test_walks_imported_from_before_the_diary_change_no_uid() -> None:
    diary = course(1)
    before = {e["uid"] for e in entries(told(diary, 7))}
    diary.write("walk_logged", -300, 12, minutes=30, source="import")
    assert {e["uid"] for e in entries(told(diary, 7))} == before


def test_two_people_never_share_a_uid() -> None:
    diary = course(1)
    other = [e for e in diary.events if e.kind != "profile_set"]
    profile = next(e for e in diary.events if e.kind == "profile_set")
    from dataclasses import replace

    renamed = replace(profile, id="99999999-9999-4999-8999-999999999999")
    both = [told(diary, 7), account(diary.catalogue, [*other, renamed], diary.day(7))]
    uids = [{e["uid"] for e in entries(one)} for one in both]
    assert uids[0]
    assert not uids[0] & uids[1]


@pytest.mark.parametrize("made", [worst_case, lambda: nobody(load_catalogue())], ids=["locked", "empty"])
def test_a_locked_week_and_an_empty_diary_give_an_empty_feed(made: object) -> None:
    assert entries(made()) == []  # type: ignore[operator]


def test_the_exercises_of_a_session_can_be_read_in_its_entry() -> None:
    first = sessions(twelve_weeks())[0]
    assert "\n" in str(first["told"])
    assert "sets of" in str(first["told"])
