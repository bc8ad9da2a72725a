"""The questions of a brought questionnaire as fields of ours, and their answers read back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from mainstay.exchange.questionnaire import Answer, Answers, Form, Item, ItemKind, shown
from mainstay.web.forms import Asked, Choice, Typed
from mainstay.web.progress.asking import number_in
from mainstay.words.vocabulary import figure

_YES, _NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class FieldView:
    """One line of the form: a question, or only words. ``group`` is the heading that it stands under."""

    link_id: str
    group: str
    text: str = ""
    field: Asked | Typed | None = None


def field_views(form: Form, answers: Answers, faults: Mapping[str, str], *, first: bool) -> list[FieldView]:
    """Return what is to be shown with these answers; ``first`` says that initial answers are offered."""
    headings = {item.link_id: heading for heading, item in _under(form.items, "")}
    names = _names(form)
    given = {i.link_id: i.initial for i in form.walk() if i.initial is not None} if first else answers
    views = []
    for item in shown(form, given):
        if item.kind is ItemKind.GROUP:
            continue
        words = " ".join(filter(None, (item.prefix, item.text)))
        field = None
        if item.kind.is_question:
            field = _field(
                item, names[item.link_id], words, given.get(item.link_id), faults.get(item.link_id, "")
            )
        views.append(FieldView(item.link_id, headings[item.link_id], words, field))
    return views


def groups_of(views: Iterable[FieldView]) -> list[tuple[str, list[FieldView]]]:
    """Return the lines by heading, in order."""
    return [(heading, list(found)) for heading, found in groupby(views, key=lambda view: view.group)]


def _under(items: Iterable[Item], heading: str) -> Iterable[tuple[str, Item]]:
    """Yield every item with the words of the groups around it."""
    for item in items:
        yield heading, item
        inner = item.text or heading if item.kind is ItemKind.GROUP else heading
        yield from _under(item.items, inner)


def _names(form: Form) -> dict[str, str]:
    """Return the names of the fields: linkIds may hold anything, so that they are numbered instead."""
    return {item.link_id: f"q{number}" for number, item in enumerate(form.walk())}


def _field(item: Item, name: str, words: str, given: Answer | None, fault: str) -> Asked | Typed:
    told = f"{fault[:1].upper()}{fault[1:]}." if fault else ""
    optional = not item.required
    if item.kind is ItemKind.BOOLEAN:
        chosen = {True: _YES, False: _NO}.get(given) if isinstance(given, bool) else None
        tiles = tuple(Choice(v, v.capitalize(), chosen=v == chosen) for v in (_YES, _NO))
        return Asked(name, words, tiles, fault=told, optional=optional, shape="tiles three")
    if item.kind is ItemKind.CHOICE:
        tiles = tuple(Choice(o.value, o.label, chosen=o.value == given) for o in item.options)
        return Asked(name, words, tiles, fault=told, optional=optional)
    value = figure(given) if isinstance(given, int | float) else str(given or "")
    if item.kind in (ItemKind.INTEGER, ItemKind.DECIMAL):
        step = 1.0 if item.kind is ItemKind.INTEGER else 0.1
        return Typed(
            name, words, "number", value, hint=_range(item), fault=told, optional=optional, step=step
        )
    return Typed(name, words, value=value, fault=told, optional=optional, most=4000)


def _range(item: Item) -> str:
    low, high = (None if end is None else figure(end) for end in (item.lowest, item.highest))
    if low is None and high is None:
        return ""
    return f"From {low} to {high}." if low and high else f"{low} or more." if low else f"{high} or less."


def answers_in(form: Form, posted: Mapping[str, str]) -> tuple[dict[str, Answer], dict[str, str]]:
    """Return the answers by linkId, and what is wrong with those that cannot be read."""
    answers: dict[str, Answer] = {}
    faults: dict[str, str] = {}
    names = _names(form)
    for item in form.walk():
        text = posted.get(names[item.link_id], "").strip()
        if text and item.kind.is_question and item.asked:
            value = _value(item, text)
            if value is None:
                faults[item.link_id] = "please write a number"
            else:
                answers[item.link_id] = value
    return answers, faults


def _value(item: Item, text: str) -> Answer | None:
    match item.kind:
        case ItemKind.BOOLEAN:
            return text == _YES
        case ItemKind.INTEGER | ItemKind.DECIMAL:
            number = number_in(text)
            if number is None or item.kind is ItemKind.DECIMAL:
                return number
            return int(number) if number == int(number) else None
        case _:
            return text
