"""Tables of Google Takeout and Health Connect."""

from zoneinfo import ZoneInfo

import pytest

from tests.imports.reading import read, told

DAILY = "Date,Move Minutes count,Calories (kcal),Step count,Walking duration (ms),Running duration (ms)\n"


def test_the_daily_table_of_google_fit_has_a_day_in_each_row() -> None:
    found = read(
        DAILY + "2026-03-02,40,2000.5,5000,1830000,600000\n2026-03-03,,1800,300,,\n2026-03-04,,1750,,,\n"
    )
    assert told(found.events) == [("2026-03-02", 30.5, 5000), ("2026-03-03", 0, 300)]
    assert {event.fields["source"] for event in found.events} == {"google-fit"}


def test_hiking_and_the_treadmill_are_walking_too() -> None:
    header = "Date,Step count,Walking duration (ms),Treadmill walking duration (ms),Hiking duration (ms)\n"
    assert told(read(header + "2026-03-02,9000,600000,600000,1200000\n").events) == [("2026-03-02", 40, 9000)]


@pytest.mark.parametrize(
    ("zone", "offsets"),
    [("Europe/Berlin", ["+01:00", "+02:00"]), ("America/New_York", ["-04:00", "-04:00"])],
)
def test_a_day_without_an_offset_is_a_day_where_the_person_is(zone: str, offsets: list[str]) -> None:
    found = read(DAILY + "2026-03-28,,,10,,\n2026-03-29,,,10,,\n", ZoneInfo(zone))
    assert [event.at.isoformat()[19:] for event in found.events] == offsets
    assert [day for day, *_ in told(found.events)] == ["2026-03-28", "2026-03-29"]


def test_minutes_of_google_health_are_moved_to_the_persons_day() -> None:
    rows = "".join(
        f"2026-03-02T{hour}:{minute:02}:00Z,90,Watch\n" for hour in (22, 23) for minute in range(10)
    )
    found = read("timestamp,steps,data source\n" + rows)
    assert told(found.events) == [("2026-03-02", 10, 900), ("2026-03-03", 10, 900)]
    assert {event.fields["source"] for event in found.events} == {"health-connect"}


def test_the_same_minute_from_two_devices_counts_once() -> None:
    rows = "2026-03-02T08:00:00Z,90,Watch\n2026-03-02T08:00:12Z,80,Phone\n"
    assert told(read("timestamp,steps,data source\n" + rows).events) == [("2026-03-02", 1, 90)]


@pytest.mark.parametrize(
    "table",
    [
        "Start time,End time,Steps\n2026-03-02T08:00:00+01:00,2026-03-02T08:10:00+01:00,900\n",
        "startTime,endTime,count,app\n2026-03-02 08:00:00,2026-03-02 08:10:00,900,a\n",
        "start_time,end_time,count\n1772434800000,1772435400000,900\n",
        '\ufeffcount,end_time,start_time\r\n"900",2026-03-02T07:10:00Z,2026-03-02T07:00:00.000Z\r\n',
    ],
)
def test_columns_are_known_by_their_names_and_times_however_they_are_written(table: str) -> None:
    (day,) = read(table).events
    assert told((day,)) == [("2026-03-02", 10, 900)]
    assert day.at.isoformat() == "2026-03-02T12:00:00+01:00"


def test_a_row_that_cannot_be_read_is_told_with_its_line() -> None:
    found = read(DAILY + "2026-03-02,,,10,,\n2026-03-32,,,10,,\n2026-03-03,,,ten,,\n2026-03-04\n")
    assert [fault.text for fault in found.faults] == [
        "chosen, line 3: cannot be read: '2026-03-32' is not a date; leave it out",
        "chosen, line 4: cannot be read: 'ten' is not a number of steps; leave it out",
        "chosen, line 5: has fewer columns than the first line; export the file again",
    ]
    assert [day for day, *_ in told(found.events)] == ["2026-03-02"]


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("name,weight\nAnn,60\n", "no columns of steps"),
        (
            "Start time,End time,Calories (kcal),Step count\n00:00:00.000+01:00,00:15:00.000+01:00,5,9\n",
            "no columns",
        ),
        (DAILY + '"2026-03-02,,,10,,\n', "not a table"),
    ],
)
def test_a_table_of_something_else_is_refused(table: str, problem: str) -> None:
    found = read(table)
    assert not found.whole
    assert problem in found.faults[0].text


def test_a_row_without_an_end_is_refused_before_it_fills_the_memory() -> None:
    found = read(DAILY + "2026-03-02,,,10,,\n" + "x" * 3_000_000)
    assert not found.whole
    assert "line 3: is longer than any row" in found.faults[0].text


def test_a_table_that_is_not_utf_8_is_refused() -> None:
    found = read((DAILY + "2026-03-02,,,10,,\n").encode() + b"2026-03-03,,,\xff\xfe,,\n")
    assert "is not UTF-8" in found.faults[0].text
