"""The addresses that a packet points to."""

from django.urls import reverse

from mainstay.guide.links import Links
from mainstay.web.library.pictures import address

_VIEWS = {"frames": "frames", "still": "picture", "storyboard": "storyboard"}


def links() -> Links:
    """Return the addresses of this server's pages and pictures."""
    return Links(reverse("home"), reverse("safety-start"), reverse("safety-result"), _picture)


def _picture(kind: str, exercise: str, rung: str) -> str:
    return address(_VIEWS[kind], exercise, rung)
