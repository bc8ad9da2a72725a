"""A questionnaire of our own making, in FHIR's words, and small changes to it."""

import copy
import json
from typing import Any

ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
CALCULATED = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression"
HIDDEN = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden"
Json = dict[str, Any]


def option(code: str, display: str, score: float | None = None) -> Json:
    made: Json = {"valueCoding": {"code": code, "display": display}}
    if score is not None:
        made["extension"] = [{"url": ORDINAL, "valueDecimal": score}]
    return made


def choice(link_id: str, text: str, **more: Any) -> Json:
    options = [option("never", "Never", 0), option("often", "Often", 1), option("always", "Always", 2.5)]
    return {"linkId": link_id, "type": "choice", "text": text, "answerOption": options, **more}


GARDEN: Json = {
    "resourceType": "Questionnaire",
    "url": "http://example.org/Questionnaire/My_Garden-Form|1.0",
    "version": "1.0",
    "name": "GardenForm",
    "title": "How the garden goes",
    "publisher": "A neighbour",
    "copyright": "© A neighbour, for anybody who has a garden.",
    "status": "active",
    "item": [
        {"linkId": "hello", "type": "display", "text": "Think of the last week."},
        {
            "linkId": "work",
            "type": "group",
            "text": "Work",
            "item": [
                choice("dig", "How often did you dig?", required=True),
                choice("kneel", "How often did you kneel?"),
                {
                    "linkId": "fun",
                    "type": "boolean",
                    "text": "Was it fun?",
                    "initial": [{"valueBoolean": True}],
                },
                {
                    "linkId": "why",
                    "type": "text",
                    "text": "Why not?",
                    "enableWhen": [{"question": "fun", "operator": "=", "answerBoolean": False}],
                },
            ],
        },
        {
            "linkId": "hours",
            "type": "decimal",
            "text": "Hours?",
            "extension": [
                {"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueDecimal": 0},
                {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueDecimal": 168},
            ],
        },
        {"linkId": "beds", "type": "integer", "text": "Flower beds?"},
        {"linkId": "name", "type": "string", "text": "Its name?"},
    ],
}


def changed(path: tuple[str | int, ...] = (), **fields: Any) -> bytes:
    """Return the form as a file, with fields of one record changed; a field of None is taken out."""
    form = copy.deepcopy(GARDEN)
    place: Any = form
    for key in path:
        place = place[key]
    place.update(fields)
    for key in [key for key, value in fields.items() if value is None]:
        del place[key]
    return json.dumps(form).encode()


def bare(*items: Json, **fields: Any) -> bytes:
    """Return a form of these items alone."""
    return json.dumps({"resourceType": "Questionnaire", "title": "A form", "item": items, **fields}).encode()
