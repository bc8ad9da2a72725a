"""Random week problems: one realistic family and several that are meant to hurt an exact search.

Everything here is a function of the `random.Random` it is given: the same seed, the same problem.
"""

from collections.abc import Callable, Iterator
from random import Random

from mainstay.coach.planning.selection import Need, Option, WeekProblem

Family = Callable[[Random], WeekProblem]


def _worths(rng: Random, first: int, length: int) -> tuple[int, ...]:
    """Non-increasing worths that fall by a random share from one session to the next."""
    worths = [first]
    while len(worths) < length:
        worths.append(int(worths[-1] * rng.uniform(0.3, 1.0)))
    return tuple(worths)


def _pool(rng: Random, names: int, seconds: Callable[[], int]) -> list[Option]:
    """Exercises, about a third of which are in the person's present week (the `once` of stability)."""
    return [
        Option(f"e{i}", seconds(), rng.randint(0, 30), rng.choice((0, 0, rng.randint(0, 40))))
        for i in range(names)
    ]


def _dealt(rng: Random, pool: list[Option], needs: int, shared: int) -> list[list[Option]]:
    """Deal every exercise to one need (at most six each), then `shared` of them to a second one as well."""
    hands: list[list[Option]] = [[] for _ in range(needs)]
    for option in pool:
        rng.choice([hand for hand in hands if len(hand) < 6]).append(option)
    for option in rng.sample(pool, min(shared, len(pool))):
        others = [hand for hand in hands if option not in hand and len(hand) < 6]
        if others:
            rng.choice(others).append(option)
    return hands


def _needs(rng: Random, hands: list[list[Option]], first: Callable[[], int]) -> tuple[Need, ...]:
    return tuple(
        Need(f"n{i}", _worths(rng, first(), rng.randint(1, 4)), tuple(hand)) for i, hand in enumerate(hands)
    )


