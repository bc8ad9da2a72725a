"""From TOML files to frozen records."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import rtoml

from mainstay.catalogue.exercise import Exercise
from mainstay.catalogue.habit import Habit
from mainstay.catalogue.lesson import Lesson
from mainstay.catalogue.measure import Measure
from mainstay.catalogue.question import Combination, Question
from mainstay.catalogue.records import Catalogue
from mainstay.catalogue.rules import Rules
from mainstay.catalogue.self_test import SelfTest
from mainstay.kernel import Source

CONTENT = Path(__file__).resolve().parent.parent / "content"

T = TypeVar("T")


@cache
def load_catalogue(content: Path = CONTENT) -> Catalogue:
    """Read and convert all content; raise msgspec.ValidationError on the first file that does not fit.

    ``mainstay check`` reports every fault of every file instead, with its line.
    """
    exercises = _folder(content / "exercises", Exercise)
    questions = _folder(content / "questions", Question)
    measures = _folder(content / "measures", Measure)
    tests = _folder(content / "tests", SelfTest)
    habits = _folder(content / "habits", Habit)
    lessons = _folder(content / "lessons", Lesson)
    combinations = rtoml.load(content / "combinations.toml")["combinations"]
    rules = {path.stem: rtoml.load(path) for path in sorted((content / "rules").glob("*.toml"))}
    sources = msgspec.convert(rtoml.load(content / "sources.toml")["sources"], list[Source])
    return Catalogue(
        exercises={e.slug: e for e in exercises},
        questions={q.id: q for q in sorted(questions, key=lambda q: q.order)},
        combinations=msgspec.convert(combinations, tuple[Combination, ...]),
        rules=msgspec.convert(rule_tables(rules), Rules),
        measures={m.slug: m for m in sorted(measures, key=lambda m: m.order)},
        tests={t.slug: t for t in sorted(tests, key=lambda t: t.order)},
        habits={h.slug: h for h in sorted(habits, key=lambda h: h.order)},
        lessons={lesson.slug: lesson for lesson in sorted(lessons, key=lambda lesson: lesson.order)},
        sources={s.id: s for s in sources},
        version=_version(content),
    )


def _folder(folder: Path, record: type[T]) -> list[T]:
    return [msgspec.convert(rtoml.load(path), record) for path in sorted(folder.glob("*.toml"))]


def rule_tables(files: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Merge the rule files: one table a file, save those that hold one list, whose key is its own name."""
    tables: dict[str, Any] = {}
    for stem, table in files.items():
        lists: dict[str, Any] = {key: value for key, value in table.items() if isinstance(value, list)}
        tables.update(lists if lists else {stem: table})
    return tables


def _version(content: Path) -> str:
    """Name this content: twelve hex digits that change when any file does."""
    digest = sha256()
    for path in sorted(content.rglob("*.toml")):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
