"""All faults of all content at once, each with file, line and remedy."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
import rtoml

from mainstay.catalogue.exercise import Exercise
from mainstay.catalogue.fault import ContentFault, fault_at
from mainstay.catalogue.habit import Habit
from mainstay.catalogue.habit_meaning import habit_faults
from mainstay.catalogue.lesson import Lesson
from mainstay.catalogue.meaning import (
    Found,
    Known,
    amount_faults,
    exercise_faults,
    phrase_faults,
    question_faults,
)
from mainstay.catalogue.measure import Measure
from mainstay.catalogue.measuring import measure_faults, self_test_faults, suggestion_faults
from mainstay.catalogue.question import Combination, Question
from mainstay.catalogue.reading import CONTENT, rule_tables
from mainstay.catalogue.refusing import Refusal, refusal_faults, refused_faults
from mainstay.catalogue.rules import Rules
from mainstay.catalogue.self_test import SelfTest
from mainstay.catalogue.shape import shape_faults
from mainstay.catalogue.teaching import lesson_faults, moment_faults
from mainstay.kernel import Source

Parsed = Mapping[Path, tuple[str, Any]]
_WORDS = ("exercises", "habits", "lessons", "measures", "movements", "questions", "rules", "tests", "words")
"""The folders whose words people read, beside the combinations of safety answers."""


def content_faults(content: Path = CONTENT) -> tuple[ContentFault, ...]:
    """Return every fault in the content folder, in the order of files and lines; none means it may ship."""
    faults: list[ContentFault] = []
    parsed = _parse(content, faults)
    known = _known(content, parsed)
    for name, key, record, check in (
        ("exercises", "slug", Exercise, _exercise),
        ("questions", "id", Question, _question),
        ("measures", "slug", Measure, _measure),
        ("tests", "slug", SelfTest, _self_test),
        ("habits", "slug", Habit, _habit),
        ("lessons", "slug", Lesson, _lesson),
    ):
        for file, (text, table) in parsed.items():
            if file.parent == content / name:
                faults.extend(_record(file, text, table, key, record, check, known))
    faults.extend(_lists(parsed, content))
    faults.extend(_rules(parsed, content, known))
    faults.extend(_phrases(parsed, content))
    faults.extend(_refused(parsed, content))
    return tuple(sorted(faults))


def _parse(content: Path, faults: list[ContentFault]) -> Parsed:
    parsed = {}
    for file in sorted(content.rglob("*.toml")):
        try:
            text = file.read_text(encoding="utf-8")
            parsed[file] = (text, rtoml.loads(text))
        except UnicodeDecodeError as error:
            line = file.read_bytes()[: error.start].count(b"\n") + 1
            faults.append(ContentFault(file.name, line, "is not UTF-8 text", "save the file as UTF-8"))
        except rtoml.TomlParsingError as error:
            faults.append(ContentFault(file.name, 1, f"is not TOML: {error}", "mend the syntax"))
    return parsed


def _known(content: Path, parsed: Parsed) -> Known:
    def rows(file: Path, key: str) -> frozenset[str]:
        return frozenset(row.get("id", "") for row in parsed.get(file, ("", {}))[1].get(key, ()))

    return Known(
        exercises=frozenset(file.stem for file in parsed if file.parent.name == "exercises"),
        sources=rows(content / "sources.toml", "sources"),
        precautions=rows(content / "rules" / "precautions.toml", "precautions"),
        questions=frozenset(file.stem for file in parsed if file.parent.name == "questions"),
        rungs={
            file.stem: _rungs(table) for file, (_, table) in parsed.items() if file.parent.name == "exercises"
        },
        lessons=frozenset(file.stem for file in parsed if file.parent.name == "lessons"),
    )


def _rungs(table: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(rung.get("slug", "") for rung in table.get("rungs", ()) if isinstance(rung, dict))


def _record(
    file: Path,
    text: str,
    table: Mapping[str, Any],
    key: str,
    record: type,
    check: Callable[[Mapping[str, Any], Known], Found],
    known: Known,
) -> Iterator[ContentFault]:
    wrong = list(shape_faults(file, text, table, record))
    yield from wrong
    if table.get(key) != file.stem:
        yield fault_at(file, text, (key,), f"is {table.get(key)}", f"call it {file.stem}, as the file")
    if not wrong:
        yield from _meant(file, text, check(table, known))


def _exercise(table: Mapping[str, Any], known: Known) -> Found:
    return exercise_faults(msgspec.convert(table, Exercise), known)


def _question(table: Mapping[str, Any], known: Known) -> Found:
    return question_faults(msgspec.convert(table, Question), known)


def _measure(table: Mapping[str, Any], known: Known) -> Found:
    return measure_faults(msgspec.convert(table, Measure), known)


def _self_test(table: Mapping[str, Any], known: Known) -> Found:
    return self_test_faults(msgspec.convert(table, SelfTest), known)


def _habit(table: Mapping[str, Any], known: Known) -> Found:
    return habit_faults(msgspec.convert(table, Habit), known)


def _lesson(table: Mapping[str, Any], known: Known) -> Found:
    return lesson_faults(msgspec.convert(table, Lesson), known)


def _meant(file: Path, text: str, found: Found) -> Iterator[ContentFault]:
    for path, problem, remedy in found:
        yield fault_at(file, text, path, problem, remedy)


def _lists(parsed: Parsed, content: Path) -> Iterator[ContentFault]:
    for name, record in (("sources", list[Source]), ("combinations", list[Combination])):
        file = content / f"{name}.toml"
        text, table = parsed.get(file, ("", {}))
        yield from shape_faults(file, text, table.get(name, []), record)


def _phrases(parsed: Parsed, content: Path) -> Iterator[ContentFault]:
    """Check the player's words, of every language that has some."""
    for file, (text, table) in parsed.items():
        if file.parent == content / "words" and "player" in table:
            yield from _meant(file, text, phrase_faults(table["player"]))


def _refused(parsed: Parsed, content: Path) -> Iterator[ContentFault]:
    """Check all words that people read against what we do not claim; lists of sources are no words."""
    own = content / "refused.toml"
    text, table = parsed.get(own, ("", {"refused": []}))
    wrong = list(shape_faults(own, text, table.get("refused", []), list[Refusal]))
    yield from wrong
    refusals = [] if wrong else msgspec.convert(table["refused"], list[Refusal])
    unread = list(_meant(own, text, refusal_faults(refusals)))
    yield from unread
    for file, (said, words) in parsed.items():
        if not unread and (file.parent.name in _WORDS or file.name == "combinations.toml"):
            found = refused_faults(words, refusals, may_mention=file.parent.name == "lessons")
            yield from _meant(file, said, found)


def _rules(parsed: Parsed, content: Path, known: Known) -> Iterator[ContentFault]:
    files = {file: pair for file, pair in parsed.items() if file.parent == content / "rules"}
    tables = rule_tables({file.stem: table for file, (_, table) in files.items()})
    yield from shape_faults(content / "rules", "", tables, Rules)
    for file, (text, table) in files.items():
        yield from _meant(file, text, amount_faults(table, known))
        yield from _meant(file, text, suggestion_faults(table.get("suggestions", ())))
        yield from _meant(file, text, moment_faults(table.get("moments", ()), known))
