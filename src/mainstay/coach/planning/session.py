"""One sitting: warm-up, activation, strength, stretches, within the person's minutes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mainstay.coach.planning.candidates import Setting, item_today
from mainstay.coach.planning.doses import Item
from mainstay.coach.planning.needs import is_first_day, problem_for, solve
from mainstay.coach.planning.selection import Placement, WeekProblem
from mainstay.coach.planning.warm_up import warm_up
from mainstay.coach.progression import Mode
from mainstay.kernel import Block, Reason


@dataclass(frozen=True, slots=True)
class SessionBlock:
    """One part of a session."""

    block: Block
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """A session as prescribed; ``seconds`` is the sum of its items, at most the person's session time."""

    blocks: tuple[SessionBlock, ...]
    seconds: int

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item, in the order in which it is done."""
        return tuple(item for block in self.blocks for item in block.items)


@dataclass(frozen=True, slots=True)
class Selection:
    """The exercises of a session, and what no exercise of its week could be found for."""

    session: PlannedSession
    missing: tuple[Reason, ...]


def select(setting: Setting, sessions: int, done: int, *, strength: bool) -> Selection:
    """Choose the exercises of a week of equal sessions, and prescribe the next one's for today's mode.

    The sessions take turns: ``done`` is how many there have been before.
    """
    sessions = 1 if is_first_day(setting) else max(1, sessions)
    start = warm_up(setting)
    left = setting.session_seconds - sum(item.seconds for item in start)
    problem = problem_for(setting, sessions, left, strength=strength)
    chosen = solve(problem).sessions
    found = _session(setting, start, chosen[done % len(chosen)])
    return Selection(found, tuple(_missing(setting, problem, found)))


def _missing(setting: Setting, problem: WeekProblem, found: PlannedSession) -> Iterator[Reason]:
    """Yield what nothing could be found for; on a gentle day most is meant to be left out, but not all."""
    if setting.mode is Mode.RELIEF:
        if not found.items:
            yield Reason("nothing-at-all", source="mainstay-product")
        return
    for need in problem.needs:
        if not need.options:
            yield Reason("nothing-fits", (("need", need.name),), "mainstay-product")


def _session(setting: Setting, start: tuple[Item, ...], placements: Iterable[Placement]) -> PlannedSession:
    items = [_prescribed(setting, placement) for placement in placements]
    block_of = {slug: exercise.block for slug, exercise in setting.catalogue.exercises.items()}
    blocks = [SessionBlock(Block.WARM_UP, start)] if start else []
    for block in (Block.ACTIVATION, Block.STRENGTH, Block.STRETCH):
        inside = tuple(item for item in items if block_of[item.exercise] is block)
        if inside:
            blocks.append(SessionBlock(block, inside))
    return PlannedSession(tuple(blocks), sum(item.seconds for block in blocks for item in block.items))


def _prescribed(setting: Setting, placement: Placement) -> Item:
    item = item_today(setting, setting.catalogue.exercises[placement.exercise])
    assert item is not None
    role = Reason("fills-role", (("need", placement.need),), "mainstay-product")
    known = setting.person.progression.ladders.get(placement.exercise)
    keeps = (Reason("in-your-programme", source="mainstay-product"),) if known and known.last_done else ()
    return replace(item, why=(role, *keeps, *item.why))
