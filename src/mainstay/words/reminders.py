"""The words of reminders: what arrives, and why something did not."""

from collections.abc import Mapping

from mainstay.words.template import Filler
from mainstay.words.vocabulary import ENGLISH, words_in


def reminder_text(path: str, values: Mapping[str, object] | None = None, language: str = ENGLISH) -> str:
    """Return a text of reminders, such as ``session.title``: the first form that can be filled."""
    words = words_in(language)
    return Filler(words).first(words.choices("reminders", *path.split(".")), values or {})
