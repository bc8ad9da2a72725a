"""The week problem in small numbers: sessions as rooms, options as items, and nothing that cannot matter."""

from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from mainstay.coach.planning.selection.problem import Need, Option, WeekProblem
from mainstay.coach.planning.selection.rooms import PLACES, SHIFT


class Item(NamedTuple):
    """An option that is still worth considering."""

    option: int
    """Its place among the options of its need."""
    seconds: int
    bit: int
    """The bit of its exercise if the exercise is also an option of another need, else 0."""
    gains: tuple[tuple[int, int], ...]
    """(k, worth of placing it in k sessions), ascending in k."""


class Row(NamedTuple):
    """A need, and the items of which at most one may meet it."""

    need: int
    items: tuple[Item, ...]


class Reduced(NamedTuple):
    """What is left of a week problem."""

    rows: tuple[Row, ...]
    rooms: tuple[int, ...]
    """The sessions in which anything can be placed."""
    sessions: tuple[int, ...]
    """Which session of the problem each room is."""
    distinct: int
    shared: int
    """How many bits stand for shared exercises."""


def reduced(problem: WeekProblem) -> Reduced:
    """Return the problem without sessions, options and numbers of sessions that no best week needs."""
    usable = [s for s in range(len(problem.seconds)) if problem.places[s] > 0]
    longest = max((problem.seconds[s] for s in usable), default=-1)
    bits = _shared_bits(problem, longest)
    rows = []
    for n, need in enumerate(problem.needs):
        items = undominated(list(_items(need, longest, len(usable), bits)))
        if items:
            rows.append(Row(n, items))
    rooms = tuple(problem.seconds[s] << SHIFT | min(problem.places[s], PLACES) for s in usable)
    return Reduced(tuple(rows), rooms, tuple(usable), min(max(problem.distinct, 0), len(rows)), len(bits))


def _shared_bits(problem: WeekProblem, longest: int) -> dict[str, int]:
    """Give a bit to every exercise that two needs could use, in the order in which they first appear."""
    users: dict[str, int] = {}
    for need in problem.needs:
        for exercise in dict.fromkeys(o.exercise for o in need.options if o.seconds <= longest):
            users[exercise] = users.get(exercise, 0) + 1
    return {exercise: 1 << i for i, exercise in enumerate(e for e, count in users.items() if count > 1)}


def _items(need: Need, longest: int, sessions: int, bits: dict[str, int]) -> Iterator[Item]:
    """Yield the options that fit somewhere, with what they gain in 1, 2, 3… sessions."""
    worths = list(accumulate(need.worth[:sessions]))
    for o, option in enumerate(need.options):
        if option.seconds <= longest:
            yield Item(o, option.seconds, bits.get(option.exercise, 0), _gains(option, worths))


def _gains(option: Option, worths: list[int]) -> tuple[tuple[int, int], ...]:
    return tuple((k, worth + k * option.value + option.once) for k, worth in enumerate(worths, start=1))


def undominated(items: list[Item]) -> tuple[Item, ...]:
    """Drop each (item, k) that gains nothing, or no more than a shorter item of the same need and the same k.

    Valid because the other item can stand wherever this one stands; if its exercise is shared, it must be the
    same exercise, or using it could cost another need its option. Of equals the first listed stays.
    """
    kept = []
    for item in items:
        gains = tuple((k, g) for k, g in item.gains if g > 0 and not _beaten(item, k, g, items))
        if gains:
            kept.append(item._replace(gains=gains))
    return tuple(kept)


def _beaten(item: Item, k: int, gain: int, items: list[Item]) -> bool:
    for other in items:
        if other is item or other.seconds > item.seconds or other.bit not in (0, item.bit):
            continue
        for times, worth in other.gains:
            if times == k and (worth > gain or (worth == gain and _before(other, item))):
                return True
    return False


def _before(one: Item, other: Item) -> bool:
    """A strict order among equals, so that two items can never drop each other."""
    return (one.seconds, one.bit, one.option) < (other.seconds, other.bit, other.option)
