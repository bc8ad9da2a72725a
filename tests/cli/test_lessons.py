"""``mainstay lessons`` and ``lesson``, through the real command."""

from mainstay.catalogue import load_catalogue
from tests.cli.conftest import EXAMPLE, Run

DIARY = ("--diary", str(EXAMPLE), "--on", "2026-03-23")
LESSONS = load_catalogue().lessons


def test_the_list_says_what_is_offered_and_why(run: Run) -> None:
    found = run("lessons", *DIARY, "--json").json
    assert set(found) == {"offer", "next_on", "lessons"}
    assert found["offer"]["lesson"] in LESSONS
    assert set(found["offer"]["why"]) == {"code", "text", "numbers", "source"}
    assert [lesson["slug"] for lesson in found["lessons"]] == list(LESSONS)
    said = run("lessons", *DIARY).out
    assert found["offer"]["why"]["text"] in " ".join(said.split())
    assert all(lesson.title in said for lesson in LESSONS.values())


def test_a_lesson_that_was_read_is_marked_and_makes_the_week_quiet(run: Run) -> None:
    read = (
        '{"id": "0197a3c4-5b6d-7e8f-9a0b-1c2d3e4f5a6b", "kind": "lesson_read",'
        ' "at": "2026-03-22T20:00:00+01:00", "lesson": "walking"}'
    )
    found = run("lessons", "--diary", "-", "--on", "2026-03-23", "--json", text=f"{read}\n").json
    assert found["offer"] is None
    assert found["next_on"] == "2026-03-29"
    dates = {lesson["slug"]: lesson["read_on"] for lesson in found["lessons"]}
    assert dates["walking"] == "2026-03-22"
    assert dates["sleep"] is None


def test_a_search_lists_what_speaks_of_it_best_first(run: Run) -> None:
    found = run("lessons", *DIARY, "--search", "mattress", "--json").json
    assert [lesson["slug"] for lesson in found["lessons"]] == ["sleep"]
    assert "Sleep" in run("lessons", *DIARY, "--search", "mattress").out
    assert "No lesson speaks of 'xylophone'" in run("lessons", *DIARY, "--search", "xylophone").out


def test_a_lesson_is_printed_with_what_every_claim_rests_on(run: Run) -> None:
    said = " ".join(run("lesson", "bed-rest").out.split())
    lesson = LESSONS["bed-rest"]
    assert all(paragraph.text in said for paragraph in lesson.paragraphs)
    assert all(f"“{claim.says}”" in said for claim in lesson.claims)
    told = run("lesson", "bed-rest", "--json").json
    claims = [claim for paragraph in told["paragraphs"] for claim in paragraph["claims"]]
    assert all(set(claim) == {"says", "source", "grade"} for claim in claims)


def test_a_lesson_that_is_not_there_is_refused_with_what_to_do(run: Run) -> None:
    done = run("lesson", "braes")
    assert done.code == 1
    assert "'mainstay lessons' lists them" in done.err
