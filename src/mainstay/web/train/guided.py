"""The shell of the guided session: one page without anything personal, in which a whole session happens."""

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from mainstay.kernel import Symptom
from mainstay.web.forms import SCALE
from mainstay.web.middleware import permissions
from mainstay.words import effort_word, pain_word, phrases_in, symptom_text

_ELSEWHERE = ("answer.", "gate.", "rest.", "say.", "session.", "when.")
"""The phrases of the terminal, and those that reach the browser filled, in a packet."""


@require_safe
def guided(request: HttpRequest) -> HttpResponse:
    """Give the page; what it shows comes from the packet of the day that its scripts have on the device."""
    # As every page does: see ``mainstay.web.context``, which this page is made without.
    get_token(request)
    page = HttpResponse(shell())
    # For a spoken “done”, which the device understands by itself.
    page.headers["Permissions-Policy"] = permissions(microphone=True)
    return page


def shell() -> str:
    """Return the page; it is the same for everybody."""
    return render_to_string("train/guided.html", {"phrases": phrases()})


def phrases() -> dict[str, str]:
    """Return every word of the player by its key, those of the scales and the symptoms among them."""
    return {
        **{key: text for key, text in phrases_in().items() if not key.startswith(_ELSEWHERE)},
        **{f"pain.{number}": pain_word(number) for number in SCALE},
        **{f"effort.{number}": effort_word(number) for number in SCALE},
        **{f"symptom.{symptom.value}": symptom_text(symptom) for symptom in Symptom},
    }
