"""Habits: everything the articles ask for is there, in own words, and a lint that catches faults."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import rtoml

from mainstay.catalogue import Habit, HabitKind, load_catalogue
from mainstay.catalogue.lint import content_faults
from mainstay.catalogue.movements import load_poses
from mainstay.catalogue.reading import CONTENT
from tests.words.test_plain_words import AVOIDED, re

CATALOGUE = load_catalogue()
HABITS = list(CATALOGUE.habits.values())
Change = Callable[[str], str]


def test_everything_that_the_articles_ask_for_is_there() -> None:
    covered = {row for habit in HABITS for row in habit.covers}
    assert covered >= {"A-34", "B-25", "B-26", "C-12", "C-17", "C-19", "C-20", "C-21", "X-02"}


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.slug)
def test_no_words_of_a_habit_promise_frighten_or_blame(habit: Habit) -> None:
    for text in (habit.name, habit.text, habit.why, *(check.text for check in habit.checks)):
        assert not [pattern for pattern in AVOIDED if re.search(pattern, text, re.IGNORECASE)], text


def test_a_break_has_something_for_standing_and_for_the_chair() -> None:
    (pause,) = (habit for habit in HABITS if habit.kind is HabitKind.BREAK)
    positions = {CATALOGUE.exercises[one.exercise].rung(one.rung).position for one in pause.movements}
    assert positions == {"standing", "sitting"}


def test_the_break_of_the_rules_lies_in_the_range_of_the_evidence() -> None:
    rules = CATALOGUE.rules.habits
    assert 30 <= rules.break_from_minutes.value <= rules.break_minutes.value <= 45


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text.replace('"hip-circles"', '"hip-spirals"'), "shows hip-spirals, which does not"),
        (lambda text: text.replace('rung = "march"', 'rung = "run"'), "shows run, which is no rung of"),
        (lambda text: text.replace('"waongenngarm-2018"', '"nobody-1900"'), "names nobody-1900"),
        (
            lambda text: text.replace('lesson = "sitting"', 'lesson = "sittin"'),
            "names sittin, which does not",
        ),
        (lambda text: text.replace('kind = "break"', 'kind = "position"'), "do not go with kind position"),
        (lambda text: text.replace('grade = "C"', 'grade = "Z"'), "grade"),
        (lambda text: text.replace('slug = "mob', 'slug = "mop'), "call it mobility-break"),
        (lambda text: text + 'contraindications = ["flu"]\n', "contraindications"),
        (lambda text: 'contraindications = ["flu"]\n' + text, "has unknown tag flu"),
        (lambda text: text.split("[[checks]]")[0] + "checks = []\n", "is empty"),
    ],
)
def test_the_lint_catches_what_is_planted(tmp_path: Path, change: Change, said: str) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    file = content / "habits" / "mobility-break.toml"
    changed = change(file.read_text())
    assert changed != file.read_text()
    file.write_text(changed)
    faults = [fault for fault in content_faults(content) if fault.file == file.name]
    assert any(said in f"{fault.problem} {fault.remedy}" for fault in faults), faults


def test_every_pose_of_a_habit_is_drawn_and_none_is_drawn_for_nothing() -> None:
    named = {(habit.slug, check.pose) for habit in HABITS for check in habit.checks if check.pose}
    assert named
    assert set(load_poses(HABITS)) == named
    for slug, _ in named:
        rows = rtoml.load(CONTENT / "movements" / f"{slug}.toml")["rungs"]
        assert {(slug, row["slug"]) for row in rows} <= named
