"""Every reason that the coach can give has words, and its numbers are in them."""

import pytest

from mainstay.catalogue import load_catalogue
from mainstay.coach import Move
from mainstay.coach.progression import Mode, Rating, after, during, settled
from mainstay.kernel import Clearance, Reason, Symptom
from mainstay.words import reason_text, words_in
from tests.words.coach_reasons import coach_shapes, shapes_in, slugs_in
from tests.words.examples import EXAMPLES, reason

CATALOGUE = load_catalogue()
WORDS = words_in()
SHAPES = coach_shapes()
FALLBACK = "The coach has a reason for this that it cannot put into words yet"
# Written in the coach with hyphens, and no codes of reasons.
NO_CODES = {"check-in", "pain-now", "first-day", "first-week", "mainstay-product"}
FINDINGS = [
    (name, outcome.clearance, outcome.text)
    for name, question in CATALOGUE.questions.items()
    for outcome in question.outcomes
] + [(together.id, together.clearance, together.text) for together in CATALOGUE.combinations]


def said(given: Reason) -> str:
    return reason_text(CATALOGUE, given)


@pytest.mark.parametrize("code", sorted(SHAPES))
def test_every_code_of_the_coach_has_words(code: str) -> None:
    assert WORDS.choices("reasons", code)


def test_everything_in_the_coach_that_looks_like_a_code_has_words_or_is_something_else() -> None:
    known = {*WORDS.table("reasons"), *CATALOGUE.sources, *Mode, *Move, *NO_CODES}
    known |= {str(name) for name in _content_names()}
    assert {slug for slug in slugs_in() if slug not in known} == set()


def _content_names() -> set[str]:
    return {
        *CATALOGUE.exercises,
        *CATALOGUE.questions,
        *CATALOGUE.measures,
        *(p.id for p in CATALOGUE.rules.precautions),
    }


def test_no_words_are_left_for_a_code_that_the_coach_does_not_have() -> None:
    assert set(WORDS.table("reasons")) == {*SHAPES, "unanswered"}


@pytest.mark.parametrize(("given", "expected"), EXAMPLES, ids=lambda value: getattr(value, "code", ""))
def test_a_reason_is_said_as_its_golden_example(given: Reason, expected: str) -> None:
    assert said(given) == expected


@pytest.mark.parametrize(
    ("code", "names"), sorted((code, names) for code, shapes in SHAPES.items() for names in shapes)
)
def test_every_sentence_can_be_filled_with_the_numbers_that_the_coach_gives(
    code: str, names: tuple[str, ...]
) -> None:
    """Each way in which the coach makes a reason is filled from values of the examples."""
    values = {name: value for one, _ in EXAMPLES if one.code == code for name, value in one.numbers}
    filled = said(Reason(code, tuple((name, values.get(name, 1)) for name in names)))
    assert not filled.startswith(FALLBACK), f"{code} is made with {names or 'no numbers'} only"
    assert "{" not in filled


@pytest.mark.parametrize("usual", [None, *range(11)])
@pytest.mark.parametrize("pain", range(11))
def test_every_answer_of_the_back_has_words_with_its_number(pain: int, usual: int | None) -> None:
    rules = CATALOGUE.rules.pain
    answers = [during(rules, usual, Rating(3, pain)), settled(rules, usual, pain), after(rules, usual, pain)]
    for _, given in answers:
        assert str(pain) in said(given)
        assert not said(given).startswith(FALLBACK)


@pytest.mark.parametrize("pain", range(11))
@pytest.mark.parametrize("usual", range(11))
def test_the_line_that_is_named_lies_between_what_is_fine_and_what_was_felt(pain: int, usual: int) -> None:
    """What is named as fine is green by the rule, and one more is not."""
    _, given = during(CATALOGUE.rules.pain, usual, Rating(3, pain))
    if given.code == "amber-pain":
        fine = int(said(given).split("up to ")[1].split()[0])
        colours = [during(CATALOGUE.rules.pain, usual, Rating(3, p))[0] for p in (fine, fine + 1)]
        assert [colour.name for colour in colours] == ["GREEN", "AMBER"]


@pytest.mark.parametrize("code", sorted(SHAPES))
def test_every_code_has_a_golden_example_with_the_numbers_that_the_coach_gives(code: str) -> None:
    examples = {tuple(name for name, _ in one.numbers) for one, _ in EXAMPLES if one.code == code}
    assert examples
    assert examples <= SHAPES[code]


@pytest.mark.parametrize(("code", "clearance", "text"), FINDINGS)
def test_a_finding_is_said_in_the_own_words_of_its_question(
    code: str, clearance: Clearance, text: str
) -> None:
    assert said(reason(code, question=code, clearance=clearance.value)) == text


@pytest.mark.parametrize("name", [name for name, clearance, _ in FINDINGS if clearance.locks])
def test_a_finding_that_a_clinician_has_looked_at_says_so(name: str) -> None:
    cautions = {code for code, clearance, _ in FINDINGS if clearance is Clearance.CAUTION}
    text = said(reason(name, question=name, clearance="caution"))
    assert text.startswith("A clinician has looked at this") or name in cautions


def test_questions_say_one_thing_for_one_clearance_so_that_a_finding_finds_its_words() -> None:
    pairs = [(code, clearance) for code, clearance, _ in FINDINGS]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize(
    "strange",
    [
        Reason("a-code-of-tomorrow"),
        Reason(""),
        Reason("red-rise"),
        Reason("red-rise", (("pain", 5),)),
        Reason("resting", (("until", "some day"),)),
        Reason("resting"),
        Reason("pain-now", (("clearance", ""),)),
    ],
)
def test_a_reason_without_words_or_numbers_gets_a_humane_sentence(strange: Reason) -> None:
    assert said(strange).startswith((FALLBACK, "A clinician has looked"))


@pytest.mark.parametrize("code", ["contraindicated", "equipment-missing", "fills-role", "others-first"])
def test_a_slug_that_the_catalogue_has_no_longer_is_still_readable(code: str) -> None:
    numbers = {"tag": "old-thing", "equipment": "old-thing", "need": "old-thing", "instead": "old-thing"}
    assert "old thing" in said(Reason(code, tuple(numbers.items()))).lower()


@pytest.mark.parametrize("symptom", [symptom for symptom in Symptom if symptom.is_red])
def test_every_red_symptom_is_named(symptom: Symptom) -> None:
    assert symptom.value in WORDS.table("names", "feeling")


def test_most_sentences_are_short() -> None:
    lengths = sorted(len(expected) for _, expected in EXAMPLES)
    assert lengths[-1] <= 140
    assert lengths[len(lengths) // 2] <= 80


PLANTED = """
def f(mode):
    numbers = (("pain", 1), ("limit", 2))
    yield Reason("planted", numbers, "s")
    yield Reason("bare", source="s")
    yield Reason("written", (("day", 1),))
"""


def test_the_reader_of_the_coach_finds_what_is_planted() -> None:
    assert shapes_in(PLANTED) == {"planted": {("pain", "limit")}, "bare": {()}, "written": {("day",)}}
    with pytest.raises(AssertionError, match="say in INDIRECT"):
        shapes_in("def f(x):\n    return Reason(x + 'more')")
