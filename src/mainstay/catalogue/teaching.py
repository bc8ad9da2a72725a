"""Whether lessons make sense: every paragraph rests on something, and names lead somewhere."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from mainstay.catalogue.lesson import Lesson, LessonFact, LessonFigure, Paragraph
from mainstay.catalogue.meaning import Found, Known

WORDS = (120, 250)
"""How long a lesson is, without its title and summary."""
_FIGURE = re.compile(r"\d[\d \u202f.,]*")


def lesson_faults(lesson: Lesson, known: Known) -> Found:
    """Yield what is wrong with a lesson: its length, its claims, its figure, and where it leads."""
    words = len(lesson.text.split())
    if not WORDS[0] <= words <= WORDS[1]:
        yield ("paragraphs",), f"have {words} words", f"use {WORDS[0]} to {WORDS[1]}"
    if not lesson.asks:
        yield ("asks",), "is empty", "give the questions that it answers"
    for slug in lesson.see:
        if slug not in known.lessons or slug == lesson.slug:
            yield ("see",), f"names {slug}, which is no other lesson", "use a lesson's slug"
    if lesson.figure:
        yield from _figure_faults(lesson.figure, known)
    for index, paragraph in enumerate(lesson.paragraphs):
        for path, problem, remedy in _paragraph_faults(paragraph, known):
            yield ("paragraphs", index, *path), problem, remedy


def _figure_faults(figure: LessonFigure, known: Known) -> Found:
    if bool(figure.exercise) == bool(figure.muscles):
        yield ("figure",), "is of an exercise or of muscles", "give one of the two"
    if figure.exercise and figure.rung not in known.rungs.get(figure.exercise, ()):
        yield ("figure",), f"{figure.exercise} has no rung {figure.rung}", "name a rung whose figure shows it"


def _paragraph_faults(paragraph: Paragraph, known: Known) -> Found:
    if not paragraph.claims:
        yield ("claims",), "is empty", "say what the paragraph rests on; our own doings are mainstay-product"
    for claim in paragraph.claims:
        if paragraph.text.count(claim.says) != 1 or not claim.says.strip():
            yield ("claims",), f"“{claim.says}” does not stand once in the text", "use its very words"
        if claim.source not in known.sources:
            yield ("claims",), f"names {claim.source}, which is not in sources.toml", "add it there"
    for number in _bare_figures(paragraph):
        yield ("text",), f"{number} stands outside every claim", "give it a source"


def _bare_figures(paragraph: Paragraph) -> Sequence[str]:
    """Return the figures that no claim covers: a number is always a claim."""
    rest = paragraph.text
    for claim in paragraph.claims:
        rest = rest.replace(claim.says, " … ")
    return [found.strip() for found in _FIGURE.findall(rest)]


def moment_faults(rows: Sequence[Mapping[str, Any]], known: Known) -> Found:
    """Yield what is wrong with the list of moments."""
    for index, row in enumerate(rows):
        path = ("moments", index)
        if row.get("lesson") not in known.lessons:
            yield (*path, "lesson"), f"names unknown {row.get('lesson')}", "use a lesson's slug"
        is_done = row.get("fact") == LessonFact.DONE
        if is_done != (row.get("exercise", "") in known.exercises) or is_done != ("exercise" in row):
            yield (*path, "exercise"), "goes with the fact done alone", "name an exercise there"
        if not row.get("at_least", 0) < row.get("below", 0):
            yield (*path, "below"), "leaves no days", "give at_least and below a range"
