"""Doses at three lengths, and places on a ladder."""

from datetime import date

import pytest

from mainstay.catalogue import load_catalogue
from mainstay.coach import Item, Place
from mainstay.coach.planning.doses import item_for
from mainstay.kernel import Dose, Side
from mainstay.words import day_text, dose_short, dose_text, minutes_text, place_text

CATALOGUE = load_catalogue()
EACH = (Side.LEFT, Side.RIGHT)


def item(dose: Dose, sides: tuple[Side, ...] = (), seconds: int = 50) -> Item:
    return Item("any", "any", 0, dose, sides, seconds)


@pytest.mark.parametrize(
    ("given", "full", "short"),
    [
        (
            item(Dose(2, 30, 5, 3), EACH),
            "2 sets of 5 on each side, 3-second holds, 30 s rest",
            "2 × 5 × 3 s, each side",
        ),
        (item(Dose(1, 30, 5, 3), EACH), "1 set of 5 on each side, 3-second holds", "1 × 5 × 3 s, each side"),
        (item(Dose(2, 45, 8)), "2 sets of 8, 45 s rest", "2 × 8"),
        (item(Dose(2, 0, 8)), "2 sets of 8", "2 × 8"),
        (item(Dose(3, 30, None, 20)), "3 holds of 20 seconds, 30 s rest", "3 × 20 s"),
        (item(Dose(1, 0, None, 30), EACH), "1 hold of 30 seconds on each side", "1 × 30 s, each side"),
        (item(Dose(2, 60, 12, None, 1)), "2 sets of 12, with 1 kg, 60 s rest", "2 × 12, 1 kg"),
        (item(Dose(2, 60, 12, None, 1.5)), "2 sets of 12, with 1.5 kg, 60 s rest", "2 × 12, 1.5 kg"),
        (item(Dose(1, 0, 10), seconds=615), "10 minutes", "10 min"),
        (item(Dose(1, 0, 1), seconds=75), "1 minute", "1 min"),
    ],
)
def test_a_dose_is_said_in_full_and_in_short(given: Item, full: str, short: str) -> None:
    assert (dose_text(given), dose_short(given)) == (full, short)


@pytest.mark.parametrize("slug", sorted(CATALOGUE.exercises))
def test_minutes_are_said_of_exercises_whose_repetition_is_a_minute_and_of_no_others(slug: str) -> None:
    exercise = CATALOGUE.exercises[slug]
    for rung in exercise.rungs:
        for step, dose in enumerate(rung.steps):
            shown = dose_short(item_for(CATALOGUE, exercise, Place(rung.slug, step), dose))
            assert shown.endswith(" min") is (rung.rep_seconds == 60)


@pytest.mark.parametrize(
    ("slug", "place", "expected"),
    [
        ("bird-dog", Place("full", 0), "Opposite arm and leg, 2 × 5 with 3-second holds"),
        ("walking", Place("easy", 1), "Easy pace, 10 minutes"),
        ("good-morning", Place("light-weight", 0), "With a light weight, 2 × 8 at 1 kg"),
        ("bird-dog", Place("gone-rung", 0), "gone rung"),
        ("gone", Place("gone-rung", 0), "gone rung"),
    ],
)
def test_a_place_is_its_rung_and_dose(slug: str, place: Place, expected: str) -> None:
    assert place_text(CATALOGUE, slug, place) == expected


def test_a_step_beyond_the_last_is_the_last() -> None:
    last = len(CATALOGUE.exercises["bird-dog"].rung("full").steps) - 1
    beyond, at = (place_text(CATALOGUE, "bird-dog", Place("full", step)) for step in (99, last))
    assert beyond == at


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, "0 seconds"),
        (1, "1 second"),
        (59, "59 seconds"),
        (60, "1 minute"),
        (61, "2 minutes"),
        (1200, "20 minutes"),
    ],
)
def test_minutes_are_whole_and_never_say_too_little(seconds: int, expected: str) -> None:
    assert minutes_text(seconds) == expected


def test_a_day_is_said_as_people_say_it() -> None:
    assert day_text(date(2026, 3, 3)) == "Tuesday 3 March"
    assert day_text(date(2026, 12, 27), with_year=True) == "Sunday 27 December 2026"
