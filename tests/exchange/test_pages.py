"""The printed pages: on one sheet, tagged, complete, and with the person's text as nothing but text."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from mainstay.catalogue import load_catalogue
from mainstay.exchange.chronicle import Account
from mainstay.exchange.report import NoRoom, clinician_pdf, exercises_pdf
from mainstay.exchange.report.programme import programme_of
from mainstay.exchange.report.typeset import pdf
from mainstay.words import dose_text, exercise_text, report_labels
from tests.exchange.people import HOSTILE, course, nobody, told, twelve_weeks, worst_case

PEOPLE = {
    "twelve good weeks": twelve_weeks,
    "everything difficult at once": worst_case,
    "nothing but a profile": lambda: told(course(0), 0),
    "an empty diary": lambda: nobody(load_catalogue()),
}


def flowed(made: bytes) -> str:
    """What a page says, without its line breaks."""
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(made)).pages)


@pytest.mark.parametrize("name", PEOPLE)
def test_the_page_for_a_clinician_is_one_page(name: str) -> None:
    assert len(PdfReader(BytesIO(clinician_pdf(PEOPLE[name]()))).pages) == 1


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("make", [clinician_pdf, exercises_pdf])
def test_a_page_is_tagged_titled_and_in_a_language(name: str, make: object) -> None:
    reader = PdfReader(BytesIO(make(PEOPLE[name]())))  # type: ignore[operator]
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert reader.metadata.title
    assert "<pdfuaid:part>1</pdfuaid:part>" in reader.xmp_metadata.rdf_root.toxml()


def test_a_person_s_words_are_set_as_they_were_written() -> None:
    said = flowed(clinician_pdf(worst_case()))
    assert HOSTILE[:60] in said
    assert '#panic("pwned")' in said
    assert "#set page(width: 1pt)" in said.replace("- ", "")


def test_the_page_names_what_it_is_and_is_not() -> None:
    said = flowed(clinician_pdf(twelve_weeks()))
    assert "Self-reported, not clinically verified" in said
    assert "not a diagnosis and not a substitute for care" in said
    for avoided in ("treats", "cures", "safe for you", "clinically proven", "protects your"):
        assert avoided not in said


def test_the_page_has_a_line_for_the_name_that_nobody_knows() -> None:
    assert "Name Date of birth (1986)" in flowed(clinician_pdf(twelve_weeks()))


@pytest.mark.parametrize(
    "heading",
    ["asked", "safety", "pain", "trends", "programme", "delivery", "adherence", "adverse", "reply"],
)
@pytest.mark.parametrize("name", PEOPLE)
def test_every_part_of_the_page_is_there_for_everybody(name: str, heading: str) -> None:
    assert report_labels()[heading] in flowed(clinician_pdf(PEOPLE[name]()))


def test_the_programme_is_told_with_doses_and_steps() -> None:
    account = twelve_weeks()
    said = flowed(clinician_pdf(account))
    items = programme_of(account).of(warm_up=False)
    assert items
    for item in items:
        assert exercise_text(account.catalogue, item.exercise) in said


def test_measures_and_self_tests_carry_the_coach_s_reading() -> None:
    said = flowed(clinician_pdf(twelve_weeks()))
    assert "Average pain of the week 5 3 −2 improved" in said
    assert "Side bridge, left (s) 43 85 +42 improved" in said


def test_unanswered_questions_are_counted_and_not_taken_for_no() -> None:
    said = flowed(clinician_pdf(worst_case()))
    assert "Not answered: " in said
    assert "Not answered: " not in flowed(clinician_pdf(twelve_weeks()))


def test_what_had_no_room_is_counted() -> None:
    assert " earlier." in flowed(clinician_pdf(worst_case()))


def test_every_answer_that_locks_is_on_the_page_whatever_else_has_no_room() -> None:
    account = worst_case()
    said = flowed(clinician_pdf(account))
    findings = [f for f in account.person.screening.full.findings if f.clearance.locks]  # type: ignore[union-attr]
    asked = {account.catalogue.questions[f.question].ask for f in findings if f.code == f.question}
    assert len(asked) > 8
    assert {ask for ask in asked if ask not in said} == set()


def test_a_locked_programme_says_why_and_asks_the_reader() -> None:
    said = flowed(clinician_pdf(worst_case()))
    assert "No programme at present:" in said
    assert "emergency care" in said


def test_strong_responses_and_flare_ups_are_counted() -> None:
    said = flowed(clinician_pdf(worst_case()))
    assert "Flare-ups: 4." in said
    assert "Strong responses: " in said
    assert "No strong response, no sharp or nerve-like feeling" in flowed(clinician_pdf(twelve_weeks()))


@pytest.mark.parametrize(("symptom", "counted"), [("numbness", 1), ("sharp", 1), ("ache", 0), (None, 0)])
def test_a_feeling_that_may_come_from_a_nerve_is_told_even_without_an_exercise(
    symptom: str | None, counted: int
) -> None:
    diary = course(1)
    diary.write("flare_reported", 7, 6)
    diary.write("day_checked_in", 7, 8, pain_now=2, **({"symptom": symptom} if symptom else {}))
    assert f"nerve-like feelings at a check-in: {counted}." in flowed(clinician_pdf(told(diary, 7)))


def test_the_exercise_sheet_has_every_exercise_with_its_dose_and_a_picture() -> None:
    account = twelve_weeks()
    made = exercises_pdf(account)
    said = flowed(made)
    items = programme_of(account).items
    for _, item in items:
        assert f"{exercise_text(account.catalogue, item.exercise)} ·" in said
        assert dose_text(item) in said
    assert _pictures(made) >= len(items)


def _pictures(made: bytes) -> int:
    """How many figures the tags of a PDF name, each with words for who cannot see it."""
    found, waiting = 0, [PdfReader(BytesIO(made)).trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop()
        if hasattr(node, "get_object"):
            node = node.get_object()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            found += node.get("/S") == "/Figure" and bool(node.get("/Alt"))
            waiting += [node["/K"]] if "/K" in node else []
    return found


def test_the_exercise_sheet_of_a_locked_programme_says_so() -> None:
    assert "No exercise is planned at present:" in flowed(exercises_pdf(worst_case()))


def test_the_same_diary_gives_the_same_bytes() -> None:
    assert clinician_pdf(twelve_weeks()) == clinician_pdf(twelve_weeks())


def test_a_page_that_does_not_fit_is_refused_rather_than_spilled() -> None:
    account = twelve_weeks()
    page = _page(account)
    with pytest.raises(NoRoom):
        pdf("clinician.typ", page | {"page": page["page"] | {"asks": ["word " * 3000]}}, account.on)


def _page(account: Account) -> dict[str, dict[str, object]]:
    from dataclasses import asdict

    from mainstay.exchange.report.clinician import Fit, clinician_page

    return {"page": asdict(clinician_page(account, Fit(6, 3))), "words": dict(report_labels())}
