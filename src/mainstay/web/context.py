"""What every page's frame needs to know."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import get_token

TABS = (
    ("today", "Today"),
    ("programme", "Programme"),
    ("library", "Exercises"),
    ("progress", "Progress"),
    ("settings", "Settings"),
)

_WITHIN = {
    "history": "progress",
    "lessons": "library",
    "walk": "today",
    "breaks": "today",
    "habits": "today",
}
"""Pages that stand under a tab though their address does not say so."""


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return the tabs, the one that is open, and whether the page can be signed out of."""
    # Every page brings the cookie of forms. A device that said hello without one would be given another,
    # and the form of a page that was under way just then would seem to come from elsewhere.
    get_token(request)
    first = request.path.strip("/").split("/")[0]
    return {"tabs": TABS, "tab": _WITHIN.get(first, first), "may_sign_out": settings.OPEN}
