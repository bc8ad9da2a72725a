"""Virtual people: the same seed is the same life, and what must hold in every life holds."""

from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path

import dask
import pytest

from mainstay import coach
from mainstay.catalogue import load_catalogue
from mainstay.diary import read_lines
from mainstay.kernel import Grade, Reason
from mainstay.lab import (
    INVARIANTS,
    Kind,
    Life,
    Order,
    Tally,
    breaches_of,
    live,
    load_model,
    local,
    save_diary,
    simulate,
    traits_of,
)
from mainstay.lab import dask as dask_engine
from mainstay.lab.cohort import tally_of
from mainstay.lab.vector import BLOCK, Course, blocks_of, run_block

CATALOGUE, MODEL = load_catalogue(), load_model()
SEED, WEEKS = 7, 4
PEOPLE = range(8)


@pytest.fixture(scope="module")
def lives() -> tuple[Life, ...]:
    return tuple(live(CATALOGUE, SEED, number, WEEKS) for number in PEOPLE)


def test_nothing_that_must_hold_is_broken(lives: tuple[Life, ...]) -> None:
    assert not list(chain.from_iterable(breaches_of(CATALOGUE, life) for life in lives))


def test_the_same_seed_and_number_are_the_same_life(lives: tuple[Life, ...]) -> None:
    assert live(CATALOGUE, SEED, 3, WEEKS) == lives[3]
    assert live(CATALOGUE, SEED + 1, 3, WEEKS).events != lives[3].events


def test_a_life_goes_on_as_it_began(lives: tuple[Life, ...]) -> None:
    assert (
        live(CATALOGUE, SEED, 5, WEEKS - 2).events
        == lives[5].events[: len(live(CATALOGUE, SEED, 5, 2).events)]
    )


def test_every_engine_and_every_sharing_out_gives_the_same() -> None:
    order = Order(people=12, weeks=1, seed=SEED)
    one = simulate(order, local(1))
    with dask.config.set(scheduler="synchronous"):
        assert simulate(order, dask_engine()) == one
    assert sum((tally_of(order, [number]) for number in reversed(range(12))), start=Tally()) == one
    assert one.people == 12
    assert one.sessions


def test_a_saved_diary_is_the_diary_that_the_coach_decided_on(
    lives: tuple[Life, ...], tmp_path: Path
) -> None:
    for life in lives[:3]:
        path = save_diary(CATALOGUE, tmp_path, SEED, life.number, WEEKS)
        reading = read_lines(path.read_bytes(), path.name, CATALOGUE)
        assert not reading.faults
        assert coach.fold(CATALOGUE, reading.events).decisions == life.decisions


def test_a_correction_leaves_the_decisions_that_a_fold_from_the_start_makes() -> None:
    corrected = next(
        life
        for life in (live(CATALOGUE, SEED, number, 8) for number in range(40))
        if any(event.kind == "event_retracted" for event in life.events)
    )
    assert coach.fold(CATALOGUE, corrected.events).decisions == corrected.decisions


def test_every_kind_of_person_is_met_in_a_hundred() -> None:
    assert {traits_of(MODEL, SEED, number).kind for number in range(100)} == set(Kind)


def test_every_assumption_has_a_source_and_a_grade() -> None:
    known = set(CATALOGUE.sources) | {source.id for source in MODEL.sources}
    values = {name: getattr(MODEL, name) for name in MODEL.__dataclass_fields__}
    for name, value in values.items():
        if name not in ("kinds", "sources"):
            assert value.source in known, name
            assert value.grade in set(Grade), name
    assert sum(MODEL.kinds.values()) == 100


def test_every_invariant_is_listed_with_what_checks_it() -> None:
    told = (Path(__file__).parents[2] / "SAFETY.md").read_text("utf-8")
    missing = [one.name for one in INVARIANTS if f"`{one.name}`" not in told]
    assert not missing
    assert all(one.words.endswith(".") for one in INVARIANTS)


