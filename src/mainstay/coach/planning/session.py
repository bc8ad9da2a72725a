"""One sitting: warm-up, activation, strength, stretches, within the person's minutes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mainstay.coach.planning.candidates import Setting, item_today
from mainstay.coach.planning.doses import Item
from mainstay.coach.planning.needs import is_first_day, problem_for, solve
from mainstay.coach.planning.selection import Placement
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
    """The exercises of a week's sessions, and what no exercise could be found for."""

    sessions: tuple[PlannedSession, ...]
    missing: tuple[Reason, ...]


def select(setting: Setting, sessions: int, *, strength: bool) -> Selection:
    """Choose the exercises of a week of equal sessions, and prescribe each for today's mode."""
    sessions = 1 if is_first_day(setting) else max(1, sessions)
    start = warm_up(setting)
    left = setting.session_seconds - sum(item.seconds for item in start)
    problem = problem_for(setting, sessions, left, strength=strength)
    chosen = solve(problem).sessions
    gentle = setting.mode is Mode.RELIEF  # where most exercises are meant to be left out
    missing = (need.name for need in problem.needs if not need.options and not gentle)
    return Selection(
        tuple(_session(setting, start, placements) for placements in chosen),
        tuple(Reason("nothing-fits", (("need", name),), "mainstay-product") for name in missing),
    )


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
