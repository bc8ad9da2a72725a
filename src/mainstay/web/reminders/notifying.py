"""What the service worker needs to show a reminder and to hand over its answer."""

from django.templatetags.static import static
from django.urls import reverse

_WORDS = {
    "later": "In an hour",
    "not_today": "Not today",
    "lost": "That did not reach your server. Mainstay opens when you tap here.",
    "name": "Mainstay",
    "something": "Something is planned.",
}


def notifying() -> dict[str, object]:
    """Return addresses and words; nothing of it is personal."""
    return {
        "answer": reverse("reminders-answer"),
        "home": reverse("today"),
        "icon": static("mainstay/icons/192.png"),
        "words": _WORDS,
    }