def test_an_invariant_sees_a_plan_that_is_too_long(lives: tuple[Life, ...]) -> None:
    """A check that finds nothing may be blind: here one life is spoilt, and exactly that is found."""
    life = next(life for life in lives if any(seen.today.session for seen in life.seen))
    spoilt = [_twice_as_long(seen) if seen.today.session else seen for seen in life.seen]
    found = {breach.invariant for breach in breaches_of(CATALOGUE, replace(life, seen=tuple(spoilt)))}
    assert found == {"fits-the-time"}


def _twice_as_long(seen):
    session = seen.today.session
    return replace(
        seen, today=replace(seen.today, session=replace(session, seconds=2 * session.seconds + 99))
    )


# --- Many people at once ----------------------------------------------------------------------------------


def test_a_block_of_people_is_the_same_in_every_cohort() -> None:
    assert list(blocks_of(BLOCK + 1)) == [(0, BLOCK), (1, 1)]
    one, again, other = (run_block(CATALOGUE, MODEL, SEED, block, 4) for block in (1, 1, 2))
    assert same(one, again)
    assert not same(one, other)


def same(one: Course, other: Course) -> bool:
    return bool((one.pain == other.pain).all() and (one.highest == other.highest).all())


def test_the_vectorized_model_trains_rests_and_climbs() -> None:
    course = run_block(CATALOGUE, MODEL, SEED, 0, 26)
    assert course.people == BLOCK
    assert 0 < course.sessions.min() <= course.sessions.max() <= 3 * 26
    assert 0 <= course.pain.min() <= course.pain.max() <= 10
    assert course.highest.mean() > run_block(CATALOGUE, MODEL, SEED, 0, 6).highest.mean()
    half_year_with_a_flare = (course.flares > 0).mean()
    assert 0.4 < half_year_with_a_flare < 0.75


# --- Two invariants that no fault of one line breaks --------------------------------------------------------


@pytest.mark.parametrize(("times", "broken"), [(3, False), (4, True)])
def test_going_up_to_the_same_step_for_the_fourth_time_in_twelve_weeks_is_oscillation(
    lives: tuple[Life, ...], times: int, broken: bool
) -> None:
    low, high = coach.Place("leg-only", 0), coach.Place("leg-only", 1)
    why = (Reason("good-sessions", source="mainstay-product"),)
    moves = ((coach.Verdict.PROGRESS, low, high), (coach.Verdict.REGRESS, high, low))
    made = tuple(
        coach.Decision(f"none-{number}:bird-dog", date(2026, 1, 5), "bird-dog", *moves[number % 2], why)
        for number in range(2 * times)
    )
    found = {breach.invariant for breach in breaches_of(CATALOGUE, replace(lives[0], decisions=made))}
    assert ("no-oscillation" in found) is broken


def test_being_taken_out_in_between_is_no_oscillation(lives: tuple[Life, ...]) -> None:
    low, high = coach.Place("leg-only", 0), coach.Place("leg-only", 1)
    why = (Reason("good-sessions", source="mainstay-product"),)
    moves = ((coach.Verdict.PROGRESS, low, high), (coach.Verdict.REMOVE, high, low))
    made = tuple(
        coach.Decision(f"none-{number}:bird-dog", date(2026, 1, 5), "bird-dog", *moves[number % 2], why)
        for number in range(12)
    )
    found = {breach.invariant for breach in breaches_of(CATALOGUE, replace(lives[0], decisions=made))}
    assert "no-oscillation" not in found


def test_someone_always_in_pain_whom_nobody_refers_is_found() -> None:
    """Several rules refer them, so that no single fault leaves them alone; here every word is taken out."""
    life = live(CATALOGUE, SEED, 82, 26)
    assert life.kind is Kind.ACHING
    silent = tuple(replace(seen, today=replace(seen.today, reasons=())) for seen in life.seen)
    assert "always-in-pain-is-referred" not in {one.invariant for one in breaches_of(CATALOGUE, life)}
    found = {one.invariant for one in breaches_of(CATALOGUE, replace(life, seen=silent, told=()))}
    assert "always-in-pain-is-referred" in found
