"""A planned session for a page: blocks, lines and their reasons in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mainstay.catalogue import Catalogue
from mainstay.coach import Item, PlannedSession
from mainstay.kernel import Block, Reason
from mainstay.words import block_text, dose_text, minutes_text, reason_text


@dataclass(frozen=True, slots=True)
class LineView:
    """One exercise of a session. ``change`` says what is new about it since it was done last."""

    slug: str
    rung: str
    name: str
    version: str
    dose: str
    why: tuple[str, ...]
    change: str = ""


@dataclass(frozen=True, slots=True)
class BlockView:
    """A part of the session. ``why`` is told once where all its lines are there for the same reasons."""

    slug: str
    name: str
    time: str
    lines: tuple[LineView, ...]

    @property
    def why(self) -> tuple[str, ...]:
        """The reasons that the lines share, if they share all of them."""
        shared = {line.why for line in self.lines}
        return shared.pop() if len(shared) == 1 and len(self.lines) > 1 else ()


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session: whole minutes, how many exercises beside the warm-up, and its parts."""

    minutes: int
    exercises: int
    blocks: tuple[BlockView, ...]

    @property
    def names(self) -> str:
        """The exercises beside the warm-up, for one line."""
        return ", ".join(
            line.name for block in self.blocks if block.slug != "warm-up" for line in block.lines
        )


def session_view(
    catalogue: Catalogue, session: PlannedSession, changes: Mapping[str, str] | None = None
) -> SessionView:
    """Return a session in words; ``changes`` are sentences by exercise."""
    blocks = tuple(
        BlockView(
            block.block.value,
            block_text(block.block),
            minutes_text(sum(item.seconds for item in block.items)),
            tuple(_line(catalogue, item, (changes or {}).get(item.exercise, "")) for item in block.items),
        )
        for block in session.blocks
    )
    count = sum(len(block.items) for block in session.blocks if block.block is not Block.WARM_UP)
    return SessionView(-(-session.seconds // 60), count, blocks)


def _line(catalogue: Catalogue, item: Item, change: str) -> LineView:
    exercise = catalogue.exercises[item.exercise]
    return LineView(
        slug=item.exercise,
        rung=item.rung,
        name=exercise.name,
        version=exercise.rung(item.rung).name if len(exercise.rungs) > 1 else "",
        dose=dose_text(item),
        why=reason_texts(catalogue, item.why),
        change=change,
    )


def reason_texts(catalogue: Catalogue, reasons: Iterable[Reason]) -> tuple[str, ...]:
    """Return reasons in words, each once."""
    return tuple(dict.fromkeys(reason_text(catalogue, reason) for reason in reasons))
