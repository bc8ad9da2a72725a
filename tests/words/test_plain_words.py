"""Names and headings exist for everything, and no words promise, frighten or blame."""

import re
from collections.abc import Iterator, Mapping

import pytest

from mainstay.catalogue import load_catalogue
from mainstay.kernel import Block, Clearance, Direction, Equipment, Grade, Position, Symptom, Trouble
from mainstay.words import (
    block_text,
    clearance_text,
    direction_text,
    effort_word,
    equipment_text,
    exercise_text,
    grade_text,
    mode_text,
    need_text,
    pain_word,
    phase_text,
    position_text,
    source_text,
    symptom_text,
    tag_text,
    trouble_text,
    words_in,
)
from mainstay.words.template import FROM_CATALOGUE
from tests.words.coach_reasons import MODES

CATALOGUE = load_catalogue()
WORDS = words_in()
TODAY_MODES = ("normal", "relief", "ramp", "rest", "locked", "first-day", *MODES)
PHASES = ("locked", "relief", "ramp", "first-day", "first-week", "endurance", "strength")
# EVIDENCE.md §j, and what product.md and the house forbid.
AVOIDED = (
    r"\btreats?\b|\bcures?\b|\brelieves?\b|\bheals?\b|\bdiagnose[sd]?\b|clinically proven|fixe?s the cause",
    r"protects? your|your discs?|cauda equina|safe for you|safe load|guarantee|monitors?\b|you have no\b",
    r"\bfail(ed|ure|s)?\b|\bstreaks?\b",
    r"\bdanger(ous)?\b|\bdamage|\binjur(y|ies|ed)\b|\bmust\b|\bshould have\b",
    r"\bwrong\b|\bbad(ly)?\b|\blazy\b|\bmissed\b|\bpunish|\bworst\b(?! you can imagine)|!",
)


def texts(table: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(table, str):
        yield path, table
    elif isinstance(table, Mapping):
        for key, value in table.items():
            yield from texts(value, f"{path}.{key}")
    elif isinstance(table, list):
        for value in table:
            yield from texts(value, path)


@pytest.mark.parametrize(("path", "text"), list(texts(WORDS.tables)))
def test_no_words_promise_frighten_or_blame(path: str, text: str) -> None:
    found = [pattern for pattern in AVOIDED if re.search(pattern, text, re.IGNORECASE)]
    assert not found, f"{path}: {text}"


@pytest.mark.parametrize("planted", ["This treats pain", "It is safe for you", "You failed", "Well done!"])
def test_the_rule_of_wording_catches_what_is_planted(planted: str) -> None:
    assert any(re.search(pattern, planted, re.IGNORECASE) for pattern in AVOIDED)


@pytest.mark.parametrize(("path", "text"), list(texts(WORDS.tables)))
def test_every_kind_in_a_template_is_a_table_of_words(path: str, text: str) -> None:
    kinds = set(re.findall(r"{[\w-]+:([\w-]+)}", text))
    assert kinds <= {*WORDS.table("units"), *WORDS.table("names"), *FROM_CATALOGUE, "date"}


@pytest.mark.parametrize(
    ("kind", "slugs"),
    [
        ("need", [rule.name for rule in CATALOGUE.rules.needs]),
        ("equipment", list(Equipment)),
        ("trouble", list(Trouble)),
        ("position", list(Position)),
        ("direction", list(Direction)),
        ("symptom", list(Symptom)),
        ("feeling", list(Symptom)),
        ("block", list(Block)),
        ("grade", list(Grade)),
        ("phase", list(PHASES)),
        ("unlock", [e.unlock for e in CATALOGUE.exercises.values() if e.unlock]),
        ("pain", [str(number) for number in range(11)]),
        ("effort", [str(number) for number in range(11)]),
    ],
)
def test_everything_that_can_be_named_has_a_name_and_nothing_else(kind: str, slugs: list[str]) -> None:
    assert set(WORDS.table("names", kind)) == set(slugs)


@pytest.mark.parametrize("slug", sorted(CATALOGUE.exercises))
def test_every_exercise_is_named(slug: str) -> None:
    assert exercise_text(CATALOGUE, slug) == CATALOGUE.exercises[slug].name


@pytest.mark.parametrize("tag", [known.id for known in CATALOGUE.rules.precautions])
def test_every_precaution_is_labelled(tag: str) -> None:
    assert tag_text(CATALOGUE, tag) in {known.label for known in CATALOGUE.rules.precautions}


@pytest.mark.parametrize(
    "tag", sorted({t for e in CATALOGUE.exercises.values() for t in e.contraindications})
)
def test_every_contraindication_of_an_exercise_has_a_label(tag: str) -> None:
    assert tag in {known.id for known in CATALOGUE.rules.precautions}


@pytest.mark.parametrize("source", sorted(CATALOGUE.sources))
def test_every_source_has_a_citation(source: str) -> None:
    assert source_text(CATALOGUE, source)


def test_a_label_starts_with_a_capital_and_a_word_beside_a_number_does_not() -> None:
    labels = [
        need_text("glute"),
        block_text(Block.STRETCH),
        phase_text("first-week"),
        symptom_text(Symptom.ACHE),
        equipment_text(Equipment.BAND),
        position_text(Position.PRONE),
        trouble_text(Trouble.WRISTS),
        direction_text(Direction.FLEXION),
    ]
    assert labels == [
        "Strong hips",
        "Stretches",
        "Your first week: learning the movements",
        "An ache",
        "An exercise band",
        "Lying face down",
        "Leaning on your hands",
        "Bending forward",
    ]
    assert (pain_word(0), pain_word(10)) == ("no pain", "the worst you can imagine")
    assert (effort_word(0), effort_word(5)) == ("no effort", "steady work")


@pytest.mark.parametrize(
    ("source", "grade", "expected"),
    [
        ("mainstay-product", Grade.P, ("a decision of this product", "a decision of this product")),
        (
            "thomee-1997",
            Grade.D,
            ("Thomeé R, 1997, training with patellofemoral pain", "from expert opinion"),
        ),
        ("", Grade.A, ("", "from reviews of several trials")),
        ("lost-2030", Grade.B, ("lost 2030", "from one good trial")),
    ],
)
def test_a_source_and_its_grade_are_said_plainly(
    source: str, grade: Grade, expected: tuple[str, str]
) -> None:
    assert source_text(CATALOGUE, source) == expected[0]
    assert grade_text(grade).startswith(expected[1])


@pytest.mark.parametrize("clearance", list(Clearance))
def test_a_clearance_says_what_it_is_what_it_means_and_what_to_do_next(clearance: Clearance) -> None:
    words = clearance_text(clearance)
    assert words.title
    assert words.means.endswith(".")
    assert words.next.endswith(".")


def test_an_emergency_says_now_and_a_clear_screen_promises_nothing() -> None:
    assert "emergency" in clearance_text(Clearance.EMERGENCY).next
    assert "not a diagnosis" in clearance_text(Clearance.CLEAR).means


@pytest.mark.parametrize("mode", TODAY_MODES)
def test_every_mode_has_a_title_and_a_line(mode: str) -> None:
    assert mode_text(mode).title != mode
    assert mode_text(mode).line.endswith(".")


def test_a_mode_of_tomorrow_is_called_by_its_name() -> None:
    assert mode_text("half-day").title == "Half day"
