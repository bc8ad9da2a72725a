"""Answers on the way: kept for this browser until the last screen turns them into one event."""

from typing import Any

from django.http import HttpRequest

Draft = dict[str, Any]


def draft(request: HttpRequest, name: str) -> Draft:
    """Return what has been answered so far."""
    return dict(request.session.get(name, {}))


def keep(request: HttpRequest, name: str, told: Draft, asked: set[str]) -> Draft:
    """Add a screen's answers to the draft; what was asked on it and left open is taken out."""
    kept = {key: value for key, value in draft(request, name).items() if key not in asked} | told
    request.session[name] = kept
    return kept


def forget(request: HttpRequest, name: str) -> None:
    """Drop a draft once it is in the diary."""
    request.session.pop(name, None)
