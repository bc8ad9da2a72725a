"""The safety questions keep their contract."""

import re
from pathlib import Path

import pytest
import rtoml

CONTENT = Path(__file__).resolve().parents[2] / "src" / "mainstay" / "content"
QUESTIONS = {path.stem: rtoml.load(path) for path in sorted((CONTENT / "questions").glob("*.toml"))}
COMBINATIONS = rtoml.load(CONTENT / "combinations.toml")["combinations"]
PRECAUTIONS = {entry["id"] for entry in rtoml.load(CONTENT / "rules" / "precautions.toml")["precautions"]}
SOURCES = {entry["id"] for entry in rtoml.load(CONTENT / "sources.toml")["sources"]}

# --- The contract -----------------------------------------------------------------------------------

EMERGENCY = ("saddle-numbness", "bladder-bowel", "both-legs", "abdominal-tearing", "chest-symptoms")
PATTERN = (
    *("onset-before-40", "gradual-onset", "better-with-exercise", "not-better-with-rest"),
    "night-pain-eases-up",
)
MIND = ("fear-of-movement", "low-mood", "poor-expectation")
CONTRACT = (
    *EMERGENCY,
    *("leg-weakness", "recent-trauma", "fragile-bones", "cancer-history", "fever-unwell", "weight-loss"),
    *("unrelenting-night-pain", "thoracic-pain", "below-knee", "spine-surgery", "pregnancy"),
    *("known-disease", "urinary-abdominal", "age", "pain-now"),
    *PATTERN,
    *MIND,
)
SHORT = ("today-nerves", "today-unwell", "today-fall")
CHOICES = {
    "leg-weakness": ["no", "stable", "worse"],
    "below-knee": ["no", "new", "assessed"],
    "spine-surgery": ["no", "under-12-weeks", "under-12-months"],
}
SECTIONS = ["right-now", "recent", "history", "pattern", "you"]
SEVERITY = {"caution": 1, "clinician": 2, "emergency": 3}


def clearance(question: str, answer: str | float) -> str:
    """What one answer leads to: the first outcome that fits wins."""
    for outcome in QUESTIONS[question]["outcomes"]:
        if isinstance(answer, str):
            if answer in outcome.get("among", []):
                return outcome["clearance"]
        elif answer >= outcome.get("at_least", float("inf")) or answer < outcome.get("below", float("-inf")):
            return outcome["clearance"]
    return "clear"


def test_the_questions_of_the_contract_are_the_full_set_save_one_that_opens_the_pattern() -> None:
    full = {name for name, question in QUESTIONS.items() if question["scopes"] == ["full"]}
    assert full == {*CONTRACT, "pain-three-months"}


def test_three_questions_are_asked_before_every_session() -> None:
    assert {name for name, question in QUESTIONS.items() if question["scopes"] == ["short"]} == set(SHORT)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_named_like_its_file_and_leans_on_known_things(name: str) -> None:
    question = QUESTIONS[name]
    assert question["id"] == name
    assert {question["source"], *(outcome["source"] for outcome in question["outcomes"])} <= SOURCES
    assert {tag for outcome in question["outcomes"] for tag in outcome.get("precautions", [])} <= PRECAUTIONS
    assert [choice["value"] for choice in question.get("choices", [])] == CHOICES.get(name, [])
    assert question.get("asked_if", {}).get("question", name) in QUESTIONS


def test_emergency_signs_are_asked_first_and_every_question_has_its_own_place() -> None:
    in_order = sorted(QUESTIONS.values(), key=lambda question: question["order"])
    assert len({question["order"] for question in in_order}) == len(in_order)
    places = [SECTIONS.index(question["section"]) for question in in_order]
    assert places == sorted(places)
    first = [question["id"] for question in in_order if question["section"] == "right-now"]
    assert set(first) == {*EMERGENCY, "today-nerves"}


@pytest.mark.parametrize("answer", ["yes", "unsure"])
@pytest.mark.parametrize("name", [*EMERGENCY, "today-nerves"])
def test_an_emergency_sign_is_an_emergency_also_when_not_sure(name: str, answer: str) -> None:
    assert clearance(name, answer) == "emergency"