def realistic(rng: Random) -> WeekProblem:
    """A person's week: 10-13 needs, 24-30 exercises, some shared, equal sessions of 100-2000 seconds."""
    grain = rng.choice((1, 5, 10))
    pool = _pool(rng, rng.randint(24, 30), lambda: rng.randint(40 // grain, 400 // grain) * grain)
    hands = _dealt(rng, pool, rng.randint(10, 13), rng.randint(2, 8))
    sessions = rng.randint(1, 4)
    seconds = (rng.randint(100, 2000),) * sessions
    if rng.random() < 0.15:
        seconds = tuple(rng.randint(100, 2000) for _ in range(sessions))
    needs = _needs(rng, hands, lambda: rng.randint(30, 150))
    return WeekProblem(needs, seconds, (rng.randint(3, 9),) * sessions, rng.randint(4, 12))


def unlike_sessions(rng: Random) -> WeekProblem:
    """Sessions that differ in time and in places, so that few of them are interchangeable."""
    pool = _pool(rng, 28, lambda: rng.randint(40, 400))
    needs = _needs(rng, _dealt(rng, pool, 12, 5), lambda: rng.randint(30, 150))
    sessions = rng.randint(2, 4)
    seconds = tuple(rng.randint(100, 1500) for _ in range(sessions))
    return WeekProblem(needs, seconds, tuple(rng.randint(2, 9) for _ in range(sessions)), rng.randint(4, 12))


def equal_values(rng: Random) -> WeekProblem:
    """Every exercise is worth the same: only time decides, and there are very many equal optima."""
    pool = [Option(f"e{i}", rng.randint(40, 400), 10, 0) for i in range(28)]
    hands = _dealt(rng, pool, 13, 6)
    needs = tuple(Need(f"n{i}", (100, 60, 30, 10), tuple(hand)) for i, hand in enumerate(hands))
    sessions = rng.randint(2, 4)
    seconds = (rng.randint(300, 1500),) * sessions
    return WeekProblem(needs, seconds, (rng.randint(4, 9),) * sessions, rng.randint(6, 12))


def near_packing(rng: Random) -> WeekProblem:
    """Items near a whole share of a session: what fits by the sum seldom fits session by session."""
    sessions, share = rng.randint(2, 4), rng.randint(2, 5)
    size = rng.randint(60, 300)
    pool = _pool(rng, 28, lambda: size + rng.randint(-size // 8, size // 8))
    needs = _needs(rng, _dealt(rng, pool, 13, 6), lambda: rng.randint(60, 120))
    return WeekProblem(needs, (size * share,) * sessions, (9,) * sessions, 12)


def like_a_subset_sum(rng: Random) -> WeekProblem:
    """Worth almost proportional to time: the strongly correlated knapsack, where bounds say little."""
    pool = [Option(f"e{i}", rng.randint(40, 400), 0, 0) for i in range(26)]
    hands = _dealt(rng, pool, 13, 3)
    needs = tuple(
        Need(f"n{i}", (max((o.seconds for o in hand), default=1) // 3 + 10,) * 4, tuple(hand))
        for i, hand in enumerate(hands)
    )
    sessions = rng.randint(1, 4)
    return WeekProblem(needs, (rng.randint(300, 1200),) * sessions, (9,) * sessions, 12)


def correlated(rng: Random) -> WeekProblem:
    """One or two options a need, worth equal to time plus a constant in every session."""
    needs = []
    for i in range(13):
        seconds = rng.randint(40, 400)
        extra = Option(f"x{i}", seconds + rng.randint(-20, 20), rng.randint(0, 10), 0)
        options = (Option(f"e{i}", seconds, 0, 0), extra)[: rng.randint(1, 2)]
        needs.append(Need(f"n{i}", (seconds // 2 + 20,) * 3, options))
    sessions = rng.randint(2, 4)
    return WeekProblem(tuple(needs), (rng.randint(400, 1200),) * sessions, (9,) * sessions, 12)


def equal_sizes(rng: Random) -> WeekProblem:
    """Every item takes the same time, in sessions that hold a whole number of them and a little more."""
    size = rng.randint(50, 200)
    pool = _pool(rng, 28, lambda: size)
    needs = _needs(rng, _dealt(rng, pool, 13, 8), lambda: rng.choice((60, 80, 100)))
    sessions = rng.randint(1, 4)
    seconds = (size * rng.randint(2, 9) + rng.randint(0, size - 1),) * sessions
    return WeekProblem(needs, seconds, (9,) * sessions, rng.randint(4, 12))


def many_shared(rng: Random) -> WeekProblem:
    """Few exercises, nearly all of them options of several needs: an assignment problem inside."""
    pool = _pool(rng, 14, lambda: rng.randint(40, 300))
    hands = [rng.sample(pool, rng.randint(2, 6)) for _ in range(13)]
    needs = _needs(rng, hands, lambda: rng.randint(30, 150))
    sessions = rng.randint(1, 4)
    return WeekProblem(needs, (rng.randint(200, 1800),) * sessions, (rng.randint(3, 9),) * sessions, 12)


def everything_fits(rng: Random) -> WeekProblem:
    """So much time and so many places that only the choice of exercises remains."""
    pool = _pool(rng, 26, lambda: rng.randint(40, 150))
    needs = _needs(rng, _dealt(rng, pool, 9, 8), lambda: rng.randint(30, 150))
    return WeekProblem(needs, (2000,) * 4, (9,) * 4, 12)


def nothing_fits(rng: Random) -> WeekProblem:
    """Every item is longer than every session."""
    pool = _pool(rng, 26, lambda: rng.randint(200, 400))
    needs = _needs(rng, _dealt(rng, pool, 12, 5), lambda: rng.randint(30, 150))
    return WeekProblem(needs, (rng.randint(0, 199),) * 3, (6,) * 3, 8)


def few_places(rng: Random) -> WeekProblem:
    """Time is plenty; places and the number of different exercises are what is scarce."""
    pool = _pool(rng, 28, lambda: rng.randint(40, 200))
    needs = _needs(rng, _dealt(rng, pool, 13, 8), lambda: rng.choice((50, 75, 100, 125)))
    sessions = rng.randint(2, 4)
    return WeekProblem(
        needs, (rng.randint(600, 1200),) * sessions, (rng.randint(2, 6),) * sessions, rng.randint(3, 9)
    )


def small(rng: Random) -> WeekProblem:
    """Small enough to enumerate: up to four needs, two options each, three sessions."""
    pool = _pool(rng, rng.randint(1, 6), lambda: rng.randint(1, 12) * 20)
    hands = [rng.sample(pool, rng.randint(0, min(2, len(pool)))) for _ in range(rng.randint(0, 4))]
    needs = _needs(rng, hands, lambda: rng.randint(0, 100))
    sessions = rng.randint(1, 3)
    seconds = tuple(rng.randint(0, 500) for _ in range(sessions))
    return WeekProblem(needs, seconds, tuple(rng.randint(0, 4) for _ in range(sessions)), rng.randint(0, 4))


ADVERSARIAL: dict[str, Family] = {
    family.__name__: family
    for family in (
        unlike_sessions, equal_values, near_packing, like_a_subset_sum, correlated, equal_sizes,
        many_shared, everything_fits, nothing_fits, few_places,
    )
}  # fmt: skip


def problems(family: Family, count: int, seed: int = 1) -> Iterator[WeekProblem]:
    """`count` problems of a family; problem i does not depend on how many are asked for."""
    for i in range(count):
        yield family(Random(f"{family.__name__}/{seed}/{i}"))
