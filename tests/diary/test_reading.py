"""Reading a diary: all faults at once, in words that help, and nothing lost on the way through."""

import json
import subprocess
import sys
import uuid
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mainstay.diary import Fault, new_id, read_lines, read_records, same_content, to_line
from tests.diary.lines import EXAMPLES, identity, line, record

FAULTS = [
    (line("morning_after", pain=11), "pain", "is 11, which is above 10", "use a whole number from 0 to 10"),
    (line("morning_after", pain=-1), "pain", "is -1, which is below 0", "use a whole number from 0 to 10"),
    (line("morning_after", pain=None), "pain", "is missing", "add it: a whole number from 0 to 10"),
    (
        line("exercise_skipped", why="bored"),
        "why",
        'is "bored"',
        "use one of: pain, time, dislike, equipment, other",
    ),
    (line("set_performed", side="both"), "side", 'is "both"', "use left or right"),
    (line("profile_set", days=[]), "days", "is an empty list", "use a list of at least one of: mon,"),
    (line("profile_set", equipment=["mat", "sofa"]), "equipment[2]", 'is "sofa"', "use one of: mat, chair,"),
    (line("profile_set", session_minutes=41), "session_minutes", "is 41, which is above 40", "from 5 to 40"),
    (line("set_performed", target={"reps": -1}), "target.reps", "is -1, which is below 0", "or null where"),
    (line("flare_ended", at="2026-03-01T07:30:00"), "at", "without its offset", "2026-03-01T07:30:00+01:00"),
    (line("flare_ended", at="2026-02-30T07:30:00Z"), "at", "no calendar or clock shows", "use a real date"),
    (line("clinician_cleared", on="2026-02-30"), "on", "no calendar or clock shows", "such as 2026-03-01"),
    (line("flare_ended", id="7"), "id", 'is "7"', "use a UUID in lower case"),
    (line("decision_undone", decision=""), "decision", "is empty", "use the id of a decision"),
    (
        line("decision_undone", decision="x" * 201),
        "decision",
        "is longer than 200",
        "use the id of a decision",
    ),
    (line("screening_answered", answers={"age": 130}), "answers.age", "130", "a number from 0 to 120"),
    (line("screening_answered", answers={"age": True}), "answers.age", "is true", "or a number"),
    (line("screening_answered", answers={"pregnancy": "ja"}), "answers.pregnancy", "'ja'", "yes, no, unsure"),
    ("{", "", "is not JSON", "one whole JSON object on each line"),
    ("[]", "", "is not a JSON object", 'write {"id"'),
    ("null", "", "is not a JSON object", 'write {"id"'),
    (line("flare_ended", x=float("nan")), "", "holds NaN, which is not JSON", "leave the field out"),
    (line("flare_ended", x=float("-inf")), "", "holds -Infinity, which is not JSON", "leave the field out"),
    (line("flare_ended")[:-1] + ', "x": 1e400}', "", "too large (1e400)", "write a smaller number"),
    (line("flare_ended")[:-1] + f', "x": {"9" * 5000}}}', "", "is too long", "write a shorter number"),
    (line("flare_ended")[:-1] + ', "x": "\\ud800"}', "", "is not UTF-8 text", "save the file as UTF-8"),
    (line("flare_ended")[:-1] + ', "x": 1, "x": 2}', "", "names `x` twice", "name each field once"),
    (line("flare_ended")[:-1] + f', "x": {"[" * 65}{"]" * 65}}}', "", "nested too deeply", "at most 64"),
    ("[" * 100_000, "", "nested too deeply", "at most 64"),
]


@pytest.mark.parametrize(("text", "field", "problem", "remedy"), FAULTS)
def test_a_fault_names_its_line_its_field_the_problem_and_the_remedy(text, field, problem, remedy):
    reading = read_lines(f"{line('flare_reported', 99)}\n\n{text}\n", "my diary")
    (fault,) = reading.faults
    assert (fault.file, fault.line, fault.field) == ("my diary", 3, field)
    assert problem in fault.problem
    assert remedy in fault.remedy
    assert fault.text.startswith("my diary, line 3: ")
    assert not reading.events


def test_all_faults_of_all_lines_are_told_at_once_and_no_event_is_taken():
    text = "\n".join(
        (
            line("flare_ended", 1),
            line("exercise_rated", 2, pain=12, effort="hard"),
            "oops",
            line("morning_after", 3),
            line("walk_logged", 4, minutes=None),
        )
    )
    reading = read_lines(text, "d")
    assert [(fault.line, fault.field) for fault in reading.faults] == [
        (2, "effort"),
        (2, "pain"),
        (3, ""),
        (5, "minutes"),
    ]
    assert reading.events == ()


def test_a_fault_reads_as_one_sentence():
    fault = Fault("d.jsonl", 14, "pain", "is 11, which is above 10", "use a whole number from 0 to 10")
    assert fault.text == "d.jsonl, line 14: `pain` is 11, which is above 10; use a whole number from 0 to 10"


def test_wrong_utf_8_is_a_fault_of_its_line_alone():
    text = line("flare_ended", 1).encode() + b"\n\xff\xfe\n" + line("flare_ended", 2).encode()
    assert [(f.line, f.problem) for f in read_lines(text, "d").faults] == [
        (2, "is not UTF-8 text (invalid start byte)")
    ]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("as_bytes", [True, False])
def test_a_byte_order_mark_blank_lines_and_windows_line_ends_are_no_faults(ending, mark, as_bytes):
    text = mark + ending.join(["", line("flare_reported", 1), " ", "", line("flare_ended", 2), ""])
    reading = read_lines(text.encode() if as_bytes else text, "d")
    assert [event.kind for event in reading.events] == ["flare_reported", "flare_ended"]
    assert not reading.faults


