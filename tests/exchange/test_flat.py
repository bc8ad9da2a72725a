"""The flat table: every value of the diary, and the same again when it is read back."""

import csv
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mainstay.exchange.chronicle import NotOurs, Value, csv_text, flat, read_csv
from tests.exchange.people import HOSTILE, course, twelve_weeks, worst_case

texts = st.text(st.characters(codec="utf-8"), max_size=40)
numbers = st.integers(-(10**9), 10**9) | st.floats(allow_nan=False, allow_infinity=False)
values = st.builds(
    Value,
    at=st.just("2026-03-02T07:00:00+01:00"),
    kind=texts,
    field=texts,
    value=texts | numbers,
    event=texts,
    about=texts,
    side=texts,
    session=texts,
)


@pytest.mark.parametrize("made", [twelve_weeks, worst_case], ids=["good", "worst"])
def test_a_diary_reads_back_equal(made: object) -> None:
    account = made()  # type: ignore[operator]
    rows = tuple(flat(account.events, account.decisions))
    assert len(rows) > len(account.events)
    assert read_csv(csv_text(rows)) == rows


@given(st.lists(values, max_size=5).map(tuple))
@settings(deadline=None)
def test_anything_reads_back_equal(rows: tuple[Value, ...]) -> None:
    back = read_csv(csv_text(rows))
    assert back == rows
    assert [type(one.value) for one in back] == [type(one.value) for one in rows]


def test_zero_has_a_row_and_what_was_not_told_has_none() -> None:
    diary = course(0)
    diary.write("day_checked_in", 0, 8, pain_now=0)
    fields = {row.field: row.value for row in flat(diary.events) if row.kind == "day_checked_in"}
    assert fields == {"pain_now": 0}


def test_what_lies_inside_has_a_path_of_its_own() -> None:
    rows = {(row.kind, row.field): row.value for row in flat(course(0).events)}
    assert rows["screening_answered", "answers.age"] == 40
    assert rows["profile_set", "days[2]"] == "wed"


def test_a_row_names_its_exercise_session_and_side() -> None:
    row = next(r for r in flat(course(1).events) if r.kind == "set_performed" and r.side)
    assert row.side in ("left", "right")
    assert row.about
    assert row.session


def test_decisions_are_there_with_rung_and_step() -> None:
    account = twelve_weeks()
    rows = [row for row in flat((), account.decisions) if row.kind == "decision"]
    assert {row.field for row in rows} == {"verdict", "rung", "step"}
    assert min(row.value for row in rows if row.field == "step") == 1  # type: ignore[type-var]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "'quoted", HOSTILE])
def test_a_spreadsheet_is_never_handed_a_formula(text: str) -> None:
    row = Value("2026-03-02", "day_checked_in", "note", text, "id")
    _, cells = csv.reader(StringIO(csv_text([row]), newline=""))
    cell = cells[7]
    assert cell[0] not in "=+-@\t"
    assert read_csv(csv_text([row])) == (row,)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "line 1"),
        ("a,b\r\n1,2\r\n", "line 1"),
        (csv_text(()) + "1,2\r\n", "line 2"),
        (csv_text(()) + "2026-03-02,a,,,,f,twelve,,id\r\n", "line 2"),
        (csv_text(()) + '2026-03-02,a,,,,f,,"open,id\r\n', "line 2"),
    ],
)
def test_another_file_is_refused_with_its_line(text: str, line: str) -> None:
    with pytest.raises(NotOurs, match=line):
        read_csv(text)
