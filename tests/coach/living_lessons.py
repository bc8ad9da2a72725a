"""The rows of a case that read lessons."""

from collections.abc import Callable, Mapping
from typing import Any

from tests.coach.diaries import Diary

Table = Mapping[str, Any]


def _reads(diary: Diary, day: int, table: Table) -> None:
    diary.write("lesson_read", day, table.get("at", 21), lesson=table["reads"])


LESSON_ROWS: Mapping[str, Callable[[Diary, int, Table], None]] = {"reads": _reads}
