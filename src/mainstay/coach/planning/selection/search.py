"""The exact search for the best week.

Needs are decided one after the other. A state is what the later ones can still see: time and places left in
each session (sessions that look alike are interchangeable, so they are kept sorted), different exercises
left, and which shared exercises are used. Of all ways into a state only the best is kept. Time that nothing
ahead could fill is cut off, which makes many states one. A state whose bound does not pass the best week
known is dropped.

The search first keeps only the most promising states of each layer. If it had to drop any for that reason
alone, it runs again, wider, with a better week to beat; when nothing was dropped, the answer is proven.
"""

from collections.abc import Iterator
from itertools import combinations

from mainstay.coach.planning.selection.bound import Bound, bounds_of
from mainstay.coach.planning.selection.model import Choice, Model, model_of
from mainstay.coach.planning.selection.problem import Placement, WeekProblem, WeekSolution

_FIRST_WIDTH, _WIDER = 24, 12
_CAUTION = 1e-6

Sessions = tuple[tuple[int, int], ...]
"""Seconds and places left in each session, most first."""
State = tuple[Sessions, int, int]
"""Sessions, different exercises left, shared exercises used."""
Step = tuple[int, tuple[int, ...]] | None
"""The option taken and the sessions (as the state before lists them), or None for leaving the need out."""
Layer = dict[State, tuple[int, State, Step]]
"""Worth so far, the state before, and the step from there."""


def best_week(problem: WeekProblem) -> WeekSolution:
    """Return the week of most worth.

    Deterministic: among equal weeks the one that the search meets first wins, which prefers options
    listed first.
    """
    model = model_of(problem)
    bounds = bounds_of(model)
    best, layers, width = 0, tuple[Layer, ...](), _FIRST_WIDTH
    while True:
        worth, found, proven = _Sweep(model, bounds, best).run(width)
        if worth > best:
            best, layers = worth, found
        if proven:
            return WeekSolution(best, _placements(model, layers))
        width *= _WIDER


class _Sweep:
    """One pass through the needs, beating a known worth."""

    def __init__(self, model: Model, bounds: tuple[Bound, ...], best: int) -> None:
        self.model = model
        self.bounds = bounds
        self.best = best
        self.seen: dict[tuple[Sessions, int, tuple[int, ...]], Sessions] = {}

    def run(self, width: int) -> tuple[int, tuple[Layer, ...], bool]:
        """Return the best worth found, the layers that lead to it, and whether nothing was left out."""
        start = _start(self.model)
        layer: Layer = {start: (0, start, None)}
        layers, proven = [layer], True
        for stage in range(len(self.model.stages)):
            layer = self._next(stage, layer)
            if len(layer) > width:
                proven, layer = False, self._narrowed(stage + 1, layer, width)
            layers.append(layer)
        worth = max((entry[0] for entry in layer.values()), default=0)
        return worth, tuple(layers), proven

    def _next(self, stage: int, layer: Layer) -> Layer:
        self.seen = {}
        following: Layer = {}
        for state, (worth, _, _) in layer.items():
            sessions, distinct, used = state
            self._reach(stage, following, (sessions, distinct, used), worth, state, None)
            for choice in self.model.stages[stage].choices if distinct else ():
                if not choice.bit & used:
                    self._take(stage, following, state, worth, choice)
        return following

    def _take(self, stage: int, following: Layer, state: State, worth: int, choice: Choice) -> None:
        """Put a choice into every set of sessions that fits and is not the same as another one."""
        sessions, distinct, used = state
        fits = [i for i, (time, places) in enumerate(sessions) if time >= choice.seconds and places]
        seconds, places = sum(time for time, _ in sessions), sum(places for _, places in sessions)
        for count in range(1, min(len(fits), len(choice.gains)) + 1):
            gained = worth + choice.gains[count - 1]
            if not self._may_win(
                stage + 1, gained, seconds - count * choice.seconds, places - count, distinct - 1
            ):
                continue
            for where in combinations(fits, count):
                if _is_first_of_its_like(sessions, where):
                    after = self._after(stage + 1, sessions, choice.seconds, where)
                    reached = (after, distinct - 1, used | choice.bit)
                    self._reach(stage, following, reached, gained, state, (choice.option, where))

    def _after(self, stage: int, sessions: Sessions, seconds: int, where: tuple[int, ...]) -> Sessions:
        key = (sessions, seconds, where)
        known = self.seen.get(key)
        if known is None:
            left = [*sessions]
            for index in where:
                time, places = left[index]
                left[index] = (time - seconds, places - 1)
            known = self.seen[key] = canonical(self.model, stage, tuple(left))
        return known

    def _reach(
        self, stage: int, following: Layer, reached: State, worth: int, before: State, step: Step
    ) -> None:
        """Keep a state of the next layer if it is new or better, and can still win."""
        sessions, distinct, used = reached
        ahead = len(self.model.stages) - stage - 1
        if step is None:
            sessions = self._after(stage + 1, sessions, 0, ())
        state = (sessions, min(distinct, ahead), used & self.model.shared_ahead[stage + 1])
        known = following.get(state)
        if known is not None and known[0] >= worth:
            return
        seconds, places = sum(time for time, _ in sessions), sum(places for _, places in sessions)
        if self._may_win(stage + 1, worth, seconds, places, state[1]):
            following[state] = (worth, before, step)

    def _may_win(self, stage: int, worth: int, seconds: int, places: int, distinct: int) -> bool:
        """Whether a state could lead to a week worth more than the best known; worths are whole numbers."""
        needed = self.best + 1 - _CAUTION
        for bound in self.bounds:
            left = bound.second * seconds + bound.place * places + bound.exercise * distinct
            if worth + left + bound.ahead[stage] < needed:
                return False
        return True

    def _narrowed(self, stage: int, layer: Layer, width: int) -> Layer:
        bound = self.bounds[0]

        def promise(state: State) -> float:
            sessions, distinct, _ = state
            priced = sum(bound.second * time + bound.place * places for time, places in sessions)
            return -(layer[state][0] + priced + bound.exercise * distinct + bound.ahead[stage])

        return {state: layer[state] for state in sorted(layer, key=promise)[:width]}


def _start(model: Model) -> State:
    problem = model.problem
    sessions = tuple(zip(problem.seconds, problem.places, strict=True))
    return (canonical(model, 0, sessions), min(problem.distinct, len(model.stages)), 0)


def canonical(model: Model, stage: int, sessions: Sessions) -> Sessions:
    """Return sessions as the stages from ``stage`` on see them: no useless time or places, most first."""
    return tuple(sorted((_useful(model, stage, *session) for session in sessions), reverse=True))


def _useful(model: Model, stage: int, seconds: int, places: int) -> tuple[int, int]:
    if places <= 0:
        return (0, 0)
    fillable = model.reachable[stage] & ((2 << max(seconds, 0)) - 1)
    time = fillable.bit_length() - 1
    return (time, min(places, len(model.stages) - stage)) if time > 0 else (0, 0)


def _is_first_of_its_like(sessions: Sessions, where: tuple[int, ...]) -> bool:
    """Of equal sessions only the first ones are taken: any other set of them leads to the same state."""
    return all(index == 0 or sessions[index] != sessions[index - 1] or index - 1 in where for index in where)


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
