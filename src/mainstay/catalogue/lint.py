"""All faults of all content at once, each with file, line and remedy."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
import rtoml

from mainstay.catalogue.exercise import Exercise
from mainstay.catalogue.fault import ContentFault, fault_at
from mainstay.catalogue.meaning import Found, Known, amount_faults, exercise_faults, question_faults
from mainstay.catalogue.question import Combination, Question
from mainstay.catalogue.reading import CONTENT, rule_tables
from mainstay.catalogue.rules import Rules
from mainstay.catalogue.shape import shape_faults
from mainstay.kernel import Source

Parsed = Mapping[Path, tuple[str, Any]]


def content_faults(content: Path = CONTENT) -> tuple[ContentFault, ...]:
    """Return every fault in the content folder, in the order of files and lines; none means it may ship."""
    faults: list[ContentFault] = []
    parsed = _parse(content, faults)
    known = _known(content, parsed)
    for name, key, record, check in (
        ("exercises", "slug", Exercise, _exercise),
        ("questions", "id", Question, _question),
    ):
        for file, (text, table) in parsed.items():
            if file.parent == content / name:
                faults.extend(_record(file, text, table, key, record, check, known))
    faults.extend(_lists(parsed, content))
    faults.extend(_rules(parsed, content, known))
    return tuple(sorted(faults))


def _parse(content: Path, faults: list[ContentFault]) -> Parsed:
    parsed = {}
    for file in sorted(content.rglob("*.toml")):
        text = file.read_text(encoding="utf-8")
        try:
            parsed[file] = (text, rtoml.loads(text))
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
    )


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


def _meant(file: Path, text: str, found: Found) -> Iterator[ContentFault]:
    for path, problem, remedy in found:
        yield fault_at(file, text, path, problem, remedy)


def _lists(parsed: Parsed, content: Path) -> Iterator[ContentFault]:
    for name, record in (("sources", list[Source]), ("combinations", list[Combination])):
        file = content / f"{name}.toml"
        text, table = parsed.get(file, ("", {}))
        yield from shape_faults(file, text, table.get(name, []), record)


def _rules(parsed: Parsed, content: Path, known: Known) -> Iterator[ContentFault]:
    files = {file: pair for file, pair in parsed.items() if file.parent == content / "rules"}
    tables = rule_tables({file.stem: table for file, (_, table) in files.items()})
    yield from shape_faults(content / "rules", "", tables, Rules)
    for file, (text, table) in files.items():
        yield from _meant(file, text, amount_faults(table, known))
