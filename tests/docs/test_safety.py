"""The safety documents keep their word: what they name exists, and no clinical content changes in silence."""

import ast
import tomllib
from functools import cache
from pathlib import Path

import pytest

from scripts import content_note, hazards

ROOT = hazards.ROOT
HAZARDS = hazards.hazards()
CONTROLS = [(row["id"], control) for row in HAZARDS for control in row["control"]]
NAMED = sorted({test for _, control in CONTROLS for test in control["tests"]})
CASES = {
    case["name"]
    for file in (ROOT / "tests" / "scenarios").glob("*.toml")
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
}


def exists(test: str) -> bool:
    """Whether there is such a test, such a file of tests, or such a case."""
    if not test.startswith("tests/"):
        return test in CASES
    file, _, name = test.partition("::")
    return (ROOT / file).is_file() and (not name or name in functions(file))


@cache
def functions(file: str) -> frozenset[str]:
    """The functions of a file, by their names."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_what_does_not_exist_is_found_out() -> None:
    assert not exists("No such case")
    assert not exists("tests/coach/test_properties.py::test_nothing_of_the_kind")
    assert not exists("tests/coach/test_nothing.py")
    assert exists("tests/coach/test_properties.py::test_nothing_is_prescribed_while_locked")


@pytest.mark.parametrize("test", NAMED)
def test_a_test_that_the_hazard_log_names_exists(test: str) -> None:
    assert exists(test), f"docs/safety/hazards.toml names “{test}”, which there is not: was it renamed?"


@pytest.mark.parametrize("place", sorted({place for _, control in CONTROLS for place in control["where"]}))
def test_a_place_that_the_hazard_log_names_exists(place: str) -> None:
    assert (ROOT / place).exists(), (
        f"docs/safety/hazards.toml names {place}, which there is not: has it moved?"
    )


def test_every_hazard_is_told_whole() -> None:
    assert [row["id"] for row in HAZARDS] == [f"H{number}" for number in range(1, len(HAZARDS) + 1)]
    for row in HAZARDS:
        assert all(row[part] for part in ("harm", "causes", "residual")), row["id"]
        assert all(control["tests"] and control["where"] for control in row["control"]), row["id"]
        assert row["severity"] in hazards.SEVERITIES, row["id"]
        assert {row["before"], row["after"]} <= hazards.PROBABILITIES.keys(), row["id"]
        assert row["after"] < row["before"], f"{row['id']}: what do its controls do?"


def test_the_page_of_hazards_is_current() -> None:
    assert hazards.PAGE.read_text(encoding="utf-8") == hazards.page(), (
        "run: .venv/bin/python -m scripts.hazards"
    )


# --- Change control ---------------------------------------------------------------------------------------


def test_clinical_content_is_as_the_last_note_says() -> None:
    fault = content_note.fault(content_note.log(), content_note.clinical())
    assert not fault, fault


def test_every_note_says_when_and_what_and_shows_its_effect_or_says_why_there_is_none() -> None:
    notes = content_note.log()["note"]
    for earlier, note in zip([None, *notes], notes, strict=False):
        assert all(note[part] for part in ("date", "what"))
        if earlier:
            assert note["shown"] != earlier["shown"] or note["no_decision_changes"], note["what"]


KNOWN = {
    "note": [{"date": "2026-01-01", "what": "all", "files": [], "shown": "cases"}],
    "content": {"rules/pain.toml": "a", "rules/gap.toml": "b"},
}


@pytest.mark.parametrize(
    "now",
    [
        {"rules/pain.toml": "other", "rules/gap.toml": "b"},
        {"rules/gap.toml": "b"},
        {**KNOWN["content"], "rules/new.toml": "c"},
    ],
    ids=["changed", "gone", "new"],
)
def test_a_change_without_a_note_is_told_in_a_sentence_with_its_file(now: dict[str, str]) -> None:
    (file,) = {"rules/pain.toml", "rules/new.toml"} & set(content_note.changed(KNOWN["content"], now))
    assert file in content_note.fault(KNOWN, now)
    assert "content_note" in content_note.fault(KNOWN, now)


def test_what_is_as_it_was_needs_no_note() -> None:
    assert content_note.fault(KNOWN, KNOWN["content"]) == ""
    assert "nothing was written" in content_note.refusal(KNOWN, KNOWN["content"], "cases", "")


def test_a_note_needs_a_changed_case_or_a_reason() -> None:
    now = {**KNOWN["content"], "rules/pain.toml": "other"}
    assert "both sides" in content_note.refusal(KNOWN, now, "cases", "")
    assert content_note.refusal(KNOWN, now, "cases", "only a typing error in a note") == ""
    assert content_note.refusal(KNOWN, now, "other cases", "") == ""


def test_a_note_is_added_to_those_that_there_are_and_makes_the_content_known() -> None:
    now = {**KNOWN["content"], "rules/pain.toml": "other"}
    text = content_note.noted(KNOWN, {"date": "2026-02-01", "what": "“Red” at 6\nnot 7"}, now, "other cases")
    log = tomllib.loads(text)
    assert [note["what"] for note in log["note"]] == ["all", "“Red” at 6\nnot 7"]
    assert log["note"][-1]["files"] == ["rules/pain.toml"]
    assert content_note.fault(log, now) == ""


def test_the_digest_is_of_what_is_said_and_of_nothing_else(tmp_path: Path) -> None:
    one, other, third = (tmp_path / name for name in ("a.toml", "b.toml", "c.toml"))
    one.write_text("value = 6\nnote = 'n'\n")
    other.write_text("# why\nnote = 'n'\n\nvalue = 6\n")
    third.write_text("value = 7\nnote = 'n'\n")
    said = [content_note._said(file) for file in (one, other, third)]
    assert said[0] == said[1] != said[2]
