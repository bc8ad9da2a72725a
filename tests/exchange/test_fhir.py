"""The FHIR bundle: valid, whole, honest about where it is from, and with no code that was not checked."""

import json
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from pydantic import ValidationError

from mainstay.catalogue import load_catalogue
from mainstay.exchange.chronicle import Account
from mainstay.exchange.fhir import bundle_of, checked, fhir_text
from tests.exchange.people import course, nobody, told, twelve_weeks, worst_case

PEOPLE = {
    "twelve good weeks": twelve_weeks,
    "everything difficult at once": worst_case,
    "nothing but a profile": lambda: told(course(0), 0),
    "an empty diary": lambda: nobody(load_catalogue()),
}
CHECKED = {  # EVIDENCE §k, marked V
    ("http://loinc.org", "72514-3"),
    ("http://loinc.org", "93832-4"),
    ("http://loinc.org", "55423-8"),
}
THERAPY = ("http://snomed.info/sct", "229065009")
OURS = "https://mainstay.invalid/fhir"


def walk(node: Any) -> Iterator[dict[str, Any]]:
    """Every object inside a resource."""
    if isinstance(node, dict):
        yield node
        for inner in node.values():
            yield from walk(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from walk(inner)


def resources(account: Account, kind: str = "") -> list[dict[str, Any]]:
    found = [entry["resource"] for entry in bundle_of(account)["entry"]]
    return [one for one in found if kind in ("", one["resourceType"])]


@pytest.mark.parametrize("snomed", [False, True])
@pytest.mark.parametrize("name", PEOPLE)
def test_the_library_takes_it(name: str, snomed: bool) -> None:
    assert json.loads(fhir_text(PEOPLE[name](), snomed=snomed))["resourceType"] == "Bundle"


@pytest.mark.parametrize("name", PEOPLE)
def test_nothing_is_lost_when_the_library_writes_it_again(name: str) -> None:
    from fhir.resources.R4B.bundle import Bundle

    bundle = bundle_of(PEOPLE[name]())
    assert json.loads(Bundle.model_validate(bundle).model_dump_json()) == bundle


def test_the_check_refuses_what_is_not_fhir() -> None:
    bundle = bundle_of(twelve_weeks())
    place = next(e for e in bundle["entry"] if e["resource"]["resourceType"] == "Observation")
    for spoil in ({"effectiveDateTime": "yesterday"}, {"mood": "good"}, {"status": None}):
        spoilt = deepcopy(bundle)
        spoilt["entry"][bundle["entry"].index(place)]["resource"] |= spoil
        with pytest.raises(ValidationError):
            checked(spoilt)


@pytest.mark.parametrize("name", PEOPLE)
def test_every_reference_leads_to_a_resource_of_the_bundle(name: str) -> None:
    bundle = bundle_of(PEOPLE[name]())
    there = {entry["fullUrl"] for entry in bundle["entry"]}
    assert len(there) == len(bundle["entry"])
    wanted = {node["reference"] for node in walk(bundle) if isinstance(node.get("reference"), str)}
    assert wanted <= there


def test_all_the_kinds_of_resource_are_there() -> None:
    counts = Counter(one["resourceType"] for one in resources(twelve_weeks()))
    single = ("Patient", "Device", "CarePlan", "Questionnaire", "CodeSystem")
    assert {kind: counts[kind] for kind in single} == dict.fromkeys(single, 1)
    assert counts["Procedure"] == 36
    assert counts["Provenance"] == 2
    for kind in ("ServiceRequest", "Observation", "QuestionnaireResponse", "Goal"):
        assert counts[kind], kind


@pytest.mark.parametrize("name", PEOPLE)
def test_no_public_code_is_used_that_was_not_checked(name: str) -> None:
    codings = [n for n in walk(resources(PEOPLE[name]())) if "system" in n and "code" in n]
    public = {(n["system"], n["code"]) for n in codings if not n["system"].startswith(OURS)}
    plain = ("http://terminology.hl7.org/CodeSystem/observation-category", "http://unitsofmeasure.org")
    assert {one for one in public if one[0] not in plain} <= CHECKED


def test_snomed_codes_come_only_when_they_are_asked_for() -> None:
    with_them, without = (json.dumps(bundle_of(twelve_weeks(), snomed=s)) for s in (True, False))
    assert THERAPY[1] in with_them
    assert "snomed" not in without


@pytest.mark.parametrize("name", PEOPLE)
def test_every_code_of_our_own_is_explained(name: str) -> None:
    found = resources(PEOPLE[name]())
    (codes,) = (one for one in found if one["resourceType"] == "CodeSystem")
    explained = {one["code"] for one in codes["concept"]}
    used = {n["code"] for n in walk(found) if n.get("system") == f"{OURS}/codes"}
    assert used == explained


@pytest.mark.parametrize("name", PEOPLE)
def test_every_resource_is_marked_as_self_reported_and_nothing_as_final(name: str) -> None:
    found = resources(PEOPLE[name]())
    assert all(one["meta"]["tag"][0]["code"] == "self-reported" for one in found)
    assert {one["status"] for one in found if one["resourceType"] == "Observation"} <= {"preliminary"}


def test_the_patient_has_a_pseudonym_and_no_name() -> None:
    (patient,) = resources(twelve_weeks(), "Patient")
    assert set(patient) == {"resourceType", "id", "meta", "identifier", "gender", "birthDate"}
    assert patient["birthDate"] == "1986"


def test_a_pain_of_zero_is_an_observation_and_a_pain_not_told_is_none() -> None:
    diary = course(0)
    diary.write("day_checked_in", 0, 8, pain_now=0)
    codes = [
        (coding["code"], one["valueQuantity"]["value"])
        for one in resources(told(diary, 0), "Observation")
        for coding in one["code"]["coding"]
    ]
    assert codes == [("72514-3", 0), ("pain-now", 0)]


def test_answers_point_to_questions_that_are_in_the_bundle() -> None:
    account = worst_case()
    (questions,) = resources(account, "Questionnaire")
    asked = {item["linkId"] for item in questions["item"]}
    for response in resources(account, "QuestionnaireResponse"):
        assert response["questionnaire"] == questions["url"]
        assert {item["linkId"] for item in response["item"]} <= asked


def test_a_locked_plan_is_on_hold_and_asks_for_nothing() -> None:
    (plan,) = resources(worst_case(), "CarePlan")
    assert plan["status"] == "on-hold"
    assert "activity" not in plan
    assert not resources(worst_case(), "ServiceRequest")


def test_a_request_tells_its_dose_in_words_and_in_numbers() -> None:
    requests = resources(twelve_weeks(), "ServiceRequest")
    for request in requests:
        parts = {part["url"] for part in request["extension"][0]["extension"]}
        assert {"sets", "rung"} <= parts
        assert request["patientInstruction"]


def test_the_same_diary_gives_the_same_bundle() -> None:
    assert fhir_text(twelve_weeks()) == fhir_text(told(course(12), 83))
