"""What is known so far about the best week: the best one found, and what no week exceeds."""

from math import gcd

from mainstay.coach.planning.selection.proof.diagram import Node
from mainstay.coach.planning.selection.proof.reduce import Reduced, Row
from mainstay.coach.planning.selection.proof.search import Search
from mainstay.coach.planning.selection.proof.stage import Stage
from mainstay.coach.planning.selection.proof.way import Chosen, chosen
from mainstay.coach.planning.selection.proof.window import Window, narrowed


class Record:
    """A floor, the worth of the best week known, and a ceiling; they only move towards each other."""

    def __init__(self, problem: Reduced, floor: int) -> None:
        self.problem = problem
        self.step = gcd(*[gain for row in problem.rows for item in row.items for _, gain in item.gains])
        """Every week's worth is a multiple of this; 0 where nothing can be placed."""
        # A week that uses what was reduced away may be worth an odd amount; then there is a better one.
        self.floor = floor - floor % self.step if self.step else 0
        self.ceiling = sum([max([g for item in row.items for _, g in item.gains]) for row in problem.rows])
        self.best: tuple[Chosen, ...] = ()
        """The best week found; none as long as there is no better one than that known from the start."""
        self.searched = 0
        """How many states the last search extended."""

    @property
    def proven(self) -> bool:
        """Whether the best week found is proven best."""
        return self.floor >= self.ceiling

    @property
    def next(self) -> int:
        """The least that a better week is worth."""
        return self.floor + self.step

    def lower(self, most: float) -> None:
        """Note that no week is worth more than this, unless it has been found already."""
        ceiling = int(most)
        self.ceiling = max(self.floor, min(self.ceiling, ceiling - ceiling % self.step))

    def better(self, stage: Stage) -> list[Row]:
        """Return the choices that can be part of a better week; if there are none, the best is proven."""
        rows = narrowed(stage.whole, self.next)
        if not rows:
            self.lower(self.floor)
        return rows

    def within(self, stage: Stage, target: int) -> Window | None:
        """Return the window of the weeks worth the target; none if the bounds alone rule them out."""
        rows = narrowed(stage.whole, target)
        window = stage.window(self.problem, rows)
        return window if rows and window.ceiling() >= target else None

    def search(self, window: Window, root: Node, goal: int, width: int) -> bool:
        """Search the weeks worth the goal once; return whether that left nothing out.

        A week found raises the floor; if nothing was left out, no other is better, and the ceiling falls.
        """
        found = Search(window, goal, self.step, self.ceiling).run(root, width)
        self.searched = found.size
        if found.way:
            self.floor = found.worth
            self.best = chosen(window, self.problem, found.way)
        if found.whole:
            self.lower(max(self.floor, goal - self.step))
        return found.whole