def test_an_empty_diary_is_a_diary():
    assert read_lines(b"", "d").events == ()
    assert not read_lines("", "d").faults


def test_the_same_event_twice_is_one_event_in_whatever_order_its_fields_stand():
    first = record("morning_after", 1, x=1)
    again = dict(reversed(list(first.items())))
    reading = read_records([first, again], "d")
    assert len(reading.events) == 1
    assert not reading.faults


@pytest.mark.parametrize(
    "change", [{"pain": 2}, {"at": "2026-03-01T06:30:00Z"}, {"x": True}, {"kind": "flare_ended"}]
)
def test_the_same_id_with_other_content_is_a_fault_that_names_both_lines(change):
    first = record("morning_after", 1, x=1)
    (fault,) = read_records([first, record("flare_ended", 2), {**first, **change}], "d").faults
    assert (fault.line, fault.field) == (3, "id")
    assert "line 1" in fault.problem


WARNINGS = [
    (line("set_preformed"), "kind", "did you mean set_performed?"),
    (line("moon_phase"), "kind", "a newer Mainstay may know it"),
    (line("exercise_excluded", exercise="bird-dgo"), "exercise", "did you mean bird-dog?"),
    (line("set_performed", rung="arm-olny"), "rung", "did you mean arm-only?"),
    (line("screening_answered", answers={"preganncy": "no"}), "answers.preganncy", "did you mean pregnancy?"),
    (line("measure_answered", measure="odi", score=101), "score", "use the range of odi"),
    (line("measure_answered", measure="odi", score=-1), "score", "use the range of odi"),
    (line("self_test_done", test="side-brigde"), "test", "did you mean side-bridge?"),
    (line("self_test_done", side=None), "side", "say left or right"),
    (line("lesson_read", lesson="walkign"), "lesson", "did you mean walking?"),
]


@pytest.mark.parametrize(("text", "field", "remedy"), WARNINGS)
def test_what_is_not_known_here_is_kept_with_a_warning(text, field, remedy):
    reading = read_lines(text, "d")
    (warning,) = reading.warnings
    assert (warning.line, warning.field, warning.remedy) == (1, field, remedy)
    assert "it is kept" in warning.problem
    assert len(reading.events) == 1


def test_each_unknown_thing_is_warned_of_once():
    reading = read_lines("\n".join(line("moon_phase", number) for number in range(1, 50)), "d")
    assert len(reading.warnings) == 1
    assert len(reading.events) == 49


def test_whole_numbers_written_with_a_point_are_whole_numbers_to_the_coach():
    text = line("morning_after").replace('"pain": 1', '"pain": 1.0')
    (event,) = read_lines(text, "d").events
    assert isinstance(event.fields["pain"], int)


def test_records_that_are_no_json_are_refused():
    with pytest.raises(ValueError, match="JSON"):
        read_records([{"x": float("nan")}], "d")


# --- There and back ---------------------------------------------------------------------------------

texts = st.text(st.characters(exclude_categories=["Cs"]))
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=10,
)


@st.composite
def times(draw) -> str:
    at = draw(st.datetimes(datetime(1901, 1, 1), datetime(2199, 12, 30)))
    minutes = draw(st.integers(-23 * 60 - 59, 23 * 60 + 59))
    sign, (hours, rest) = "-" if minutes < 0 else "+", divmod(abs(minutes), 60)
    return f"{at.isoformat(timespec='microseconds')}{sign}{hours:02}:{rest:02}"


unknown_fields = st.dictionaries(texts.map(lambda name: f"x-{name}"), json_values, max_size=4)


@given(st.sampled_from(list(EXAMPLES)), times(), unknown_fields)
@example("flare_ended", "2026-03-01T07:30:00.000000+01:00", {"x-": "\u2028\x00\ufeff \u0085"})
def test_an_event_comes_back_with_every_field_known_or_not_and_its_own_offset(kind, at, extra):
    given_ = record(kind, 1, at=at) | extra
    (event,) = read_lines(json.dumps(given_), "d").events
    written = to_line(event)
    assert "\n" not in written
    back = json.loads(written)
    assert back | {"at": at} == given_
    assert datetime.fromisoformat(back["at"]).isoformat() == datetime.fromisoformat(at).isoformat()
    (again,) = read_lines(written, "d").events
    assert again == event
    assert same_content(again, event)


@given(st.binary(max_size=60) | texts | json_values.map(json.dumps))
def test_whatever_comes_in_reading_ends_with_events_or_faults(data):
    reading = read_lines(data, "d")
    assert not (reading.events and reading.faults)


# --- Ids ----------------------------------------------------------------------------------------------


def test_a_new_id_is_a_uuid_of_version_7_whose_order_is_that_of_time():
    start = datetime(2026, 3, 1, tzinfo=UTC)
    made = [new_id(start + timedelta(milliseconds=n)) for n in range(100)]
    assert made == sorted(made)
    assert len({new_id(start) for _ in range(1000)}) == 1000
    parsed = [uuid.UUID(text) for text in made]
    assert {(one.version, one.variant) for one in parsed} == {(7, uuid.RFC_4122)}
    assert [one.int >> 80 for one in parsed] == [int(start.timestamp() * 1000) + n for n in range(100)]
    assert not read_records([record("flare_ended") | {"id": made[0]}], "d").faults


def test_the_diary_can_be_read_without_loading_django():
    program = "import sys, mainstay.diary; print(*sys.modules)"
    loaded = subprocess.run((sys.executable, "-c", program), capture_output=True, text=True, check=True)
    modules = set(loaded.stdout.split())
    assert "mainstay.diary.local" in modules
    assert not {name for name in modules if name.split(".")[0] == "django"}


def test_ids_of_the_test_lines_are_ids():
    assert uuid.UUID(identity(1)).version == 7
