"""Every row of the three source articles is accounted for: covered, coming, or left out with a reason."""

import re
from collections import Counter
from pathlib import Path

import pytest
import rtoml

CONTENT = Path(__file__).resolve().parents[2] / "src" / "mainstay" / "content"
LAST_ROW = {"A": 48, "B": 37, "C": 23, "X": 17}
EXPECTED = [f"{letter}-{number:02}" for letter, last in LAST_ROW.items() for number in range(1, last + 1)]
ROWS = rtoml.load(CONTENT / "articles.toml")["rows"]
ARTICLES = {"A": "article-a", "B": "article-b", "C": "article-c", "X": "all"}
VERDICTS = {"OK", "OK-with-limits", "HEDGE", "UNSUPPORTED", "PROMO", "GAP", "not judged"}
FIELDS = {"id", "article", "kind", "handled", "by", "why", "verdict"}

# An id has no spaces: an exercise, a lesson, a safety question, or `file.key` for a rule. The rest is prose.
RULE = re.compile(r"[a-z-]+\.[a-z_]+")


def slugs(folder: str) -> set[str]:
    return {path.stem for path in (CONTENT / folder).glob("*.toml")}


def rule_exists(name: str) -> bool:
    file, key = name.split(".")
    path = CONTENT / "rules" / f"{file}.toml"
    return path.exists() and key in rtoml.load(path)


def unknown(name: str) -> bool:
    """Whether `name` looks like an id and stands for nothing."""
    if " " in name:
        return False
    if RULE.fullmatch(name):
        return not rule_exists(name)
    return name not in slugs("exercises") | slugs("habits") | slugs("lessons") | slugs("questions")


def test_every_row_of_the_articles_is_there_exactly_once() -> None:
    counted = Counter(row["id"] for row in ROWS)
    assert {row for row in EXPECTED if counted[row] == 0} == set(), "rows without an entry"
    assert {row for row, times in counted.items() if times > 1} == set(), "rows with two entries"
    assert set(counted) <= set(EXPECTED), "rows that no article has"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_row_says_how_it_is_handled(row: dict) -> None:
    assert set(row) == FIELDS
    assert row["article"] == ARTICLES[row["id"][0]]
    assert set(row["verdict"].split(", ")) <= VERDICTS
    if row["handled"] in ("later", "left-out"):
        assert row["why"], "say which coming part holds it, or why it is left out"
    else:
        assert row["handled"] in ("content", "behaviour")
        assert row["by"], "say what covers it"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_what_covers_a_row_exists(row: dict) -> None:
    assert [name for name in row["by"] if unknown(name)] == []


def test_the_check_of_ids_bites() -> None:
    assert unknown("no-such-exercise")
    assert unknown("pain.no_such_rule")
    assert unknown("no_such_file.green_max")
    assert not unknown("bird-dog")
    assert not unknown("saddle-numbness")
    assert not unknown("pain.green_max")
    assert not unknown("the planner sets the order")


@pytest.mark.parametrize("row", [row for row in ROWS if "PROMO" in row["verdict"]], ids=lambda row: row["id"])
def test_advertising_is_left_out(row: dict) -> None:
    assert row["handled"] == "left-out"
    assert row["by"] == []


def test_exercises_cover_only_rows_that_exist() -> None:
    known = {row["id"] for row in ROWS}
    strangers = {
        (path.stem, row)
        for path in (CONTENT / "exercises").glob("*.toml")
        for row in rtoml.load(path).get("covers", [])
        if row not in known
    }
    assert strangers == set()


@pytest.mark.parametrize("row", [row for row in ROWS if row["kind"] == "exercise"], ids=lambda row: row["id"])
def test_an_exercise_of_the_articles_is_covered_by_the_exercises_it_names(row: dict) -> None:
    for slug in row["by"]:
        exercise = rtoml.load(CONTENT / "exercises" / f"{slug}.toml")
        assert row["id"] in exercise["covers"], f"{slug}.toml does not list {row['id']}"
