"""Everything that is asked before a session, and what each answer leads to."""

from collections.abc import Mapping
from typing import Any

from mainstay.catalogue import Catalogue
from mainstay.coach import Before, CheckIns, Ready, Screening
from mainstay.guide.links import Links
from mainstay.guide.packet.said import reasons_said, said
from mainstay.guide.packet.scene import Feel, feel_of
from mainstay.kernel import Clearance
from mainstay.words import clearance_text, reason_text

Json = dict[str, Any]
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""One character a number, so that a row of eleven answers is a word of eleven letters."""
NUMBERS = (("112", "Europe"), ("999", "United Kingdom"), ("911", "North America"), ("000", "Australia"))
"""Emergency numbers to call, beside the words "your local emergency number"."""
_LETTERS = {"no": "n", "yes": "y", "unsure": "u"}
# Told by the heading of the day, or by a screen of its own.
_SAID = ("not-a-training-day", "rescreen-red", "quick-check-due")


def before_json(catalogue: Catalogue, links: Links, before: Before) -> Json:
    """Return the tree of answers; lines and plans of its sessions are written apart."""
    return {
        "levels": {_number(u): "".join(DIGITS[n] for n in row) for u, row in before.levels.items()},
        "after_morning": {_number(pain): row for pain, row in before.after_morning.items()},
        "after_safety": [_safety(row) for row in before.after_safety],
        "check_ins": [_check_ins(row) for row in before.check_ins],
        "outcomes": [_outcome(catalogue, ready) for ready in before.outcomes],
        "halts": [halt_json(catalogue, links, verdict) for verdict in before.halts],
    }


def safety_json(catalogue: Catalogue) -> list[Json]:
    """Return the short safety questions in words."""
    return [{"id": q.id, "ask": q.ask, "help": q.help} for q in catalogue.asked_in("short")]


def feel_json(catalogue: Catalogue) -> Json:
    """Return which letter each rating is, and the pain from which a rise is red, by usual level."""
    rules = catalogue.rules.pain
    return {
        "usual": _kinds(feel_of(rules, off=False)),
        "off": _kinds(feel_of(rules, off=True)),
        "line": {str(usual): usual + rules.red_rise.whole for usual in range(11)},
    }


def halt_json(catalogue: Catalogue, links: Links, verdict: Screening) -> Json:
    """Return why nothing may be trained, and what to do."""
    why = verdict.asks(to_train=True)
    questions = reason_text(catalogue, why) if why else ""
    words = clearance_text(verdict.clearance)
    emergency = verdict.clearance is Clearance.EMERGENCY
    return {
        "clearance": "questions" if questions else verdict.clearance.value,
        "title": said("gate.questions.title") if questions else words.title,
        "lede": questions or words.means,
        "texts": [] if questions else [*_findings(verdict), words.next],
        "emergency": emergency,
        "numbers": [list(number) for number in NUMBERS] if emergency else [],
        "href": links.safety if questions else links.verdict,
        "action": said("gate.questions.action" if questions else "gate.verdict.action"),
    }


def _findings(verdict: Screening) -> list[str]:
    """Return what was told that weighs most."""
    worst = (finding.text for finding in verdict.told if finding.clearance is verdict.clearance)
    return list(dict.fromkeys(worst))


def notes_of(catalogue: Catalogue, ready: Ready) -> list[str]:
    """Return the day's reasons in words, without what a screen of its own says."""
    return reasons_said(catalogue, [reason for reason in ready.today.reasons if reason.code not in _SAID])


def _outcome(catalogue: Catalogue, ready: Ready) -> Json:
    if ready.halt is not None:
        return {"session": None, "halt": ready.halt, "mode": "locked", "notes": []}
    notes = notes_of(catalogue, ready)
    return {"session": ready.session, "halt": None, "mode": ready.today.mode, "notes": notes}


def _safety(row: Mapping[tuple[str, ...], int]) -> dict[str, int]:
    return {"".join(_LETTERS[answer] for answer in given): place for given, place in row.items()}


def _check_ins(row: CheckIns) -> Json:
    return {
        symptom.value if symptom else "": {
            _number(usual): "".join(DIGITS[place] for place in places) for usual, places in by_usual.items()
        }
        for symptom, by_usual in row.outcomes.items()
    }


def _kinds(feel: Feel) -> Json:
    rows: dict[str, dict[str, str]] = {}
    for (usual, symptom, _), kind in feel.kinds.items():
        row = rows.setdefault(_number(usual), {})
        row[symptom.value] = row.get(symptom.value, "") + kind.value
    return rows


def _number(number: int | None) -> str:
    return "-" if number is None else str(number)
