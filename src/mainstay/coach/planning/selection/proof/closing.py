"""The proof: from quick prices to sharp ones, from narrow windows to wider ones, until no gap is left.

A ceiling, which no week exceeds, falls; a floor, the worth of the best week found, rises; when they meet,
that week is proven best. A window asks: is any week worth at least this target? Looking for weeks near
the ceiling cuts almost everything away, so the answer is quick; if it is no, the ceiling falls to just
below the target, and the next window is wider. So the work hardly depends on luck in finding a good week
early.
"""

from typing import NamedTuple

from mainstay.coach.planning.selection.problem import WeekProblem
from mainstay.coach.planning.selection.proof.diagram import Diagram, undecided
from mainstay.coach.planning.selection.proof.record import Record
from mainstay.coach.planning.selection.proof.reduce import Reduced, reduced
from mainstay.coach.planning.selection.proof.stage import Stage, quick_stage, sharp_stage
from mainstay.coach.planning.selection.proof.way import Chosen
from mainstay.coach.planning.selection.proof.window import Window

GLANCE = 12
"""States a layer of the first searches, which only look for a good week…"""
GLANCES = 64, 16, 1
"""… within this share of the ceiling below it, one after the other until there is one."""
LARGE = 4_000
"""A diagram of more nodes, or a search of more states, is hard: look again, and widen with care."""
LOOK = 50
"""States a layer of that look."""
WIDER = 64
"""How many times more states a search may keep when it had to leave some out."""


class Effort(NamedTuple):
    """How far to go at one kind of prices."""

    share: float
    """The first window spans this share of the gap between floor and ceiling."""
    nodes: int
    """The largest diagram to work through."""
    width: int
    """States a layer of a search."""
    stubborn: bool
    """Whether to widen a search that had to leave states out, rather than to give up."""


QUICK = Effort(share=0.5, nodes=3_000, width=400, stubborn=False)
SHARP = Effort(share=0.0625, nodes=16_000, width=1_000, stubborn=True)


def better_week(problem: WeekProblem, floor: int) -> tuple[int, tuple[Chosen, ...]]:
    """Return what the best week is worth, and that week where it is worth more than ``floor``.

    ``floor`` is the worth of a week that is known. Needs left out are not listed.
    """
    small = reduced(problem)
    record = Record(small, floor)
    if small.distinct and not record.proven:
        _close(record, small)
    return record.floor, record.best


def _close(record: Record, problem: Reduced) -> None:
    """Let floor and ceiling meet."""
    stage = quick_stage(problem, problem.rows, None)
    record.lower(stage.whole.ceiling())
    _glance(record, stage)
    for effort in (QUICK, SHARP):
        rows = record.better(stage)
        if record.proven:
            break
        if effort is QUICK:
            stage = quick_stage(problem, rows, stage)
        else:
            stage = sharp_stage(problem, rows, stage, record.next)
        record.lower(stage.whole.ceiling())
        _Closing(record, stage, effort).run()


def _glance(record: Record, stage: Stage) -> None:
    """Look for a good week: near the ceiling first, then anywhere."""
    for share in GLANCES:
        goal = record.ceiling - record.ceiling // share
        goal = max(record.next, goal - goal % record.step)
        window = record.within(stage, goal)
        if window:
            record.search(window, undecided(window), goal, GLANCE)
        if record.best or goal == record.next:
            return


class _Closing:
    """Closing the gap between floor and ceiling at the prices of one stage."""

    def __init__(self, record: Record, stage: Stage, effort: Effort) -> None:
        self._record = record
        self._stage = stage
        self._effort = effort
        self._level = stage.level(record.problem)
        self._nodes = effort.nodes
        """The largest diagram to work through, for now."""
        self._size = 0
        """The nodes of the last diagram."""
        self._stride = 0
        """How far below the ceiling to search next, within a window."""
        self._looked = False

    def run(self) -> None:
        """Open wider and wider windows until the gap is closed, or the effort does not suffice."""
        record = self._record
        top = record.ceiling
        settled, gap = -record.step, int((top - record.floor) * self._effort.share)
        gap -= gap % record.step
        while not record.proven:
            if self._settle(max(record.next, top - gap)):
                settled, gap = gap, self._grown(gap, max(self._size, record.searched))
                self._nodes = max(self._nodes, 4 * self._size)
            elif self._effort.stubborn:
                gap = self._narrower(settled, gap)
            else:
                return

    def _grown(self, gap: int, size: int) -> int:
        """Double, or add half if the last step was large: three times the work may do, rather than nine."""
        gap += max(self._record.step, gap // 2 if size > LARGE else gap)
        return gap - gap % self._record.step

    def _narrower(self, settled: int, gap: int) -> int:
        """The middle between a window that is settled and one that is too large, as long as there is one."""
        narrower = settled + (gap - settled) // 2
        narrower -= narrower % self._record.step
        if narrower > settled:
            return narrower
        self._nodes *= 8
        return gap

    def _settle(self, target: int) -> bool:
        """Find the best of the weeks worth the target, or lower the ceiling below it; or give up."""
        record = self._record
        window = record.within(self._stage, target)
        self._size = 0
        if window:
            merged = self._stage.merged(window, self._level)
            diagram = Diagram(window, merged, target, self._nodes)
            self._size = diagram.size
            if self._size > LARGE:
                self._look()
            if not diagram.whole:
                return False
            record.lower(max(diagram.ceiling, target - record.step))
            if not self._exhaust(window, diagram, target):
                return False
        record.lower(target - record.step)
        return True

    def _look(self) -> None:
        """Look once for a better week at these prices: the better it is, the less there is to prove."""
        window = None if self._looked else self._record.within(self._stage, self._record.next)
        self._looked = True
        if window:
            self._record.search(window, undecided(window), self._record.next, LOOK)

    def _exhaust(self, window: Window, diagram: Diagram, target: int) -> bool:
        """Search all weeks worth the target, in strides from the ceiling down; or give up."""
        record = self._record
        width = self._effort.width
        while record.ceiling >= max(target, record.next):
            goal = max(target, record.next, record.ceiling - self._stride)
            if record.search(window, diagram.root, goal, width):
                self._stride = self._grown(self._stride, record.searched)
                width = self._effort.width
            elif self._effort.stubborn:
                width *= WIDER
            else:
                return False
        return True
