"""From what the search and the proof have found to placements that can be read."""

from collections.abc import Iterable, Iterator

from mainstay.coach.planning.selection.beam import Layer, Step
from mainstay.coach.planning.selection.model import Model
from mainstay.coach.planning.selection.problem import Placement, WeekProblem
from mainstay.coach.planning.selection.proof import Chosen
from mainstay.coach.planning.selection.rooms import SHIFT

Sessions = tuple[tuple[Placement, ...], ...]
"""What stands in each session, in the order of the needs."""


def walked(model: Model, layers: tuple[Layer, ...]) -> Sessions:
    """Walk a beam's best trail again from the start, with the real sessions."""
    problem = model.problem
    chosen: list[list[tuple[int, int]]] = [[] for _ in problem.seconds]
    left = model.rooms
    for stage, step in enumerate(_trail(layers)):
        order = _real_order(model, stage, left)
        if step:
            option, where = step
            need = model.stages[stage].need
            for index in where:
                session = order[index]
                chosen[session].append((need, option))
                left[session] -= problem.needs[need].options[option].seconds << SHIFT | 1
    return _placed(problem, chosen)


def _trail(layers: tuple[Layer, ...]) -> Iterator[Step]:
    if not layers or not layers[-1]:
        return iter(())
    state = max(layers[-1], key=lambda key: layers[-1][key][0])
    steps: list[Step] = []
    for layer in reversed(layers[1:]):
        _, state, step = layer[state]
        steps.append(step)
    return reversed(steps)


def _real_order(model: Model, stage: int, left: list[int]) -> list[int]:
    """Return the real sessions in the order in which the state at this stage lists them."""
    useful = model.useful[stage]
    return sorted(range(len(left)), key=lambda session: useful[left[session]], reverse=True)


def listed(problem: WeekProblem, week: Iterable[Chosen]) -> Sessions:
    """List a week that the proof has found."""
    chosen: list[list[tuple[int, int]]] = [[] for _ in problem.seconds]
    for need, option, sessions in week:
        for session in sessions:
            chosen[session].append((need, option))
    return _placed(problem, chosen)


def _placed(problem: WeekProblem, chosen: list[list[tuple[int, int]]]) -> Sessions:
    return tuple(
        tuple([_placement(problem, need, option) for need, option in sorted(session)]) for session in chosen
    )


def _placement(problem: WeekProblem, need: int, option: int) -> Placement:
    return Placement(problem.needs[need].name, problem.needs[need].options[option].exercise)
