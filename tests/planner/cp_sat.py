"""The week problem as a CP-SAT model: an independent proof of the optimum, for tests and benchmarks only."""

import itertools

from ortools.sat.python import cp_model

from mainstay.coach.planning.selection import WeekProblem


def week_model(problem: WeekProblem) -> cp_model.CpModel:
    """x[i,o,s]: option o of need i stands in session s; u[i,o]: used; t[i,j]: need i stands > j times."""
    model = cp_model.CpModel()
    sessions = range(len(problem.seconds))
    loads: list[list[tuple[int, cp_model.IntVar]]] = [[] for _ in sessions]
    uses: dict[str, list[cp_model.IntVar]] = {}
    worth: list[tuple[int, cp_model.IntVar]] = []
    for i, need in enumerate(problem.needs):
        times = [model.new_bool_var(f"t{i},{j}") for j in range(min(len(need.worth), len(sessions)))]
        worth += zip(need.worth, times, strict=False)
        used, placed = [], []
        for o, option in enumerate(need.options):
            use = model.new_bool_var(f"u{i},{o}")
            stands = [model.new_bool_var(f"x{i},{o},{s}") for s in sessions]
            for s in sessions:
                model.add_implication(stands[s], use)
                loads[s].append((option.seconds, stands[s]))
                worth.append((option.value, stands[s]))
            model.add(sum(stands) >= use)
            worth.append((option.once, use))
            uses.setdefault(option.exercise, []).append(use)
            used.append(use)
            placed += stands
        model.add_at_most_one(used)
        model.add(sum(placed) == sum(times))
        for fewer, more in itertools.pairwise(times):
            model.add_implication(more, fewer)
    for using in uses.values():
        model.add_at_most_one(using)
    for s, load in enumerate(loads):
        model.add(sum(seconds * x for seconds, x in load) <= problem.seconds[s])
        model.add(sum(x for _, x in load) <= problem.places[s])
    model.add(sum(use for using in uses.values() for use in using) <= problem.distinct)
    model.maximize(sum(points * x for points, x in worth))
    return model


def cp_sat_worth(problem: WeekProblem) -> int:
    """The optimum, proven; one worker, with the linear relaxation that made it fastest in our trials."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    status = solver.solve(week_model(problem))
    assert status == cp_model.OPTIMAL, solver.status_name(status)
    return round(solver.objective_value)
