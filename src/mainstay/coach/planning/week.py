from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    exercise: str
    seconds: int
    value: int
    once: int


@dataclass(frozen=True, slots=True)
class Need:
    name: str
    worth: tuple[int, ...]
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class WeekProblem:
    needs: tuple[Need, ...]
    seconds: tuple[int, ...]
    places: tuple[int, ...]
    distinct: int


@dataclass(frozen=True, slots=True)
class Placement:
    need: str
    exercise: str


@dataclass(frozen=True, slots=True)
class WeekSolution:
    worth: int
    sessions: tuple[tuple[Placement, ...], ...]


# Interim until the exact search lands (same door, right optimum on small problems): plain layered search.
def best_week(problem: WeekProblem) -> WeekSolution:
    from itertools import combinations

    count = len(problem.seconds)
    state = (tuple(problem.seconds), tuple(problem.places), problem.distinct, frozenset[str]())
    layer: dict[
        tuple[tuple[int, ...], tuple[int, ...], int, frozenset[str]],
        tuple[int, tuple[tuple[int, int, tuple[int, ...]], ...]],
    ]
    layer = {state: (0, ())}
    for n, need in enumerate(problem.needs):
        following = dict(layer)
        for (seconds, places, left, used), (worth, trail) in layer.items():
            for o, option in enumerate(need.options):
                if not left or option.exercise in used:
                    continue
                open_ = [s for s in range(count) if seconds[s] >= option.seconds and places[s]]
                for k in range(1, min(len(need.worth), len(open_)) + 1):
                    gain = sum(need.worth[:k]) + k * option.value + option.once
                    for where in combinations(open_, k):
                        key = (
                            tuple(t - option.seconds * (s in where) for s, t in enumerate(seconds)),
                            tuple(p - (s in where) for s, p in enumerate(places)),
                            left - 1,
                            used | {option.exercise},
                        )
                        if following.get(key, (-1, ()))[0] < worth + gain:
                            following[key] = (worth + gain, (*trail, (n, o, where)))
        layer = dict(sorted(following.items(), key=lambda item: -item[1][0])[:300])
    worth, trail = max(layer.values(), key=lambda item: item[0])
    sessions = tuple(
        tuple(
            Placement(problem.needs[n].name, problem.needs[n].options[o].exercise)
            for n, o, where in trail
            if s in where
        )
        for s in range(count)
    )
    return WeekSolution(worth, sessions)
