"""The published schema says exactly what the contract says, on both sides of every bound."""

import json

import jsonschema_rs
import pytest

from mainstay.diary import known_kinds, read_records, schema_text
from tests.diary.lines import EXAMPLES, REQUIRED, SESSION, record

PUBLISHED = jsonschema_rs.Draft202012Validator(json.loads(schema_text()), validate_formats=True)


def accepts(fields) -> bool:
    """What the published schema says; our own reading must say the same."""
    ours = not read_records([fields], "test").faults
    assert PUBLISHED.is_valid(fields) == ours, fields
    return ours


def test_the_schema_is_itself_a_valid_schema_of_its_draft():
    schema = json.loads(schema_text())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema_rs.meta.validate(schema)
    assert schema_text().endswith("}\n")


def test_the_schema_knows_every_kind_of_the_contract_and_no_other():
    assert list(known_kinds()) == list(EXAMPLES)


@pytest.mark.parametrize("kind", EXAMPLES)
def test_an_example_with_every_field_is_valid_and_so_is_one_with_only_the_required_fields(kind):
    assert accepts(record(kind))
    optional = dict.fromkeys(EXAMPLES[kind].keys() - REQUIRED.get(kind, set()))
    assert accepts(record(kind, **optional))


@pytest.mark.parametrize(
    ("kind", "field"), [(k, f) for k, fields in REQUIRED.items() for f in sorted(fields)]
)
def test_a_required_field_may_not_be_left_out(kind, field):
    assert not accepts(record(kind, **{field: None}))


@pytest.mark.parametrize("field", ["id", "kind", "at"])
def test_the_envelope_may_not_be_left_out(field):
    assert not accepts(record("flare_ended", **{field: None}))


@pytest.mark.parametrize(("kind", "field"), [(k, f) for k, fields in EXAMPLES.items() for f in fields])
def test_a_field_of_another_type_is_refused(kind, field):
    assert not accepts({**record(kind), field: None})
    assert not accepts({**record(kind), field: [[True]]})
    assert not accepts({**record(kind), field: True})


BOUNDS = [
    ("day_checked_in", "pain_now", 0, 10, 1),
    ("day_checked_in", "pain_usual", 0, 10, 1),
    ("day_checked_in", "stiffness", 0, 10, 1),
    ("day_checked_in", "sleep_hours", 0, 24, 0.01),
    ("exercise_rated", "effort", 0, 10, 1),
    ("exercise_rated", "pain", 0, 10, 1),
    ("session_finished", "effort", 0, 10, 1),
    ("session_finished", "pain_after", 0, 10, 1),
    ("morning_after", "pain", 0, 10, 1),
    ("profile_set", "session_minutes", 5, 40, 0.01),
    ("profile_set", "birth_year", 1900, 2199, 1),
    ("profile_set", "months_in_pain", 0, 1200, 0.01),
    ("profile_set", "walking_minutes", 0, 1440, 0.01),
    ("profile_set", "break_minutes", 0, 240, 1),
    ("set_performed", "set", 1, 100, 1),
    ("set_performed", "reps", 0, 1000, 1),
    ("set_performed", "hold_seconds", 0, 3600, 0.01),
    ("set_performed", "load_kg", 0, 500, 0.01),
    ("walk_logged", "minutes", 0, 1440, 0.01),
    ("walk_logged", "steps", 0, 1_000_000, 1),
    ("habit_done", "count", 1, 1000, 1),
    ("stretch_done", "hold_seconds", 0, 3600, 0.01),
]


@pytest.mark.parametrize(("kind", "field", "lowest", "highest", "step"), BOUNDS)
def test_a_number_may_be_at_its_bounds_and_not_beyond(kind, field, lowest, highest, step):
    assert accepts(record(kind, **{field: lowest}))
    assert accepts(record(kind, **{field: highest}))
    assert not accepts(record(kind, **{field: lowest - step}))
    assert not accepts(record(kind, **{field: highest + step}))


@pytest.mark.parametrize(("kind", "field"), [(k, f) for k, f, *_, step in BOUNDS if step == 1])
def test_a_whole_number_has_no_fraction_but_may_be_written_with_a_point(kind, field):
    value = EXAMPLES[kind][field]
    assert accepts(record(kind, **{field: float(value)}))
    assert not accepts(record(kind, **{field: value + 0.5}))


CHOICES = [
    ("screening_answered", "scope", ["full", "short"]),
    ("profile_set", "experience", ["new", "returning", "regular"]),
    (
        "day_checked_in",
        "symptom",
        ["none", "ache", "soreness", "sharp", "shooting", "spreading", "numbness", "weakness"],
    ),
    ("set_performed", "side", ["left", "right"]),
    ("exercise_rated", "form", ["good", "unsure", "poor"]),
    ("exercise_skipped", "why", ["pain", "time", "dislike", "equipment", "other"]),
    ("walk_logged", "covers", ["walk", "day"]),
]
LISTS = [
    ("profile_set", "days", ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]),
    ("profile_set", "equipment", ["mat", "chair", "band", "stick", "bench", "weight", "wall"]),
    (
        "profile_set",
        "avoid_positions",
        ["floor", "kneeling", "hands-and-knees", "prone", "supine", "side-lying", "wrists"],
    ),
    (
        "profile_set",
        "provoked_by",
        ["flexion", "extension", "rotation", "load", "sitting", "standing", "walking"],
    ),
]


