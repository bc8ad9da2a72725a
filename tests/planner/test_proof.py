"""What the proof rests on: no bound is below what it bounds, and no shortcut leaves out a better week."""

from itertools import combinations, product
from random import Random

import pytest

from mainstay.coach.planning.selection import Need, Option, WeekProblem
from mainstay.coach.planning.selection.proof import better_week
from mainstay.coach.planning.selection.proof.bound import grained
from mainstay.coach.planning.selection.proof.diagram import Diagram
from mainstay.coach.planning.selection.proof.dominance import front
from mainstay.coach.planning.selection.proof.fillings import Fillings, Market, sharpened
from mainstay.coach.planning.selection.proof.frame import Frame
from mainstay.coach.planning.selection.proof.reduce import Item, Reduced, Row, reduced, undominated
from mainstay.coach.planning.selection.proof.stage import quick_stage, sharp_stage
from mainstay.coach.planning.selection.proof.window import narrowed
from mainstay.coach.planning.selection.rooms import PLACES, SHIFT, Packing
from tests.planner.enumerating import enumerated_worth
from tests.planner.problems import ADVERSARIAL, problems, realistic, small

FAMILIES = [realistic, *ADVERSARIAL.values()]


def stages(problem: Reduced):
    """Every kind of stage, as the proof makes them."""
    first = quick_stage(problem, problem.rows, None)
    second = quick_stage(problem, problem.rows, first)
    return [first, second, sharp_stage(problem, problem.rows, second, 1)]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_neither_a_bound_nor_a_diagram_nor_narrowed_rows_lose_the_best_week(family) -> None:
    for problem in problems(family, 2, seed=11):
        few, worth = reduced(problem), better_week(problem, 0)[0]
        if not worth:
            assert family.__name__ == "nothing_fits"
            continue
        for stage in stages(few):
            assert stage.whole.ceiling() >= worth
            window = stage.window(few, narrowed(stage.whole, worth))
            assert window.ceiling() >= worth
            diagram = Diagram(window, stage.merged(window, stage.level(few)), worth, 1 << 20)
            assert diagram.whole
            assert diagram.ceiling >= worth


@pytest.mark.parametrize("name", ["correlated", "near_packing", "like_a_subset_sum"])
def test_sharp_prices_are_no_worse_than_quick_ones_and_mostly_better(name: str) -> None:
    lower = 0
    for problem in problems(ADVERSARIAL[name], 5, seed=12):
        _, quick, sharp = [stage.whole.ceiling() for stage in stages(reduced(problem))]
        assert sharp <= quick + 0.001
        lower += sharp < quick - 1
    assert lower > 2


def test_the_proof_says_what_enumeration_says_whatever_week_is_known_before() -> None:
    for problem in problems(small, 400, seed=13):
        best = enumerated_worth(problem)
        for known in {0, best // 2, max(0, best - 1)}:
            worth, week = better_week(problem, known)
            assert worth == best
            assert bool(week) == (best > known)
        assert better_week(problem, best) == (best, ())


def test_a_known_week_of_an_odd_worth_does_not_hide_a_better_one() -> None:
    needs = tuple(Need(name, (10,), (Option(name, 50, 0, 0),)) for name in ("a", "b"))
    worth, week = better_week(WeekProblem(needs, (100,), (2,), 2), 17)
    assert worth == 20
    assert [chosen.sessions for chosen in week] == [(0,), (0,)]


def rows_of(chance: Random, count: int, most: int) -> list[Row]:
    return [
        Row(n, tuple(Item(o, chance.randint(1, most), 0, ((1, 5),)) for o in range(chance.randint(1, 3))))
        for n in range(count)
    ]


def fitting_sets(rows: list[Row], seconds: int, places: int) -> list[tuple[tuple[int, int], ...]]:
    """Every set of items of different rows that fits, as (row, option) pairs."""
    found = []
    for picks in product(*[(None, *row.items) for row in rows]):
        items = [(row.need, item) for row, item in zip(rows, picks, strict=True) if item]
        if len(items) <= places and sum(item.seconds for _, item in items) <= seconds:
            found.append(tuple((need, item.option) for need, item in items))
    return found


def test_a_room_and_its_form_hold_the_same_sets() -> None:
    chance = Random(14)
    for _ in range(30):
        rows = rows_of(chance, 5, 30)
        frame = Frame(rows, 4)
        room = chance.randint(0, 80) << SHIFT | chance.randint(1, 4)
        for i in range(len(rows) + 1):
            form = frame.form(i, room)
            assert form <= room
            sets = fitting_sets(rows[i:], room >> SHIFT, room & PLACES)
            assert sets == fitting_sets(rows[i:], form >> SHIFT, form & PLACES)
            assert [q for q, _ in frame.fills(i, room)] == sorted({len(fitting) for fitting in sets})


def test_the_dearest_filling_is_the_dearest_of_all_sets_that_fit() -> None:
    chance = Random(15)
    for _ in range(60):
        rows = rows_of(chance, 5, 30)
        frame = Frame(rows, 4)
        room = chance.randint(1, 80) << SHIFT | chance.randint(1, 4)
        keys = [(row.need, item.option) for row in rows for item in row.items]
        price = dict(zip(keys, [grained(chance.uniform(0, 9)) for _ in keys], strict=True))
        worth, items = Fillings(frame, room).dearest(list(price.values()))
        sets = fitting_sets(rows, room >> SHIFT, room & PLACES)
        assert worth == max(sum(price[key] for key in fitting) for fitting in sets)
        assert sum(price[keys[a]] for a in items) == worth


def test_sharpening_never_raises_the_bound() -> None:
    for problem in problems(realistic, 4, seed=16):
        few = reduced(problem)
        market = Market(Frame(few.rows, 9), [(1, room) for room in few.rooms], few.distinct, few.shared)
        items = sum(len(row.items) for row in few.rows)
        start = [10.0] * (items * len(few.rooms)) + [0.0] * few.shared
        assert market.bound(sharpened(market, start, 0)) <= market.bound(start)


def covers(more: tuple[int, ...], less: tuple[int, ...]) -> bool:
    """Whether rooms have, one by one, at least the seconds and the places of others."""
    pairs = zip(more, less, strict=True)
    return all(x >> SHIFT >= y >> SHIFT and x & PLACES >= y & PLACES for x, y in pairs)


def test_rooms_side_by_side_compare_like_rooms_one_by_one() -> None:
    chance = Random(17)
    for _ in range(300):
        weeks = [
            tuple(chance.randint(0, 3) << SHIFT | chance.randint(0, 2) for _ in range(3)) for _ in range(6)
        ]
        weeks = list(dict.fromkeys(sorted(weeks, key=sum, reverse=True)))
        packing = Packing(3)
        found = front(packing, [(packing.packed(week), n) for n, week in enumerate(weeks)])
        beaten = {b for a, b in combinations(range(len(weeks)), 2) if covers(weeks[a], weeks[b])}
        assert found == [n for n in range(len(weeks)) if n not in beaten]


def test_an_option_is_dropped_only_for_one_that_can_always_replace_it() -> None:
    worse = Item(0, 100, 0, ((1, 10), (2, 18)))
    better = Item(1, 90, 0, ((1, 10), (2, 20)))
    assert undominated([worse, better]) == (better,)
    shared = better._replace(bit=1)
    assert undominated([worse, shared]) == (worse, shared), "another need may want the shared exercise"
    longer = better._replace(seconds=101)
    assert undominated([worse, longer]) == (worse, longer._replace(gains=((2, 20),)))
    assert undominated([worse, worse._replace(option=2)]) == (worse,), "of equals the first stays"
