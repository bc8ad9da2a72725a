"""Questions as templates show them: big tiles, a 0-10 scale with words, and typed answers.

``partials/tiles.html`` shows an :class:`Asked`, ``partials/field.html`` a :class:`Typed`, and
``partials/errors.html`` the summary made by :func:`summary`.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from textwrap import shorten

from mainstay.words import effort_word, pain_word

SCALE = range(11)
_SUMMARY = 90


@dataclass(frozen=True, slots=True)
class Choice:
    """One tile."""

    value: str
    label: str
    note: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question answered by picking: one tile (``radio``) or several (``checkbox``)."""

    name: str
    legend: str
    choices: tuple[Choice, ...]
    kind: str = "radio"
    hint: str = ""
    fault: str = ""
    optional: bool = False
    shape: str = "tiles"

    @property
    def ask(self) -> str:
        """The question itself."""
        return self.legend

    @property
    def is_scale(self) -> bool:
        """Whether the tiles are numbers with words."""
        return self.shape == "scale"

    @property
    def anchor(self) -> str:
        """The element that the error summary leads to."""
        return f"{self.name}-first"

    @property
    def described_by(self) -> str:
        """The ids of hint and fault."""
        return _described(self.name, self.hint, self.fault)


@dataclass(frozen=True, slots=True)
class Typed:
    """A question answered by typing; ``kind`` is the input's type, ``step`` that of a number."""

    name: str
    label: str
    kind: str = "text"
    value: str = ""
    hint: str = ""
    fault: str = ""
    unit: str = ""
    lowest: int = 0
    highest: int = 0
    most: int = 0
    optional: bool = False
    step: float = 1

    @property
    def keys(self) -> str:
        """The keyboard that a phone shows for a number."""
        return "numeric" if self.step == int(self.step) else "decimal"

    @property
    def ask(self) -> str:
        """The question itself."""
        return self.label

    @property
    def anchor(self) -> str:
        """The element that the error summary leads to."""
        return f"{self.name}-first"

    @property
    def described_by(self) -> str:
        """The ids of hint and fault."""
        return _described(self.name, self.hint, self.fault)


def _described(name: str, hint: str, fault: str) -> str:
    return " ".join([f"{name}-hint"] * bool(hint) + [f"{name}-fault"] * bool(fault))


def choices(options: Iterable[tuple[str, str]], chosen: Collection[str]) -> tuple[Choice, ...]:
    """Return tiles from (value, label) pairs."""
    return tuple(Choice(value, label, chosen=value in chosen) for value, label in options)


def pain_scale(
    name: str, legend: str, chosen: str = "", *, hint: str = "", fault: str = "", optional: bool = False
) -> Asked:
    """Return a 0-10 pain scale, a word beside each number; nothing is chosen beforehand."""
    tiles = _numbers(pain_word, chosen)
    return Asked(name, legend, tiles, hint=hint, fault=fault, optional=optional, shape="scale")


def effort_scale(
    name: str, legend: str, chosen: str = "", *, hint: str = "", fault: str = "", optional: bool = False
) -> Asked:
    """Return a 0-10 effort scale, a word beside each number; nothing is chosen beforehand."""
    tiles = _numbers(effort_word, chosen)
    return Asked(name, legend, tiles, hint=hint, fault=fault, optional=optional, shape="scale")


def _numbers(word: Callable[[int], str], chosen: str) -> tuple[Choice, ...]:
    return tuple(Choice(str(number), word(number), chosen=str(number) == chosen) for number in SCALE)


def read_scale(text: str | None) -> int | None:
    """Return the number picked on a 0-10 scale; None where there is none."""
    return int(text) if text in {str(number) for number in SCALE} else None


def summary(fields: Iterable[Asked | Typed]) -> list[tuple[str, str]]:
    """Return (anchor, which question) of each field at fault, for ``partials/errors.html``."""
    return [(field.anchor, shorten(field.ask, _SUMMARY, placeholder=" …")) for field in fields if field.fault]
