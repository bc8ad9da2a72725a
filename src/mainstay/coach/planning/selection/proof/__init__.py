"""The proof of what a week can be worth at most, and the week that is worth it.

The worth of a legal week is, over the needs met in k > 0 sessions, the first k worths of the need +
k · value + once. A ceiling that no week exceeds is lowered by prices (:mod:`prices`, :mod:`fillings`), and
windows below it (:mod:`window`) are searched (:mod:`diagram`, :mod:`search`) until a week is found there.
"""

from mainstay.coach.planning.selection.proof.closing import better_week
from mainstay.coach.planning.selection.proof.way import Chosen

__all__ = ["Chosen", "better_week"]
