"""Colours of the charts: variables that a page sets, or plain values for print and for a lone picture."""

from enum import StrEnum


class Theme(StrEnum):
    """How a chart gets its colours.

    ``page`` takes the page's ``--chart-*`` variables and needs no style element, so that it may stand in a
    page whose policy forbids one; ``auto`` stands alone and follows the reader's system; ``light``, ``dark``
    and ``print`` are fixed.
    """

    PAGE = "page"
    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"
    PRINT = "print"


LIGHT = {
    "ink": "#27221c",
    "soft": "#5d5448",
    "line": "#e2d6c2",
    "strong": "#8d8170",
    "accent": "#a6461d",
    "second": "#2a654a",
    "range": "#dcae93",
    "band": "#efe4d0",
    "paper": "#fffdf9",
}
DARK = {
    "ink": "#f3ece1",
    "soft": "#beb3a3",
    "line": "#3f382e",
    "strong": "#92866f",
    "accent": "#f0a27b",
    "second": "#9fd3b4",
    "range": "#8a5a40",
    "band": "#3b342a",
    "paper": "#231f1a",
}
PRINT = LIGHT | {"line": "#d9d4cb", "band": "#ececea", "paper": "#ffffff"}

_FIXED = {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.PRINT: PRINT}
_SANS = "system-ui,-apple-system,'Segoe UI','Liberation Sans',sans-serif"
_PRINTED = "'Libertinus Serif',serif"


def colour(name: str, theme: Theme) -> str:
    """Return a named colour as the value of an SVG attribute."""
    fixed = _FIXED.get(theme)
    return fixed[name] if fixed else f"var(--chart-{name},{LIGHT[name]})"


def font(theme: Theme) -> str:
    """Return the fonts of the words: those of the PDF's own set in print, else the system's."""
    return _PRINTED if theme is Theme.PRINT else _SANS


def stylesheet(selector: str = ":root") -> str:
    """Return CSS that gives every ``--chart-*`` variable its light and its dark value."""
    light, dark = (";".join(f"--chart-{n}:{v}" for n, v in values.items()) for values in (LIGHT, DARK))
    return f"{selector}{{{light}}}@media(prefers-color-scheme:dark){{{selector}{{{dark}}}}}"
