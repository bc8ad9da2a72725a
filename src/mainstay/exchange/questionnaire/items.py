"""The items of a questionnaire, and the conditions between them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mainstay.exchange.questionnaire.form import Answer, Condition, Item, ItemKind
from mainstay.exchange.questionnaire.options import fitting, options_of
from mainstay.exchange.questionnaire.parts import Reader, extension, typed_value

MAX_DEPTH = 8
MAX_ITEMS = 500
_CALCULATED = "A calculated field is left empty: expressions in the file are not evaluated here."
_BOUNDS = (ItemKind.INTEGER, ItemKind.DECIMAL)


@dataclass(frozen=True, slots=True)
class Unlinked:
    """An item whose conditions are still as the file has them, because they may name later items."""

    item: Item
    where: str
    record: Mapping[str, Any]
    below: tuple["Unlinked", ...]

    def walk(self) -> Iterator["Unlinked"]:
        """Yield this one and all below it, in order."""
        yield self
        for one in self.below:
            yield from one.walk()


def read_items(reader: Reader, record: dict[str, Any], where: str, depth: int) -> tuple[Unlinked, ...]:
    """Return the items below a record, without their conditions."""
    if depth > MAX_DEPTH and record.get("item"):
        reader.fault(where, f"is nested more than {MAX_DEPTH} deep", "make the groups flatter")
        return ()
    found = (_item(reader, row, place, depth) for place, row in reader.records(record, "item", where))
    return tuple(item for item in found if item)


def _item(reader: Reader, record: dict[str, Any], where: str, depth: int) -> Unlinked | None:
    link_id = reader.text(record, "linkId", where)
    if not link_id:
        reader.fault(f"{where}.linkId", "is missing", "give every item its own linkId")
    _refuse_unsupported(reader, record, where)
    below = read_items(reader, record, where, depth + 1)
    kind = record.get("type")
    if not isinstance(kind, str) or kind not in set(ItemKind):
        known = ", ".join(ItemKind)
        reader.fault(f"{where}.type", f"is {kind}, which is not supported", f"use one of {known}")
        return None
    return Unlinked(_read(reader, record, where, link_id, ItemKind(kind)), where, record, below)


def _refuse_unsupported(reader: Reader, record: dict[str, Any], where: str) -> None:
    if record.get("repeats"):
        reader.fault(f"{where}.repeats", "allows several answers", "allow one answer")
    if record.get("modifierExtension"):
        reader.fault(f"{where}.modifierExtension", "changes what the item means", "leave it out")
    if extension(record, "enableWhenExpression"):
        reader.fault(f"{where}.extension", "decides by an expression what is asked", "use enableWhen with =")


def _read(reader: Reader, record: dict[str, Any], where: str, link_id: str, kind: ItemKind) -> Item:
    text = reader.text(record, "text", where)
    calculated = extension(record, "calculatedExpression") is not None
    if calculated:
        reader.note(_CALCULATED)
    asked = not (calculated or extension(record, "questionnaire-hidden"))
    if kind.is_question and asked and not text:
        reader.fault(f"{where}.text", "is missing", "a question needs its words")
    options = options_of(reader, record, where) if kind is ItemKind.CHOICE else ()
    item = Item(
        link_id=link_id,
        kind=kind,
        text=text,
        prefix=reader.text(record, "prefix", where),
        required=reader.flag(record, "required", where) and kind.is_question and asked,
        asked=asked,
        options=options,
    )
    item = replace(item, lowest=_bound(reader, record, where, "minValue", kind))
    item = replace(item, highest=_bound(reader, record, where, "maxValue", kind))
    return replace(item, initial=_initial(reader, record, where, item))


def _bound(reader: Reader, record: dict[str, Any], where: str, name: str, kind: ItemKind) -> float | None:
    found = extension(record, name) if kind in _BOUNDS else None
    told = typed_value(found, "value") if found else None
    return reader.number(told[1], f"{where}.{name}") if told else None


def _initial(reader: Reader, record: dict[str, Any], where: str, item: Item) -> Answer | None:
    rows = list(reader.records(record, "initial", where))
    chosen = [
        (place, row)
        for place, row in reader.records(record, "answerOption", where)
        if row.get("initialSelected") is True
    ]
    if len(rows) + len(chosen) > 1:
        reader.fault(f"{where}.initial", "gives several first answers", "give one at most")
    for place, row in (*rows, *chosen):
        return fitting(reader, item.kind, item.options, typed_value(row, "value"), place)
    return None


def linked(reader: Reader, roots: Sequence[Unlinked]) -> tuple[Item, ...]:
    """Return the items with their conditions; names that lead nowhere or in a circle are faults."""
    everything = [one for root in roots for one in root.walk()]
    if len(everything) > MAX_ITEMS:
        reader.fault("Questionnaire.item", f"holds more than {MAX_ITEMS} items", "bring a shorter one")
        return ()
    known = {one.item.link_id: one.item for one in everything}
    if len(known) < len(everything):
        ids = [one.item.link_id for one in everything]
        twice = sorted({link_id for link_id in ids if ids.count(link_id) > 1})
        reader.fault("Questionnaire.item", f"uses {', '.join(twice)} twice", "give every item its own linkId")
    items = tuple(_with_conditions(reader, root, known) for root in roots)
    if _goes_in_circles(items):
        reader.fault("Questionnaire.item", "waits for itself", "untie the circle in enableWhen")
    return items


def _with_conditions(reader: Reader, one: Unlinked, known: Mapping[str, Item]) -> Item:
    record = dict(one.record)
    rows = reader.records(record, "enableWhen", one.where)
    found = [_condition(reader, row, place, known) for place, row in rows]
    behaviour = record.get("enableBehavior", "all")
    if behaviour not in ("all", "any") or (len(found) > 1 and "enableBehavior" not in record):
        reader.fault(f"{one.where}.enableBehavior", "is not told", "say all or any")
    return replace(
        one.item,
        conditions=tuple(condition for condition in found if condition),
        any_condition=behaviour == "any",
        items=tuple(_with_conditions(reader, below, known) for below in one.below),
    )


def _condition(
    reader: Reader, row: dict[str, Any], where: str, known: Mapping[str, Item]
) -> Condition | None:
    question = known.get(reader.text(row, "question", where))
    if question is None or not question.kind.is_question:
        reader.fault(f"{where}.question", "is not a question of this form", "name the linkId of one")
        return None
    if row.get("operator") != "=":
        reader.fault(f"{where}.operator", f"is {row.get('operator')}, which is not supported", "use =")
        return None
    told = typed_value(row, "answer")
    answer = fitting(reader, question.kind, question.options, told, f"{where}.answer")
    return None if answer is None else Condition(question.link_id, answer)


def _goes_in_circles(items: Sequence[Item]) -> bool:
    """Whether an item waits, by conditions of its own or of a group around it, for itself."""
    waits: dict[str, set[str]] = {}

    def note(item: Item, around: frozenset[str]) -> None:
        own = around | {condition.question for condition in item.conditions}
        waits[item.link_id] = set(own)
        for below in item.items:
            note(below, own)

    for item in items:
        note(item, frozenset())
    while free := [link_id for link_id, others in waits.items() if not others & waits.keys()]:
        for link_id in free:
            del waits[link_id]
    return bool(waits)