def test_only_emergency_signs_are_emergencies() -> None:
    found = {
        name
        for name, question in QUESTIONS.items()
        if "emergency" in {outcome["clearance"] for outcome in question["outcomes"]}
    }
    assert found == {*EMERGENCY, "today-nerves"}


SEE_A_CLINICIAN = (
    *("recent-trauma", "fever-unwell", "weight-loss", "unrelenting-night-pain", "thoracic-pain"),
    *("urinary-abdominal", "known-disease", "today-unwell", "today-fall"),
)
EXPECTED = [
    *((name, answer, "clinician") for name in SEE_A_CLINICIAN for answer in ("yes", "unsure")),
    *((name, answer, "caution") for name in MIND for answer in ("yes", "unsure")),
    *(
        (name, answer, "caution")
        for name in ("fragile-bones", "cancer-history", "pregnancy")
        for answer in ("yes", "unsure")
    ),
    *((name, "yes", "clear") for name in (*PATTERN, "pain-three-months")),
    *((name, "no", "clear") for name, question in QUESTIONS.items() if question["kind"] != "number"),
    ("leg-weakness", "worse", "clinician"),
    ("leg-weakness", "unsure", "clinician"),
    ("leg-weakness", "stable", "caution"),
    ("below-knee", "new", "clinician"),
    ("below-knee", "unsure", "clinician"),
    ("below-knee", "assessed", "caution"),
    ("spine-surgery", "under-12-weeks", "clinician"),
    ("spine-surgery", "unsure", "clinician"),
    ("spine-surgery", "under-12-months", "caution"),
    ("age", 17, "clinician"),
    ("age", 18, "clear"),
    ("age", 69, "clear"),
    ("age", 70, "caution"),
    ("pain-now", 0, "clear"),
    ("pain-now", 5, "clear"),
    ("pain-now", 6, "caution"),
    ("pain-now", 7, "caution"),
    ("pain-now", 8, "clinician"),
    ("pain-now", 10, "clinician"),
]


@pytest.mark.parametrize(("name", "answer", "expected"), EXPECTED)
def test_an_answer_leads_where_the_evidence_notes_say(name: str, answer: str | float, expected: str) -> None:
    assert clearance(name, answer) == expected


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_worst_outcome_is_listed_first(name: str) -> None:
    severities = [SEVERITY[outcome["clearance"]] for outcome in QUESTIONS[name]["outcomes"]]
    assert severities == sorted(severities, reverse=True)


def test_only_the_pattern_and_the_mind_may_be_left_unanswered() -> None:
    optional = {name for name, question in QUESTIONS.items() if not question.get("required", True)}
    assert optional == {*PATTERN, *MIND, "pain-three-months"}


def test_the_pattern_is_asked_of_those_in_pain_for_three_months() -> None:
    for name in PATTERN:
        assert QUESTIONS[name]["asked_if"] == {"question": "pain-three-months", "among": ["yes", "unsure"]}


def test_combinations_count_known_questions_and_never_an_answer_of_no() -> None:
    for combination in COMBINATIONS:
        conditions = [*combination["counted"], *combination.get("along_with", [])]
        assert {condition["question"] for condition in conditions} <= set(QUESTIONS)
        assert all(condition["among"] == ["yes", "unsure"] for condition in conditions)
        assert combination["at_least"] <= len(combination["counted"])
        assert combination["source"] in SOURCES


def test_four_of_the_five_pattern_answers_count_together() -> None:
    combination = next(c for c in COMBINATIONS if c["id"] == "inflammatory-pattern")
    assert {condition["question"] for condition in combination["counted"]} == set(PATTERN)
    assert (combination["at_least"], combination["clearance"]) == (4, "clinician")


# --- The words --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_short_enough_for_a_phone(name: str) -> None:
    question = QUESTIONS[name]
    assert len(question["ask"]) <= 210
    assert len(question.get("help", "")) <= 210
    for outcome in question["outcomes"]:
        assert len(outcome["text"]) <= 280
        assert 1 <= len(re.findall(r"[.!?](?:\s|$)", outcome["text"])) <= 3
