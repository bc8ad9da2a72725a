"""The exact search for the best week.

Needs are decided one after the other. A state is what the later ones can still see: time and places left in
each session (sessions that look alike are interchangeable, so they are kept sorted), different exercises
left, and which shared exercises are used. Of all ways into a state only the best is kept. Time that nothing
ahead could fill is cut off, which makes many states one. A state whose bound does not pass the best week
known is dropped.

The search first keeps only the most promising states of each layer. If it had to drop any for that reason
alone, it runs again, wider, with a better week to beat; when nothing was dropped, the answer is proven.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations

from mainstay.coach.planning.selection.bound import Bound, bound_at, first_bound
from mainstay.coach.planning.selection.model import Choice, Model, model_of
from mainstay.coach.planning.selection.problem import Placement, WeekProblem, WeekSolution

_FIRST_WIDTH, _WIDER = 3, 6
_CAUTION = 1e-6
_FRONT = 10

Sessions = tuple[tuple[int, int], ...]
"""Seconds and places left in each session, most first."""
State = tuple[Sessions, int, int]
"""Sessions, different exercises left, shared exercises used."""
Step = tuple[int, tuple[int, ...]] | None
"""The option taken and the sessions (as the state before lists them), or None for leaving the need out."""
Left = tuple[Sessions, int, int]
"""Sessions, and the sums of their seconds and places."""
Layer = dict[State, tuple[int, State, Step]]
"""Worth so far, the state before, and the step from there."""


def best_week(problem: WeekProblem) -> WeekSolution:
    """Return the week of most worth.

    Deterministic: among equal weeks the one that the search meets first wins, which prefers options
    listed first.
    """
    model = model_of(problem)
    bounds = [first_bound(model)]
    best, layers, width = 0, tuple[Layer, ...](), _FIRST_WIDTH
    while True:
        worth, found, proven = _Sweep(model, tuple(bounds), best).run(width)
        if worth > best:
            best, layers = worth, found
        if proven:
            return WeekSolution(best, _placements(model, layers))
        if width > _FIRST_WIDTH:
            bounds.extend(_sharper(model, found))
        width *= _WIDER


def _sharper(model: Model, layers: tuple[Layer, ...]) -> Iterator[Bound]:
    """Yield bounds with prices for where the last sweep was widest: there most states are to be dropped."""
    stages = len(model.stages)
    for stage in (stages // 4, stages // 2, stages * 3 // 4):
        states = layers[stage]
        if states:
            owned = [(*_sums(sessions), distinct) for sessions, distinct, _ in states]
            yield bound_at(model, stage, _mean(owned))


def _sums(sessions: Sessions) -> tuple[int, int]:
    return sum([time for time, _ in sessions]), sum([places for _, places in sessions])


def _mean(owned: list[tuple[int, int, int]]) -> tuple[float, float, float]:
    seconds, places, distinct = (sum(amounts) / len(owned) for amounts in zip(*owned, strict=True))
    return (seconds, places, distinct)


class _Sweep:
    """One pass through the needs, beating a known worth."""

    def __init__(self, model: Model, bounds: tuple[Bound, ...], best: int) -> None:
        self.model = model
        self.bounds = bounds
        # Worths are whole numbers: a state matters only if it can still pass the best by one.
        self.needed = best + 1 - _CAUTION
        self.seen: dict[tuple[Sessions, int, tuple[int, ...]], Left] = {}

    def run(self, width: int) -> tuple[int, tuple[Layer, ...], bool]:
        """Return the best worth found, the layers that lead to it, and whether nothing was left out."""
        start = _start(self.model)
        layer: Layer = {start: (0, start, None)}
        layers, proven = [layer], True
        for stage in range(len(self.model.stages)):
            layer = undominated(self._next(stage, layer))
            if len(layer) > width:
                proven, layer = False, self._narrowed(stage + 1, layer, width)
            layers.append(layer)
        worth = max((entry[0] for entry in layer.values()), default=0)
        return worth, tuple(layers), proven

    def _next(self, stage: int, layer: Layer) -> Layer:
        self.seen = {}
        following: Layer = {}
        choices = self.model.stages[stage].choices
        for state, (worth, _, _) in layer.items():
            sessions, distinct, used = state
            left = self._after(stage + 1, sessions, 0, ())
            self._reach(stage + 1, following, left, distinct, used, worth, state, None)
            if distinct:
                for choice in choices:
                    if not choice.bit & used:
                        self._take(stage + 1, following, state, worth, choice)
        return following

    def _take(self, stage: int, following: Layer, state: State, worth: int, choice: Choice) -> None:
        """Put a choice into every set of sessions that fits and is not the same as another one."""
        sessions, distinct, used = state
        need = choice.seconds
        fits = tuple([i for i, (time, places) in enumerate(sessions) if time >= need and places])
        alike = tuple([sessions[i] == sessions[i - 1] for i in range(1, len(sessions))])
        seconds, places = _sums(sessions)
        for count, gain in enumerate(choice.gains[: len(fits)], start=1):
            gained = worth + gain
            if self._may_win(stage, gained, seconds - count * need, places - count, distinct - 1):
                for where in _ways(alike, fits, count):
                    step = (choice.option, where)
                    after = self._after(stage, sessions, need, where)
                    self._reach(stage, following, after, distinct - 1, used | choice.bit, gained, state, step)

    def _after(self, stage: int, sessions: Sessions, seconds: int, where: tuple[int, ...]) -> Left:
        key = (sessions, seconds, where)
        known = self.seen.get(key)
        if known is None:
            left = [*sessions]
            for index in where:
                time, places = left[index]
                left[index] = (time - seconds, places - 1)
            after = canonical(self.model, stage, left)
            known = self.seen[key] = (after, *_sums(after))
        return known

    def _reach(
        self,
        stage: int,
        following: Layer,
        left: Left,
        distinct: int,
        used: int,
        worth: int,
        before: State,
        step: Step,
    ) -> None:
        """Keep a state of the next layer if it can still win, and is new or better."""
        sessions, seconds, places = left
        if not self._may_win(stage, worth, seconds, places, distinct):
            return
        ahead = len(self.model.stages) - stage
        state = (sessions, min(distinct, ahead), used & self.model.shared_ahead[stage])
        known = following.get(state)
        if known is None or known[0] < worth:
            following[state] = (worth, before, step)

    def _may_win(self, stage: int, worth: int, seconds: int, places: int, distinct: int) -> bool:
        """Whether no bound says that this state leads to nothing better than the best week known."""
        for bound in self.bounds:
            owned = bound.second * seconds + bound.place * places + bound.exercise * distinct
            if worth + owned + bound.ahead[stage] < self.needed:
                return False
        return True

    def _narrowed(self, stage: int, layer: Layer, width: int) -> Layer:
        """Keep the states with the best bounds."""

        def promise(state: State) -> float:
            sessions, distinct, _ = state
            seconds, places = _sums(sessions)
            return layer[state][0] + min(
                [
                    bound.second * seconds
                    + bound.place * places
                    + bound.exercise * distinct
                    + bound.ahead[stage]
                    for bound in self.bounds
                ]
            )

        return {state: layer[state] for state in sorted(layer, key=promise, reverse=True)[:width]}


def undominated(layer: Layer) -> Layer:
    """Drop states that another one beats or equals in every way that the needs ahead can see.

    Sorted sessions are compared one by one: if each of one state has at least the time and places of the
    same one of the other, whatever the other can still do the one can too. Only the best of a kind are
    compared with, so some dominated states stay; that costs time, never the optimum.
    """
    kept: Layer = {}
    fronts: dict[int, list[tuple[Sessions, int]]] = {}
    for state in sorted(layer, key=lambda state: (-layer[state][0], -state[1])):
        sessions, distinct, used = state
        front = fronts.setdefault(used, [])
        if not any(theirs >= distinct and _covers(more, sessions) for more, theirs in front):
            kept[state] = layer[state]
            if len(front) < _FRONT:
                front.append((sessions, distinct))
    return kept


def _covers(more: Sessions, less: Sessions) -> bool:
    for (time, places), (time_needed, places_needed) in zip(more, less, strict=True):
        if time < time_needed or places < places_needed:
            return False
    return True


def _start(model: Model) -> State:
    problem = model.problem
    sessions = tuple(zip(problem.seconds, problem.places, strict=True))
    return (canonical(model, 0, sessions), min(problem.distinct, len(model.stages)), 0)


def canonical(model: Model, stage: int, sessions: Iterable[tuple[int, int]]) -> Sessions:
    """Return sessions as the stages from ``stage`` on see them: no useless time or places, most first."""
    return tuple(sorted((_useful(model, stage, *session) for session in sessions), reverse=True))


def _useful(model: Model, stage: int, seconds: int, places: int) -> tuple[int, int]:
    if places <= 0:
        return (0, 0)
    fillable = model.reachable[stage] & ((2 << max(seconds, 0)) - 1)
    time = fillable.bit_length() - 1
    return (time, min(places, len(model.stages) - stage)) if time > 0 else (0, 0)


@cache
def _ways(alike: tuple[bool, ...], fits: tuple[int, ...], count: int) -> tuple[tuple[int, ...], ...]:
    """Return the sets of ``count`` sessions to try, of those that fit.

    Of sessions that are alike (as ``alike`` says of each and the one before it) only the first ones are
    taken: any other set of them leads to the same state.
    """
    return tuple(
        where
        for where in combinations(fits, count)
        if all(index == 0 or not alike[index - 1] or index - 1 in where for index in where)
    )


def _placements(model: Model, layers: tuple[Layer, ...]) -> tuple[tuple[Placement, ...], ...]:
    """Walk the best trail again from the start, with the real sessions, and list what stands in each."""
    problem = model.problem
    chosen: list[list[tuple[int, int]]] = [[] for _ in problem.seconds]
    left = [*zip(problem.seconds, problem.places, strict=True)]
    for stage, step in enumerate(_trail(layers)):
        order = _real_order(model, stage, left)
        if step:
            option, where = step
            need = model.stages[stage].need
            for index in where:
                session = order[index]
                chosen[session].append((need, option))
                seconds, places = left[session]
                left[session] = (seconds - problem.needs[need].options[option].seconds, places - 1)
    return tuple(tuple(_placed(problem, pair) for pair in sorted(session)) for session in chosen)


def _trail(layers: tuple[Layer, ...]) -> Iterator[Step]:
    if not layers or not layers[-1]:
        return iter(())
    state = max(layers[-1], key=lambda key: layers[-1][key][0])
    steps: list[Step] = []
    for layer in reversed(layers[1:]):
        _, state, step = layer[state]
        steps.append(step)
    return reversed(steps)


def _real_order(model: Model, stage: int, left: list[tuple[int, int]]) -> list[int]:
    """Return the real sessions in the order in which the state at this stage lists them."""
    seen = [_useful(model, stage, seconds, places) for seconds, places in left]
    return sorted(range(len(left)), key=lambda session: seen[session], reverse=True)


def _placed(problem: WeekProblem, pair: tuple[int, int]) -> Placement:
    need, option = pair
    return Placement(problem.needs[need].name, problem.needs[need].options[option].exercise)
