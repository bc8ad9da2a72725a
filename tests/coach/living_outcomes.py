"""The rows of a case that answer measures and try self-tests."""

from collections.abc import Callable, Mapping
from statistics import fmean
from typing import Any

from tests.coach.diaries import Diary

Table = Mapping[str, Any]


def _answers(diary: Diary, day: int, table: Table) -> None:
    for measure, score in table["answers"].items():
        diary.write("measure_answered", day, table.get("at", 20), measure=measure, score=score)


def _activities(diary: Diary, day: int, table: Table) -> None:
    told = table["activities"]
    score = fmean(told.values())
    diary.write("measure_answered", day, 20.1, measure="own-activities", score=score, answers=told)


def _tries(diary: Diary, day: int, table: Table) -> None:
    for test, told in table["tries"].items():
        sides = told.items() if isinstance(told, dict) else [(None, told)]
        for side, value in sides:
            side_told = {"side": side} if side else {}
            diary.write("self_test_done", day, table.get("at", 20.2), test=test, value=value, **side_told)


OUTCOME_ROWS: Mapping[str, Callable[[Diary, int, Table], None]] = {
    "answers": _answers,
    "activities": _activities,
    "tries": _tries,
}
