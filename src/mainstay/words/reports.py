"""The words of what is printed and handed over."""

from collections.abc import Mapping

from mainstay.catalogue import Catalogue
from mainstay.words.template import Filler
from mainstay.words.vocabulary import ENGLISH, Table, words_in


def report_text(
    catalogue: Catalogue, path: str, values: Mapping[str, object] | None = None, language: str = ENGLISH
) -> str:
    """Return a text of the reports, such as ``ask.reds``, filled; raise KeyError where a value is missing."""
    words = words_in(language)
    return Filler(words, catalogue).fill(words.line("report", *path.split(".")), values or {})


def report_labels(language: str = ENGLISH) -> Table:
    """Return the texts of the reports that need no filling, by key."""
    return {key: text for key, text in words_in(language).table("report").items() if isinstance(text, str)}
