"""Pages for when something is not there, has expired or has gone wrong. They never blame."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def unknown_host(request: HttpRequest) -> HttpResponse:
    """Say which setting lets the app answer under this name. Nothing of the request is repeated."""
    return HttpResponse(
        "Mainstay does not know this address.\nIf it is yours, name it in MAINSTAY_HOSTS and start again.\n",
        status=400,
        content_type="text/plain",
    )


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that the form has to be opened again; ``reason`` is Django's, for the log alone."""
    return render(request, "faults/expired.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page."""
    return render(request, "faults/missing.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that something went wrong on our side, and that the diary is safe."""
    return render(request, "faults/broken.html", status=500)
