"""Phrases filled here, where the browser has nothing left to fill."""

from collections.abc import Iterable

from mainstay.catalogue import Catalogue
from mainstay.kernel import Reason
from mainstay.words import phrases_in, reason_text


def said(key: str, **values: object) -> str:
    """Return a phrase with its holes filled; raise KeyError where the words have none of this key."""
    text = phrases_in()[key]
    return text.format(**values) if values else text


def reasons_said(catalogue: Catalogue, reasons: Iterable[Reason]) -> list[str]:
    """Return reasons in words, each once."""
    return list(dict.fromkeys(reason_text(catalogue, reason) for reason in reasons))
