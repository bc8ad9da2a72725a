"""Today's session in a few words: how long, what for, what is new, and a picture of its main exercises."""

from collections.abc import Mapping
from dataclasses import dataclass

from mainstay.catalogue import Catalogue
from mainstay.coach import PlannedSession
from mainstay.kernel import Block
from mainstay.web.day.lines import LineView, SessionView, session_view
from mainstay.words import need_text

_FILLS = "fills-role"
_SHOWN = 4
"""As many pictures as stand side by side on a phone."""
_ASIDE = (Block.WARM_UP.value, Block.STRETCH.value)


@dataclass(frozen=True, slots=True)
class SessionCard:
    """The session for a card; ``whole`` has every line, ``news`` a sentence for each that changed."""

    whole: SessionView
    shown: tuple[LineView, ...]
    needs: tuple[str, ...]
    news: tuple[tuple[str, str], ...]


def session_card(catalogue: Catalogue, session: PlannedSession, changes: Mapping[str, str]) -> SessionCard:
    """Return the card of a session; ``changes`` are sentences by exercise."""
    whole = session_view(catalogue, session, changes)
    lines = [line for block in whole.blocks if block.slug != Block.WARM_UP.value for line in block.lines]
    main = [line for block in whole.blocks if block.slug not in _ASIDE for line in block.lines]
    strength = [line for line in lines if line.slug in _of(session, Block.STRENGTH)]
    return SessionCard(
        whole=whole,
        shown=tuple((strength + [line for line in main if line not in strength] or lines)[:_SHOWN]),
        needs=_needs(session),
        news=tuple((line.name, line.change) for line in lines if line.change),
    )


def _of(session: PlannedSession, block: Block) -> frozenset[str]:
    return frozenset(item.exercise for part in session.blocks if part.block is block for item in part.items)


def _needs(session: PlannedSession) -> tuple[str, ...]:
    """Return what the session's strength is for, or all of it where it has none; each once."""
    parts = [part for part in session.blocks if part.block is Block.STRENGTH] or session.blocks
    fills = (why for part in parts for item in part.items for why in item.why if why.code == _FILLS)
    return tuple(dict.fromkeys(need_text(str(dict(why.numbers)["need"])).lower() for why in fills))
