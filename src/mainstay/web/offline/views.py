"""The service worker and the app's manifest. Both are asked for without a login and tell nothing personal."""

import json

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from mainstay.web.lessons.book import book_figures
from mainstay.web.offline.files import file_of
from mainstay.web.offline.keeping import keep_version, kept
from mainstay.web.reminders.notifying import notifying

_WORKER = ("mainstay/js/worker.js", "mainstay/js/reminders/push.js")
_PAPER, _ACCENT = "#faf6ef", "#a6461d"
_ICONS = (("192", 192, "any"), ("512", 512, "any"), ("maskable", 512, "maskable"))


@login_not_required
@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """Give the service worker: what to keep and the version's name, and behind them the code.

    It is asked for at the top, because a worker serves the addresses below its own.
    """
    told = {
        "version": keep_version(),
        "keep": kept(),
        "shell": reverse("train:guided"),
        "book": reverse("lesson-book"),
        "pictures": book_figures(),
        "reminders": notifying(),
    }
    code = "\n".join(file_of(name).read_text(encoding="utf-8") for name in _WORKER)
    text = f"const MAINSTAY = {json.dumps(told)};\n{code}"
    # The browser asks each time whether there is another version.
    return HttpResponse(text, content_type="text/javascript", headers={"Cache-Control": "no-cache"})


@login_not_required
@require_safe
def manifest(request: HttpRequest) -> JsonResponse:
    """Say how the app is installed."""
    told = {
        "id": "/",
        "name": "Mainstay",
        "short_name": "Mainstay",
        "description": "A coach for a strong lower back",
        "lang": "en-GB",
        "start_url": reverse("today"),
        "scope": "/",
        "display": "standalone",
        "background_color": _PAPER,
        "theme_color": _ACCENT,
        "categories": ["health", "fitness"],
        "icons": [_icon(*icon) for icon in _ICONS],
        "shortcuts": [{"name": "Train now", "url": reverse("train:guided")}],
    }
    headers = {"Cache-Control": "no-cache"}
    return JsonResponse(told, content_type="application/manifest+json", headers=headers)


def _icon(name: str, size: int, purpose: str) -> dict[str, str]:
    address = static(f"mainstay/icons/{name}.png")
    return {"src": address, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
