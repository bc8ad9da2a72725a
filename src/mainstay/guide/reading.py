"""Finding the way through a packet: every step was decided by the coach beforehand and is only looked up.

The twin of ``js/guide/day.js``.
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Any

from mainstay.guide.packet.asking import DIGITS

Json = Mapping[str, Any]
_LETTERS = {"no": "n", "yes": "y", "unsure": "u"}


@dataclass(frozen=True, slots=True)
class CheckIn:
    """What was answered before training; None for what was not asked or left open."""

    morning: int | None
    safety: Mapping[str, str]
    pain: int
    usual: int | None = None
    symptom: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows: what must be done first, or the session to train; both None on a day for rest."""

    halt: Json | None
    session: Json | None
    mode: str
    notes: tuple[str, ...]


def outcome_of(packet: Json, told: CheckIn) -> Outcome:
    """Return what follows from the answers before training."""
    group = packet["after_morning"][_key(told.morning)]
    letters = "".join(_LETTERS[told.safety[question["id"]]] for question in packet["safety"])
    place = packet["after_safety"][group][letters]
    if place < 0:
        return Outcome(packet["halts"][-place - 1], None, "locked", ())
    row = packet["check_ins"][place][told.symptom or ""][_key(told.usual)]
    found = packet["outcomes"][DIGITS.index(row[told.pain])]
    return Outcome(
        _at(packet["halts"], found["halt"]),
        _at(packet["sessions"], found["session"]),
        found["mode"],
        tuple(found["notes"]),
    )


@dataclass(frozen=True, slots=True)
class Hurt:
    """What hurts. ``others`` counts the session's other exercises that were red; ``begun``: a set is done."""

    symptom: str
    pain: int
    usual: int | None
    others: int
    begun: bool


def answer_of(packet: Json, line: Json, told: Hurt) -> Json:
    """Return the coach's answer to “this hurts”."""
    letter = packet["feel"][line["feel"]][_key(told.usual)][told.symptom][told.pain]
    answer: Json = (told.begun and line["begun"].get(letter)) or line["hurts"][letter]
    second = told.others > 0 and answer["red"] and answer["move"] != "stop"
    return packet["second_red"] if second else answer


def stand_in(packet: Json, answer: Json, shown: Container[str]) -> str | None:
    """Return the key of the line that takes a stopped one's place: the best that is not in the session."""
    if not answer["over"] or not answer["instead"]:
        return None
    keys = (answer["instead"], *answer["others"])
    return next((key for key in keys if packet["lines"][key]["exercise"] not in shown), None)


def holes_of(packet: Json, told: Hurt) -> dict[str, object]:
    """Return what fills the holes of an answer; ``line`` is the pain from which a rise counts."""
    line = packet["feel"]["line"].get(_key(told.usual), "")
    return {"pain": told.pain, "usual": "" if told.usual is None else told.usual, "line": line}


def plan_with(plan: Json, exercise: str, item: Json, *, stays: bool) -> dict[str, Any]:
    """Return a plan with an item right behind an exercise where that ``stays``, else in its place."""
    blocks = []
    for block in plan["blocks"]:
        items: list[Json] = []
        for one in block["items"]:
            here = one["exercise"] == exercise
            items += ([one, item] if stays else [item]) if here else [one]
        blocks.append({**block, "items": items})
    return {**plan, "blocks": blocks}


def _key(number: int | None) -> str:
    return "-" if number is None else str(number)


def _at(things: list[Json], place: int | None) -> Json | None:
    return None if place is None else things[place]
