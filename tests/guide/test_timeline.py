"""The parts and beats of a line: they take as long as was planned, and each beat knows its picture."""

import math
from collections.abc import Iterator

import pytest

from mainstay.catalogue.movements import load_movements
from mainstay.coach import Item
from mainstay.guide.timeline import beats_of, parts_of
from mainstay.kernel import Dose, Side
from tests.coach.diaries import Diary
from tests.coach.living import catalogue


def items() -> Iterator[Item]:
    """Yield every dose of every rung as an item."""
    for exercise in catalogue().exercises.values():
        for rung in exercise.rungs:
            for step, dose in enumerate(rung.steps):
                sides = (Side.LEFT, Side.RIGHT) if rung.sides.value == "each" else ()
                yield Item(
                    exercise.slug, rung.slug, step, dose, sides, _seconds(rung.rep_seconds, dose, len(sides))
                )


def _seconds(rep_seconds: float, dose: Dose, sides: int) -> int:
    """Work out an item's whole time, as the coach's rules tell it in words."""
    work = (dose.reps or 1) * (rep_seconds + (dose.hold_seconds or 0)) * max(1, sides) * dose.sets
    changes = 5 * dose.sets if sides == 2 else 0
    return math.ceil(15 + work + changes + (dose.sets - 1) * dose.rest_seconds)


ITEMS = list(items())


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: f"{item.exercise}:{item.rung}:{item.step}")
def test_a_line_takes_the_time_that_was_planned_for_it(item: Item) -> None:
    rung = catalogue().exercises[item.exercise].rung(item.rung)
    parts = parts_of(catalogue(), rung, item)
    assert math.ceil(sum(part.seconds for part in parts)) == item.seconds


def test_a_real_session_takes_the_time_that_was_planned_for_it() -> None:
    diary = Diary(catalogue())
    diary.begin()
    diary.write("day_checked_in", 0, 8, pain_now=1)
    session = diary.today(0).session
    assert session
    told = 0.0
    for item in session.items:
        rung = catalogue().exercises[item.exercise].rung(item.rung)
        told += sum(part.seconds for part in parts_of(catalogue(), rung, item))
    assert session.seconds - len(session.items) < told <= session.seconds


def parts(item: Item) -> list[tuple[str, int, str]]:
    rung = catalogue().exercises[item.exercise].rung(item.rung)
    return [(part.kind, part.set, part.side) for part in parts_of(catalogue(), rung, item)]


def test_sides_change_within_a_set_and_a_rest_names_what_comes_next() -> None:
    item = Item("bird-dog", "leg-only", 0, Dose(2, 20, 5, 3), (Side.LEFT, Side.RIGHT), 0)
    assert parts(item) == [
        ("ready", 1, "left"),
        ("work", 1, "left"),
        ("change", 1, "right"),
        ("work", 1, "right"),
        ("rest", 2, "left"),
        ("work", 2, "left"),
        ("change", 2, "right"),
        ("work", 2, "right"),
    ]


def test_sets_without_rest_follow_each_other() -> None:
    assert parts(Item("bird-dog", "leg-only", 0, Dose(2, 0, 5, 3), (), 0)) == [
        ("ready", 1, ""),
        ("work", 1, ""),
        ("work", 2, ""),
    ]


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: f"{item.exercise}:{item.rung}:{item.step}")
def test_the_figure_goes_through_each_repetition_from_its_first_stop_to_its_last(item: Item) -> None:
    exercise = catalogue().exercises[item.exercise]
    movement = load_movements([exercise])[(item.exercise, item.rung)]
    beats = beats_of(exercise.rung(item.rung), item, movement)
    first = [beat for beat in beats if beat.rep == 1]
    seen = [beat.stop for beat in first if not beat.hold]
    assert None not in seen
    assert seen == sorted(seen)
    assert [beat.rep for beat in beats] == sorted(beat.rep for beat in beats)
    held = [beat for beat in first if beat.hold]
    assert len(held) == bool(item.dose.hold_seconds)
    for beat in held:
        before = first[first.index(beat) - 1]
        assert beat.stop == before.stop
        stops = [*movement.keyframes[1:], movement.keyframes[0]]
        assert stops[beat.stop].holds
