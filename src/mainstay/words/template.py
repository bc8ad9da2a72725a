"""Filling a template: ``{pain}`` as it is, ``{days:days}`` and ``{need:need}`` in words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from string import Formatter

from mainstay.catalogue import Catalogue
from mainstay.words.names import exercise_text, question_text, tag_text
from mainstay.words.times import day_text
from mainstay.words.vocabulary import Words, capital, figure

Values = Mapping[str, object]

UNTOLD = ("", "unknown", None)
"""What the coach writes where a value was never told: a sentence that needs it is passed over."""

FROM_CATALOGUE: Mapping[str, Callable[[Catalogue, str], str]] = {
    "exercise": exercise_text,
    "question": question_text,
    "tag": tag_text,
}
"""The kinds of name that the catalogue knows, beside those of the words themselves."""


@dataclass(frozen=True, slots=True)
class Filler:
    """Fills templates in one language; the catalogue is for names of its items."""

    words: Words
    catalogue: Catalogue | None = None

    def fill(self, template: str, values: Values) -> str:
        """Return the template filled; raise KeyError where it needs what was never told."""
        said = []
        for literal, name, kind, _ in Formatter().parse(template):
            said.append(literal)
            if name is not None:
                said.append(self._worded(_told(values, name), kind or ""))
        return "".join(said)

    def first(self, templates: Iterable[str], values: Values) -> str:
        """Return the first template that can be filled, with a capital; empty where none can."""
        for template in templates:
            try:
                return capital(self.fill(template, values))
            except (KeyError, ValueError):
                continue
        return ""

    def _worded(self, value: object, kind: str) -> str:
        if isinstance(value, int | float):
            return self.words.count(kind, value) if kind else figure(value)
        if not kind:
            return str(value)
        if kind == "date":
            day = value if isinstance(value, date) else date.fromisoformat(str(value))
            return day_text(day, self.words.language)
        if self.catalogue and kind in FROM_CATALOGUE:
            return FROM_CATALOGUE[kind](self.catalogue, str(value))
        return self.words.name(kind, str(value))


def _told(values: Values, name: str) -> object:
    value = values[name]
    if value in UNTOLD:
        raise KeyError(name)
    return value
