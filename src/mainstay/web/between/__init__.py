"""Between sessions: the walk, breaks from sitting, and small habits, each noted with a tap.

The page of the day shows two cards of it: ``between/_walk_card.html`` takes a :class:`WalkCard` as ``walk``,
``between/_breaks_card.html`` a :class:`BreaksCard` as ``breaks``.
"""

from mainstay.web.between.cards import BreaksCard, WalkCard, breaks_card, walk_card
from mainstay.web.between.state import sync_phrases

__all__ = ["BreaksCard", "WalkCard", "breaks_card", "sync_phrases", "walk_card"]
