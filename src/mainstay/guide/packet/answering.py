"""The coach's answer to “this hurts” in words, with holes where the numbers come from the person."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from mainstay.catalogue import Catalogue
from mainstay.coach import Answer, Decision, Move
from mainstay.guide.packet.said import reasons_said, said
from mainstay.kernel import Reason
from mainstay.words import decision_text

_TIPS: Mapping[Move, tuple[str, ...]] = {
    Move.GO_ON: ("smaller", "breathe", "ease"),
    Move.GENTLER: ("smaller", "breathe", "ease"),
    Move.END: ("position", "walk", "questions"),
    Move.STOP: ("position", "questions"),
}
_NOTED = (Move.GO_ON, Move.GENTLER)
_HOLES = ("pain", "usual")


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """An answer as it is shown and spoken; ``decision`` is empty where nothing was decided for today."""

    title: str
    lede: str
    decision: str
    why: tuple[str, ...]
    tips: tuple[str, ...]


def answer_words(catalogue: Catalogue, answer: Answer, *, pain: object = "{pain}") -> AnswerWords:
    """Return an answer in words; what may take the exercise's place is shown apart.

    ``pain`` is what was told, or a hole for it.
    """
    move = answer.move
    tips = [said(f"answer.tips.{tip}") for tip in _TIPS.get(move, ())]
    if move in _NOTED:
        tips.append(said("answer.noted", pain=pain))
    return AnswerWords(
        said(f"answer.{move.value}.title"),
        said(f"answer.{move.value}.lede"),
        _decided(catalogue, answer.decision) if answer.over else "",
        tuple(reasons_said(catalogue, answer.why)),
        tuple(tips),
    )


def answer_json(catalogue: Catalogue, answer: Answer, instead: list[str]) -> dict[str, Any]:
    """Return an answer for a packet; ``instead`` are the keys of the lines that may stand in, best first."""
    words = answer_words(catalogue, replace(answer, why=tuple(map(_with_holes, answer.why))))
    return {
        "move": answer.move.value,
        "title": words.title,
        "lede": words.lede,
        "decision": words.decision,
        "why": list(words.why),
        "instead": instead[0] if instead else None,
        "others": instead[1:],
        "tips": list(words.tips),
        "over": answer.over,
        "red": answer.kind.is_red,
    }


def _decided(catalogue: Catalogue, decision: Decision | None) -> str:
    return decision_text(catalogue, replace(decision, instead="")) if decision else ""


def _with_holes(reason: Reason) -> Reason:
    """Put holes in the place of what the person told; a rise's line is the usual level and some points."""
    names = dict(reason.numbers)
    holes = {name: f"{{{name}}}" for name in _HOLES if name in names}
    line = {"line": "{line}"} if len(holes) == len(_HOLES) else {}
    return replace(reason, numbers=tuple({**names, **holes, **line}.items()))
