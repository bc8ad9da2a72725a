"""A questionnaire that a person brought, as far as it is understood here."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

Answer = bool | int | float | str
"""What a question is answered with; of a choice, the value of an option."""


class ItemKind(StrEnum):
    """The FHIR item types that are understood."""

    GROUP = "group"
    DISPLAY = "display"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    INTEGER = "integer"
    DECIMAL = "decimal"
    STRING = "string"
    TEXT = "text"

    @property
    def is_question(self) -> bool:
        """Whether there is something to answer."""
        return self not in (ItemKind.GROUP, ItemKind.DISPLAY)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice. ``score`` is its ordinal value, None where the form gives none."""

    value: str
    label: str
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds while another question is answered with exactly this."""

    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Item:
    """A question, a text or a group. ``asked`` is false for hidden and calculated fields.

    It is shown while its conditions hold: all of them, or any one where ``any_condition``.
    """

    link_id: str
    kind: ItemKind
    text: str
    prefix: str = ""
    required: bool = False
    asked: bool = True
    options: tuple[Option, ...] = ()
    initial: Answer | None = None
    lowest: float | None = None
    highest: float | None = None
    conditions: tuple[Condition, ...] = ()
    any_condition: bool = False
    items: tuple["Item", ...] = ()

    @property
    def is_scored(self) -> bool:
        """Whether its options carry ordinal values."""
        return any(option.score is not None for option in self.options)

    def walk(self) -> Iterator["Item"]:
        """Yield this item and all below it, in order."""
        yield self
        for item in self.items:
            yield from item.walk()


@dataclass(frozen=True, slots=True)
class Form:
    """The whole questionnaire. ``licence`` is its copyright text, always shown beside it.

    ``slug`` names it in the diary. ``notes`` say in words what is in it and is not done here.
    """

    slug: str
    title: str
    url: str
    version: str
    publisher: str
    licence: str
    introduction: str
    items: tuple[Item, ...]
    notes: tuple[str, ...] = ()

    def walk(self) -> Iterator[Item]:
        """Yield every item, in order."""
        for item in self.items:
            yield from item.walk()

    @property
    def is_scored(self) -> bool:
        """Whether the form says how to score it: by the sum of its options' ordinal values."""
        return any(item.is_scored for item in self.walk())


@dataclass(frozen=True, slots=True)
class FormFault:
    """What cannot be taken, where in the file or form, and what to do about it."""

    where: str
    problem: str
    remedy: str

    @property
    def text(self) -> str:
        """One line for a person."""
        return f"{self.where}: {self.problem}; {self.remedy}"
