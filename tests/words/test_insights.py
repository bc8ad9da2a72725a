"""Every answer that a person's own days can give has words, and they claim no more than it does."""

import pytest

from mainstay.insight import QUESTIONS, Insight, Verdict
from mainstay.kernel import Reason
from mainstay.words import insight_text

NUMBERS = {
    "after-walking": (("minutes", 25),),
    "after-training": (),
    "after-sleep": (("hours", 6.5),),
    "after-full-weeks": (("sessions", 3),),
}
COMPARED = (("level", 0.05), ("asked", 3), ("within", 0.5))
TOO_LITTLE = (("needed", 42), ("each", 12))


def insight(question: str, verdict: Verdict, low: float | None = None, high: float | None = None) -> Insight:
    too_little = verdict is Verdict.TOO_LITTLE
    why = Reason(f"insight-{verdict.value}", TOO_LITTLE if too_little else COMPARED, "mainstay-product")
    middle = None if low is None or high is None else (low + high) / 2
    weekly = question == "after-full-weeks"
    return Insight(question, verdict, 20, 9, weekly, why, middle, low, high, NUMBERS[question])


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("verdict", Verdict)
def test_every_answer_to_every_question_has_words(question: str, verdict: Verdict) -> None:
    bounds = () if verdict is Verdict.TOO_LITTLE else (-1.0, -0.2)
    words = insight_text(insight(question, verdict, *bounds))
    assert words.question
    assert words.answer
    assert bool(words.sure) == (verdict is not Verdict.TOO_LITTLE)
    assert "{" not in words.question + words.answer + words.sure


GOLDEN = [
    (
        insight("after-walking", Verdict.LOWER, -1.44, -0.26),
        "Pain on the day after 25 minutes of walking or more, beside other days",
        "Pain was lower then, by about 0.8 points; anything from 0.3 to 1.4 is plausible.",
    ),
    (
        insight("after-sleep", Verdict.HIGHER, 0.11, 0.9),
        "Pain after a night of 6.5 hours or more, beside shorter nights",
        "Pain was higher then, by about 0.5 points; anything from 0.1 to 0.9 is plausible.",
    ),
    (
        insight("after-training", Verdict.UNCLEAR, -0.4, 1.21),
        "Pain on the day after a session, beside other days",
        "Can’t tell yet: anything from 0.4 lower to 1.2 higher is plausible.",
    ),
    (
        insight("after-training", Verdict.SAME, -0.4, 0.2),
        "Pain on the day after a session, beside other days",
        "Little or no difference for you: surely less than 0.5 points either way.",
    ),
    (
        insight("after-full-weeks", Verdict.TOO_LITTLE),
        "Pain in the week after 3 sessions or more, beside other weeks",
        "Can’t tell yet: this takes 42 weeks with answers, at least 12 of each kind. "
        "So far there are 20 and 9.",
    ),
]


@pytest.mark.parametrize(("given", "question", "said"), GOLDEN)
def test_what_is_said(given: Insight, question: str, said: str) -> None:
    words = insight_text(given)
    assert (words.question, words.answer) == (question, said)


def test_it_says_how_often_such_a_link_is_shown_where_there_is_none() -> None:
    words = insight_text(insight("after-walking", Verdict.LOWER, -1.0, -0.2))
    assert words.sure.startswith("Of 100 people without any link, about 5 are shown one")


def test_what_cannot_be_told_apart_has_words_of_its_own() -> None:
    for question in QUESTIONS:
        weekly = question == "after-full-weeks"
        why = Reason("insight-not-apart", (), "mainstay-product")
        words = insight_text(
            Insight(question, Verdict.UNCLEAR, 20, 9, weekly, why, numbers=NUMBERS[question])
        )
        assert words.answer.startswith("Can’t tell: ")


def test_nights_that_were_never_told_have_no_number() -> None:
    why = Reason("insight-too-little", TOO_LITTLE, "mainstay-product")
    words = insight_text(Insight("after-sleep", Verdict.TOO_LITTLE, 0, 0, False, why))
    assert words.question == "Pain after your longer nights, beside the shorter ones"
