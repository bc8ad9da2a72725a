"""Finding a lesson by words: title and questions first, then its text."""

import re
from collections.abc import Iterable
from unicodedata import combining, normalize

from mainstay.catalogue.lesson import Lesson

_TITLE, _ASKS, _SUMMARY, _TEXT = 8, 4, 3, 1
_QUESTION = 12
_STEM = 4
"""From so many letters on, a word finds those that begin with it, and those it begins with."""
_ENDINGS = ("ing", "ed", "es", "s")
_QUESTION_WORDS = """
a an and are as at be but by can do does for from have how i if in is it may me my of on or should so that the
there they this to was what when which who why will with you your back
"""
_SMALL = frozenset(_QUESTION_WORDS.split())


def find_lessons(lessons: Iterable[Lesson], query: str) -> tuple[Lesson, ...]:
    """Return the lessons that hold the telling words of a query, the best first; all where none is telling.

    Where no lesson holds every word, those that hold some of them are returned.
    """
    known = sorted(lessons, key=lambda lesson: lesson.order)
    wanted = _stems(query)
    if not wanted:
        return tuple(known)
    fits = [(_worths(lesson, wanted), lesson) for lesson in known]
    holding = [one for one in fits if all(one[0])] or [one for one in fits if any(one[0])]
    ranked = sorted(holding, key=lambda one: -sum(one[0]) - _QUESTION * _asks(one[1], wanted))
    return tuple(lesson for _, lesson in ranked)


def _asks(lesson: Lesson, wanted: frozenset[str]) -> bool:
    """Whether one of the lesson's questions holds every word."""
    return any(wanted <= _stems(question) for question in lesson.asks)


def _worths(lesson: Lesson, wanted: frozenset[str]) -> list[int]:
    """Return how well a lesson fits each word; 0 where it is nowhere in it."""
    fields = (
        (_TITLE, _stems(lesson.title)),
        (_ASKS, _stems(" ".join(lesson.asks))),
        (_SUMMARY, _stems(lesson.summary)),
        (_TEXT, _stems(lesson.text)),
    )
    return [_word_worth(fields, word) for word in wanted]


def _word_worth(fields: Iterable[tuple[int, frozenset[str]]], word: str) -> int:
    return sum(weight for weight, words in fields if any(_alike(word, other) for other in words))


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _STEM and longer.startswith(shorter)


def _stems(text: str) -> frozenset[str]:
    letters = "".join(c for c in normalize("NFD", text.casefold()) if not combining(c))
    words = re.findall(r"[a-z0-9]+", letters.replace("-", ""))
    return frozenset(_stem(word) for word in words if word not in _SMALL)


def _stem(word: str) -> str:
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _STEM - 1), "")
    return word.removesuffix(ending) if ending else word
