"""Whole courses of twelve weeks, day by day, and their weekly reviews, as they were agreed on."""

import pytest

from tests.golden.write import COURSES, FOLDER, REVIEWS


@pytest.mark.parametrize("name", sorted(COURSES | REVIEWS))
def test_a_course_is_as_it_was_agreed_on(name: str) -> None:
    agreed = (FOLDER / name).read_text(encoding="utf-8")
    assert (COURSES | REVIEWS)[name]() == agreed, (
        "if this is meant: python -m tests.golden.write, and read the difference"
    )


def test_the_bumpy_course_shows_what_it_is_for() -> None:
    course = (FOLDER / "bumpy.txt").read_text(encoding="utf-8")
    for word in ("relief", "flare-ramp percent=70", "rescreen-gap", "gap days=", "your-veto", "easy-week"):
        assert word in course, word


def test_the_smooth_course_only_ever_climbs() -> None:
    course = (FOLDER / "smooth.txt").read_text(encoding="utf-8")
    assert " progress " in course
    assert not any(word in course for word in (" regress ", " remove ", " stop ", " substitute "))
