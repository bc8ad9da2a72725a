"""Choosing a week's exercises: the problem, and its proven best answer."""

from mainstay.coach.planning.selection.problem import (
    Need,
    Option,
    Placement,
    WeekProblem,
    WeekSolution,
)
from mainstay.coach.planning.selection.search import best_week

__all__ = ["Need", "Option", "Placement", "WeekProblem", "WeekSolution", "best_week"]
