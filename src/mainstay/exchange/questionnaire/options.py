"""The answers of a choice, their scores, and values that must fit a question."""

from collections.abc import Sequence
from typing import Any

from mainstay.exchange.questionnaire.form import Answer, ItemKind, Option
from mainstay.exchange.questionnaire.parts import Reader, extension, typed_value

_SCORES = ("ordinalValue", "questionnaire-ordinalValue", "itemWeight")
_TYPES: dict[ItemKind, tuple[str, ...]] = {
    ItemKind.BOOLEAN: ("Boolean",),
    ItemKind.INTEGER: ("Integer",),
    ItemKind.DECIMAL: ("Decimal", "Integer"),
    ItemKind.STRING: ("String",),
    ItemKind.TEXT: ("String", "Text"),
    ItemKind.CHOICE: ("Coding", "String", "Integer"),
}


def options_of(reader: Reader, record: dict[str, Any], where: str) -> tuple[Option, ...]:
    """Return the options of a choice, in order."""
    if "answerValueSet" in record:
        reader.fault(
            f"{where}.answerValueSet", "is a list kept elsewhere", "write the answers as answerOption"
        )
        return ()
    found = [_option(reader, row, place) for place, row in reader.records(record, "answerOption", where)]
    options = [option for option in found if option]
    values = [option.value for option in options]
    if len(set(values)) < len(values):
        reader.fault(f"{where}.answerOption", "has the same answer twice", "give every answer its own code")
    scored = [option for option in options if option.score is not None]
    if scored and len(scored) < len(options):
        reader.fault(f"{where}.answerOption", "scores some answers only", "give ordinalValue to all or none")
    if not found:
        reader.fault(where, "is a choice without answers", "add answerOption")
    return tuple(options)


def _option(reader: Reader, row: dict[str, Any], where: str) -> Option | None:
    typed = typed_value(row, "value")
    value = _plain(typed) if typed else None
    if typed is None or value is None:
        reader.fault(
            where, "is an answer that is not understood", "use valueCoding, valueString or valueInteger"
        )
        return None
    coding = typed[1] if isinstance(typed[1], dict) else {}
    label = coding.get("display") or value
    score = extension(row, *_SCORES) or extension(coding, *_SCORES)
    if score is None:
        return Option(str(value), str(label))
    told = typed_value(score, "value")
    return Option(str(value), str(label), reader.number(told[1] if told else None, f"{where}.ordinalValue"))


def _plain(typed: tuple[str, Any]) -> Answer | None:
    """Return the value behind a type: of a coding its code, or its display where it has none."""
    kind, value = typed
    if kind == "Coding" and isinstance(value, dict):
        value = value.get("code") or value.get("display")
        return value if isinstance(value, str) else None
    return value if isinstance(value, bool | int | float | str) else None


def fitting(
    reader: Reader,
    kind: ItemKind,
    options: Sequence[Option],
    typed: tuple[str, Any] | None,
    where: str,
) -> Answer | None:
    """Return a value that a question of this kind can take, such as its initial one; a fault otherwise."""
    value = _plain(typed) if typed and typed[0] in _TYPES.get(kind, ()) else None
    if kind is ItemKind.CHOICE and value is not None:
        value = str(value) if str(value) in {option.value for option in options} else None
    if value is None or not suits(kind, value):
        reader.fault(
            where, f"does not fit a question of type {kind.value}", "use a value it can be answered with"
        )
        return None
    return value


def suits(kind: ItemKind, value: object) -> bool:
    """Whether a value has the type that a question asks for."""
    match kind:
        case ItemKind.BOOLEAN:
            return isinstance(value, bool)
        case ItemKind.INTEGER:
            return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**9
        case ItemKind.DECIMAL:
            return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e9
        case ItemKind.CHOICE | ItemKind.STRING | ItemKind.TEXT:
            return isinstance(value, str)
        case _:
            return False
