"""Each of the six decisions in one sentence."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from mainstay.catalogue import load_catalogue
from mainstay.coach import Decision, Place, Verdict
from mainstay.kernel import Reason
from mainstay.words import decision_text

CATALOGUE = load_catalogue()
DAY = date(2026, 3, 3)
LOW, NEXT, THIRD, HARDER = Place("leg-only", 0), Place("leg-only", 1), Place("leg-only", 2), Place("full", 0)


def decision(
    verdict: str,
    was: Place | None,
    now: Place | None,
    *,
    exercise: str = "bird-dog",
    instead: str = "",
    why: str = "x",
) -> Decision:
    rests = verdict in ("substitute", "remove", "stop") and why == "x"
    until = DAY + timedelta(days=7) if rests else None
    return Decision("1:e", DAY, exercise, Verdict(verdict), was, now, (Reason(why),), instead, until)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            decision("progress", LOW, NEXT),
            "Bird dog: one step up, from 2 × 5 with 3-second holds to 2 × 5 with 5-second holds.",
        ),
        (
            decision("progress", Place("leg-only", 3), HARDER),
            "Bird dog: one step up, from “Leg only” (2 × 8 with 5-second holds) "
            "to “Opposite arm and leg” (2 × 5 with 3-second holds).",
        ),
        (decision("maintain", NEXT, NEXT), "Bird dog: stays at 2 × 5 with 5-second holds."),
        (
            decision("regress", NEXT, LOW),
            "Bird dog: one step down, from 2 × 5 with 5-second holds to 2 × 5 with 3-second holds.",
        ),
        (
            decision("regress", THIRD, LOW),
            "Bird dog: two steps down, from 2 × 6 with 5-second holds to 2 × 5 with 3-second holds.",
        ),
        (
            decision("regress", HARDER, LOW),
            "Bird dog: some steps down, from “Opposite arm and leg” (2 × 5 with 3-second holds) "
            "to “Leg only” (2 × 5 with 3-second holds).",
        ),
        (
            decision("substitute", NEXT, LOW, instead="dead-bug"),
            "Bird dog: rests until Tuesday 10 March. Dead bug can take its place.",
        ),
        (decision("substitute", NEXT, LOW), "Bird dog: rests until Tuesday 10 March."),
        (
            decision("substitute", LOW, LOW, instead="dead-bug", why="any-rise-stops"),
            "Bird dog: off again for now. Dead bug can take its place.",
        ),
        (
            decision("remove", NEXT, LOW),
            "Bird dog: rests until Tuesday 10 March, then starts at 2 × 5 with 3-second holds.",
        ),
        (decision("remove", None, None, why="your-veto"), "Bird dog: out of your programme, as you asked."),
        (
            decision("stop", NEXT, LOW, instead="dead-bug"),
            "Bird dog: stopped for now. Please end the session here, "
            "and answer the safety questions again before the next.",
        ),
    ],
)
def test_a_decision_is_said_as_its_golden_example(given: Decision, expected: str) -> None:
    assert decision_text(CATALOGUE, given) == expected


@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("place", [None, Place("gone", 3)])
@pytest.mark.parametrize("exercise", ["bird-dog", "old-exercise"])
def test_a_decision_about_what_the_catalogue_has_no_longer_is_still_a_sentence(
    verdict: Verdict, place: Place | None, exercise: str
) -> None:
    text = decision_text(CATALOGUE, decision(verdict.value, place, place, exercise=exercise))
    assert text.startswith(("Bird dog: ", "Old exercise: "))
    assert text.endswith(".")


@pytest.mark.parametrize("slug", sorted(CATALOGUE.exercises))
def test_every_step_of_every_ladder_can_be_told(slug: str) -> None:
    exercise = CATALOGUE.exercises[slug]
    places = [Place(rung.slug, step) for rung in exercise.rungs for step in range(len(rung.steps))]
    for was, now in pairwise(places):
        assert ": one step up, from " in decision_text(
            CATALOGUE, decision("progress", was, now, exercise=slug)
        )
        assert ": one step down, from " in decision_text(
            CATALOGUE, decision("regress", now, was, exercise=slug)
        )
