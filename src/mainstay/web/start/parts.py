"""The parts of a screen about the person: each shows one field of the profile and reads it back."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict

from mainstay.web.forms import Asked, Typed, choices

Fields = dict[str, Any]
Field = Asked | Typed
Options = Callable[[], Iterable[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Pick:
    """A question answered with tiles. ``number`` says that its value is one."""

    asked: Asked
    options: Options
    number: bool = False
    remedy: str = ""

    @property
    def name(self) -> str:
        """The profile's field."""
        return self.asked.name

    def shown(self, known: Fields, fault: str) -> Field:
        """Return the question with what is known."""
        chosen = self._chosen(known.get(self.name))
        return replace(self.asked, choices=choices(self.options(), chosen), fault=fault)

    def _chosen(self, value: object) -> Collection[str]:
        if isinstance(value, list):
            return value
        if self.number and isinstance(value, int | float):
            return (min((v for v, _ in self.options()), key=lambda v: abs(float(v) - value)),)
        return (str(value),)

    def read(self, posted: QueryDict) -> tuple[Any, str]:
        """Return the answer and what is wrong with it."""
        allowed = [value for value, _ in self.options()]
        picked = [value for value in allowed if value in posted.getlist(self.name)]
        if not picked and self.remedy:
            return None, self.remedy
        if self.asked.kind == "checkbox":
            return picked, ""
        return (int(picked[0]) if self.number else picked[0]) if picked else None, ""


@dataclass(frozen=True, slots=True)
class Write:
    """A question answered by typing; may be left empty."""

    typed: Typed

    @property
    def name(self) -> str:
        """The profile's field."""
        return self.typed.name

    def shown(self, known: Fields, fault: str) -> Field:
        """Return the question with what is known."""
        value = known.get(self.name)
        return replace(self.typed, value="" if value is None else str(value), fault=fault)

    def read(self, posted: QueryDict) -> tuple[Any, str]:
        """Return the answer and what is wrong with it."""
        text = posted.get(self.name, "").strip()
        if self.typed.kind != "number":
            return text[: self.typed.most] or None, ""
        if not text:
            return None, ""
        if text.isascii() and text.isdigit() and int(text) <= self.typed.highest:
            return int(text), ""
        return None, f"Please write a whole number up to {self.typed.highest}, or leave it empty."


@dataclass(frozen=True, slots=True)
class Screen:
    """One thought: a heading, a line, and one or two questions."""

    slug: str
    title: str
    line: str
    parts: tuple[Pick | Write, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The fields of the profile that this screen sets."""
        return tuple(part.name for part in self.parts)

    def shown(self, known: Fields, faults: dict[str, str]) -> list[Field]:
        """Return the questions with what is known."""
        return [part.shown(known, faults.get(part.name, "")) for part in self.parts]

    def read(self, posted: QueryDict) -> tuple[Fields, dict[str, str]]:
        """Return what was told, and the faults."""
        read = {part.name: part.read(posted) for part in self.parts}
        told = {name: value for name, (value, fault) in read.items() if value is not None and not fault}
        return told, {name: fault for name, (_, fault) in read.items() if fault}
