"""Codes: the public ones that were checked (EVIDENCE §k), and our own for everything else.

No public code is used that was not seen in use for the same thing; a wrong code is worse than a local one.
"""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

Json = dict[str, Any]

BASE = "https://mainstay.invalid/fhir"
"""Where our own codes, questions and extensions are named. The address leads nowhere, on purpose: a name
that no one else owns, and nothing to be fetched."""
LOCAL = f"{BASE}/codes"
LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
UCUM = "http://unitsofmeasure.org"
_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"

PAIN_SCORE = (LOINC, "72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported")
SLEEP_HOURS = (LOINC, "93832-4", "Sleep duration")
STEPS = (LOINC, "55423-8", "Number of steps in unspecified time Pedometer")
EXERCISE_THERAPY = (SNOMED, "229065009", "Exercise therapy (regime/therapy)")


def concept(code: str, text: str, *public: tuple[str, str, str]) -> Json:
    """Return a CodeableConcept: public codes first, our own always, and the words."""
    codings = [{"system": system, "code": one, "display": display} for system, one, display in public]
    return {"coding": [*codings, {"system": LOCAL, "code": code, "display": text}], "text": text}


def category(code: str) -> list[Json]:
    """Return an observation's category: ``survey`` or ``activity``."""
    return [{"coding": [{"system": _CATEGORY, "code": code}]}]


def quantity(value: float, unit: str, ucum: str = "") -> Json:
    """Return a Quantity; with a UCUM code where the unit has one."""
    coded = {"system": UCUM, "code": ucum} if ucum else {}
    return {"value": value, "unit": unit, **coded}


def self_reported() -> Json:
    """Return the ``meta`` that every resource about the person carries."""
    tag = {"system": LOCAL, "code": "self-reported", "display": "self-reported, not clinically verified"}
    return {"tag": [tag]}


def identity(owner: str, *names: str) -> str:
    """Return the UUID of a resource, the same each time: from the diary and what the resource is about."""
    return str(uuid5(NAMESPACE_URL, "/".join((BASE, owner, *names))))


def reference(identifier: str) -> Json:
    """Return a reference to a resource of the same bundle."""
    return {"reference": f"urn:uuid:{identifier}"}
