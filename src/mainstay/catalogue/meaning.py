"""Whether content makes sense: ladders climb, names lead somewhere, every value has its source."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from mainstay.catalogue.exercise import Exercise, Rung
from mainstay.catalogue.fault import Key
from mainstay.catalogue.question import Question
from mainstay.kernel import Block, Dose, Grade, Role

Found = Iterator[tuple[tuple[Key, ...], str, str]]
_HOLE = re.compile(r"{[a-z][a-z_]*}")
_BRACE = re.compile(r"[{}]")
_ORDER = ("hold_seconds", "reps", "sets", "load_kg")


@dataclass(frozen=True, slots=True)
class Known:
    """The names that content may refer to."""

    exercises: frozenset[str]
    sources: frozenset[str]
    precautions: frozenset[str]
    questions: frozenset[str]
    rungs: Mapping[str, frozenset[str]]
    lessons: frozenset[str]


def exercise_faults(exercise: Exercise, known: Known) -> Found:
    """Yield what is wrong with an exercise's ladder, names and sources."""
    yield from _name_faults(exercise, known)
    if Role.STRETCH in exercise.roles and not exercise.direction:
        yield ("direction",), "is missing for a stretch", "use bend, turn, hip-front or side"
    for index, rung in enumerate(exercise.rungs):
        for path, problem, remedy in _rung_faults(exercise, rung, known):
            yield ("rungs", index, *path), problem, remedy


def _name_faults(exercise: Exercise, known: Known) -> Found:
    slugs = [rung.slug for rung in exercise.rungs]
    for name in ("new", "returning", "regular"):
        if getattr(exercise.entry, name) not in slugs:
            yield ("entry", name), "is not a rung of this ladder", f"use one of {', '.join(slugs)}"
    for slug in exercise.substitutes:
        if slug not in known.exercises:
            yield ("substitutes",), f"names {slug}, which does not exist", "use an exercise's slug"
    for source in exercise.sources:
        if source not in known.sources:
            yield ("sources",), f"names {source}, which is not in sources.toml", "add it there"
    for tag in (*exercise.contraindications, *exercise.precautions):
        if tag not in known.precautions:
            yield ("contraindications",), f"has unknown tag {tag}", "see rules/precautions.toml"


def _rung_faults(exercise: Exercise, rung: Rung, known: Known) -> Found:
    for tag in (*rung.contraindications, *rung.precautions):
        if tag not in known.precautions:
            yield ("contraindications",), f"has unknown tag {tag}", "see rules/precautions.toml"
    if not 1 <= rung.load_rank <= 5:
        yield ("load_rank",), f"is {rung.load_rank}", "use 1 (very low) to 5 (high)"
    if rung.load_from not in known.sources:
        yield ("load_from",), f"names {rung.load_from}, which is not in sources.toml", "add it there"
    if not rung.steps:
        yield ("steps",), "is empty", "give at least one dose"
    for lower, higher in pairwise(rung.steps):
        problem = step_fault(lower, higher)
        if problem:
            yield ("steps",), problem, "raise one of hold, repetitions, sets, load and lower nothing"
    if exercise.block is not Block.WARM_UP:
        yield from _order_faults(rung)


def step_fault(lower: Dose, higher: Dose) -> str:
    """Return what is wrong between two doses: exactly one variable rises, none falls; else nothing."""
    rises = [name for name in _ORDER if _value(higher, name) > _value(lower, name)]
    falls = [name for name in _ORDER if _value(higher, name) < _value(lower, name)]
    if falls:
        return f"lowers {falls[0]}"
    return "" if len(rises) == 1 else f"raises {' and '.join(rises) or 'nothing'}"


def _order_faults(rung: Rung) -> Found:
    """Holds grow before repetitions, repetitions before sets, load last."""
    risen = [
        next((n for n, name in enumerate(_ORDER) if _value(higher, name) > _value(lower, name)), 0)
        for lower, higher in pairwise(rung.steps)
    ]
    if risen != sorted(risen):
        yield ("steps",), "grows in another order", "grow holds, then repetitions, then sets, load last"


def _value(dose: Dose, name: str) -> float:
    return float(getattr(dose, name) or 0)


def question_faults(question: Question, known: Known) -> Found:
    """Yield what is wrong with a question's outcomes and references."""
    for index, outcome in enumerate(question.outcomes):
        if not (outcome.among or outcome.at_least is not None or outcome.below is not None):
            yield ("outcomes", index), "never applies", "give among, at_least or below"
        if outcome.source not in known.sources:
            yield ("outcomes", index, "source"), f"names unknown {outcome.source}", "add it to sources.toml"
        for tag in outcome.precautions:
            if tag not in known.precautions:
                yield ("outcomes", index, "precautions"), f"has unknown tag {tag}", "see precautions.toml"
    if question.asked_if and question.asked_if.question not in known.questions:
        yield ("asked_if",), f"names unknown question {question.asked_if.question}", "use a question's id"
    if question.kind not in ("yes-no", "choice", "number"):
        yield ("kind",), f"is {question.kind}", "use yes-no, choice or number"


def amount_faults(table: Mapping[str, Any], known: Known) -> Found:
    """Yield the rules whose source is unknown or whose grade is no grade."""
    for key, value in table.items():
        rows = value if isinstance(value, list) else [value]
        for index, row in enumerate(rows):
            path = (key, index) if isinstance(value, list) else (key,)
            if isinstance(row, dict) and "grade" in row:
                if row.get("source") not in known.sources:
                    yield (*path, "source"), f"names unknown {row.get('source')}", "add it to sources.toml"
                if row["grade"] not in set(Grade):
                    yield (*path, "grade"), f"is {row['grade']}", "use A, B, C, D or P"


def phrase_faults(phrases: Mapping[str, Any]) -> Found:
    """Yield the phrases of the player that are no words, or whose holes nobody can fill."""
    for key, text in phrases.items():
        if not isinstance(text, str):
            yield (key,), "is not a text", 'put the whole key in quotation marks: "a.b" = …'
        elif not text.strip():
            yield (key,), "is empty", "write the words, or take the key out"
        elif _BRACE.search(_HOLE.sub("", text)):
            yield (key,), "has a hole that cannot be filled", "write holes as {name}, in small letters"