@pytest.mark.parametrize(("kind", "field", "choices"), CHOICES)
def test_a_choice_is_one_of_its_words(kind, field, choices):
    assert all(accepts(record(kind, **{field: choice})) for choice in choices)
    assert not any(accepts(record(kind, **{field: word})) for word in ("", "both", choices[0].upper()))


@pytest.mark.parametrize(("kind", "field", "choices"), LISTS)
def test_a_list_holds_only_its_words(kind, field, choices):
    assert accepts(record(kind, **{field: choices}))
    assert not accepts(record(kind, **{field: [*choices, "sofa"]}))
    assert accepts(record(kind, **{field: []})) == (field != "days")


def test_precautions_are_an_open_list_of_slugs():
    assert accepts(record("profile_set", precautions=["balance", "never-heard-of"]))
    assert not accepts(record("profile_set", precautions=["Not A Slug"]))


def test_the_hours_of_breaks_are_two_times_of_day():
    assert accepts(record("profile_set", break_hours={"from": "09:00", "to": "23:59"}))
    short, early, late = {"from": "09:00"}, {"from": "9:00", "to": "17:00"}, {"from": "09:00", "to": "24:00"}
    for amiss in (short, early, late, "09:00"):
        assert not accepts(record("profile_set", break_hours=amiss)), amiss


def test_an_if_then_plan_is_text_of_the_person():
    assert accepts(record("profile_set", cue="After breakfast I unroll the mat."))
    assert not accepts(record("profile_set", cue=7))


@pytest.mark.parametrize("slug", ["squat", "bird-dog", "a1-2-c", "a" * 64])
def test_a_slug_has_small_letters_digits_and_single_hyphens(slug):
    assert accepts(record("exercise_excluded", exercise=slug))


@pytest.mark.parametrize(
    "slug", ["", "Squat", "bird_dog", "bird--dog", "-dog", "dog-", "vogel hund", "a" * 65]
)
def test_what_is_no_slug_is_refused(slug):
    assert not accepts(record("exercise_excluded", exercise=slug))


@pytest.mark.parametrize("kind", ["pain", "shout out", "", "1", "x" * 65, "set-performed", "ui.theme:dark"])
def test_an_unknown_kind_is_kept_if_it_is_a_name(kind):
    named = kind.isascii() and kind[:1].isalpha() and " " not in kind and len(kind) <= 64
    assert accepts(record(kind)) == named


@pytest.mark.parametrize("field", ["id"])
@pytest.mark.parametrize(
    "wrong", ["7", SESSION.upper(), SESSION[:-1], SESSION + "0", f"{{{SESSION}}}", f"{SESSION}\n"]
)
def test_an_id_is_a_uuid_in_lower_case(field, wrong):
    assert not accepts(record("flare_ended", **{field: wrong}))
    assert not accepts(record("morning_after", session=wrong))
    assert not accepts(record("event_retracted", event=wrong))


RIGHT_TIMES = [
    "2026-03-01T07:30:00Z",
    "2026-03-01T07:30:00.123456+05:45",
    "2024-02-29T23:59:59-11:00",
    "1900-01-01T00:00:00+14:00",
    "2199-12-31T23:59:59-12:00",
    "2026-03-01T07:30:00.123456789Z",
]
WRONG_TIMES = [
    "2026-03-01T07:30:00",
    "2026-03-01",
    "2026-03-01 07:30:00Z",
    "2026-03-01T07:30Z",
    "2026-02-29T07:30:00Z",
    "2026-13-01T07:30:00Z",
    "2026-03-01T24:00:00Z",
    "2026-03-01T07:60:00Z",
    "2026-06-30T23:59:60Z",
    "2026-03-01T07:30:00+25:00",
    "2026-03-01T07:30:00+0100",
    "1899-12-31T23:59:59Z",
    "2200-01-01T00:00:00Z",
    "0001-01-01T00:00:00+14:00",
    "soon",
]


@pytest.mark.parametrize("at", RIGHT_TIMES)
def test_a_time_is_a_real_one_with_its_offset(at):
    assert accepts(record("flare_ended", at=at))


@pytest.mark.parametrize("at", WRONG_TIMES)
def test_a_time_that_no_clock_shows_or_without_offset_is_refused(at):
    assert not accepts(record("flare_ended", at=at))


@pytest.mark.parametrize(
    ("on", "right"), [("2024-02-29", 1), ("2026-02-29", 0), ("2026-3-1", 0), ("1899-12-31", 0)]
)
def test_a_date_is_a_real_one(on, right):
    assert accepts(record("clinician_cleared", on=on)) == bool(right)


@pytest.mark.parametrize(
    "target", [{}, {"reps": 3}, {"reps": None, "hold_seconds": 2.5, "load_kg": 0}, {"x": 1}]
)
def test_a_target_may_leave_out_what_does_not_apply_or_say_null(target):
    assert accepts(record("set_performed", target=target))


@pytest.mark.parametrize("target", [[], {"reps": 1.5}, {"hold_seconds": -1}, {"load_kg": 501}, {"reps": "3"}])
def test_a_target_that_cannot_be_meant_is_refused(target):
    assert not accepts(record("set_performed", target=target))
