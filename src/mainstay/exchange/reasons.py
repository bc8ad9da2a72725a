"""Reasons, decisions and screening verdicts as JSON."""

from typing import Any

from mainstay.catalogue import Catalogue
from mainstay.coach import Decision, Place, Screened
from mainstay.kernel import Reason
from mainstay.words import reason_text

Json = dict[str, Any]


def reason_json(catalogue: Catalogue, reason: Reason) -> Json:
    """Return ``{code, text, numbers, source}``."""
    return {
        "code": reason.code,
        "text": reason_text(catalogue, reason),
        "numbers": dict(reason.numbers),
        "source": reason.source,
    }


def decision_json(catalogue: Catalogue, decision: Decision) -> Json:
    """Return a decision as ``mainstay decisions`` prints it; its id is what an undo names."""
    return {
        "id": decision.id,
        "date": decision.date.isoformat(),
        "exercise": decision.exercise,
        "decision": decision.verdict.value,
        "from": place_json(decision.was),
        "to": place_json(decision.now),
        "instead": decision.instead or None,
        "until": decision.until.isoformat() if decision.until else None,
        "why": [reason_json(catalogue, reason) for reason in decision.why],
    }


def place_json(place: Place | None) -> Json | None:
    """Return ``{rung, step}``, the step counted from 0; null for nowhere."""
    return None if place is None else {"rung": place.rung, "step": place.step}


def screen_json(catalogue: Catalogue, screened: Screened) -> Json:
    """Return the verdict of a set of answers with a reason for each answer that matters."""
    return {
        "clearance": screened.clearance.value,
        "reasons": [
            {
                "code": finding.code,
                "question": finding.question,
                "clearance": finding.clearance.value,
                "text": reason_text(catalogue, finding.reason),
                "source": finding.source,
            }
            for finding in screened.findings
        ],
    }
