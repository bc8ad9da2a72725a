"""The sheet that a chart is drawn on: a standalone SVG with a title and a description."""

from hashlib import sha256
from html import escape

from mainstay.charts.mark import Ink
from mainstay.charts.paint import Theme, font, stylesheet
from mainstay.charts.view import View

_LETTER = 0.57
"""The mean width of a letter as a share of the type's size."""


def document(view: View, inside: str, height: float, title: str, told: str) -> str:
    """Return the SVG. ``told`` says in a sentence or two what is to be seen."""
    key = "c" + sha256(f"{view.size.width}{title}{inside}".encode()).hexdigest()[:8]
    style = f"<style>{stylesheet('.chart')}</style>" if view.theme is Theme.AUTO else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {view.size.width} {height:.0f}"'
        f' role="img" aria-labelledby="{key}-t {key}-d" font-family="{font(view.theme)}"'
        f' font-size="{view.size.type}"><title id="{key}-t">{escape(title)}</title>'
        f'<desc id="{key}-d">{escape(told)}</desc>{style}{inside}</svg>'
    )


def ink_of(view: View) -> Ink:
    """Return the pen of a view."""
    return Ink(view.theme, view.size.type)


def text_width(view: View, text: str) -> float:
    """Return about how wide a line of words is."""
    return len(text) * view.size.type * _LETTER


def shortened(view: View, text: str, width: float) -> str:
    """Return a text that fits a width, with an ellipsis where it had to be cut."""
    letters = int(width / (view.size.type * _LETTER))
    return text if len(text) <= letters else f"{text[: max(letters - 1, 1)].rstrip()}…"
