"""Addresses under ``/api/v1/``."""

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver

from mainstay.web.api.device import device
from mainstay.web.api.documents import documents
from mainstay.web.api.door import api

api.add_router("", device)
api.add_router("", documents)


def addresses() -> tuple[list[URLResolver | URLPattern], str, str]:
    """Return the API's addresses. It asks for a login itself: a program has no use for the page that does."""
    patterns, app, namespace = api.urls
    for pattern in patterns:
        if pattern.callback:
            login_not_required(pattern.callback)
    return patterns, app, namespace
