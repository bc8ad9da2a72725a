"""The words of the player: one flat table, keys with dots, holes filled where they are shown."""

from collections.abc import Mapping
from functools import cache

from mainstay.words.vocabulary import ENGLISH, words_in


@cache
def phrases_in(language: str = ENGLISH) -> Mapping[str, str]:
    """Return every phrase by its key, such as ``answer.stop.title``."""
    return words_in(language).table("player")
