"""What every page's frame needs to know."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

TABS = (
    ("today", "Today"),
    ("programme", "Programme"),
    ("library", "Exercises"),
    ("history", "History"),
    ("settings", "Settings"),
)


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return the tabs, the one that is open, and whether the page can be signed out of."""
    return {"tabs": TABS, "tab": request.path.strip("/").split("/")[0], "may_sign_out": settings.OPEN}
