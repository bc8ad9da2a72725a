"""Colours: CSS variables with a light and a dark set, or plain values for print and PDF."""

from enum import StrEnum


class Theme(StrEnum):
    """``auto`` follows the page's ``--figure-*`` variables and the reader's system; the others are fixed."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


LIGHT = {
    "skin": "#dda582", "skin-far": "#c8a18a", "top": "#4c9a92", "top-far": "#7fada7",
    "legs": "#35495e", "legs-far": "#6b7c8d", "shoe": "#f4f0e8", "shoe-far": "#dbd8d0",
    "hair": "#53382c", "ear": "#c98f6d", "ink": "#3a2a24", "edge": "#1d2b36",
    "mat": "#dfe7e2", "mat-side": "#c6d2cb", "wood": "#c9a97f", "wood-side": "#a98a63", "wall": "#e6e2da",
    "wall-side": "#d2cdc2", "steel": "#6b737b", "band": "#c2456b", "ghost": "#8fa0ad",
    "glow": "#ff6a3d", "arrow": "#c2410c", "spine": "#fff6d8", "text": "#35495e",
}  # fmt: skip
DARK = LIGHT | {
    "skin": "#d9a07c", "skin-far": "#9c7a66", "top": "#58aea4", "top-far": "#3f7a74",
    "legs": "#7e95ad", "legs-far": "#55677a", "shoe": "#eae6dd", "shoe-far": "#9e9b94",
    "hair": "#7a5645", "ear": "#bd8461", "edge": "#0a1116", "mat": "#2a353c", "mat-side": "#1f282e",
    "wood": "#8d7453", "wood-side": "#6d593e", "wall": "#2d343a", "wall-side": "#23292e", "steel": "#a3adb5",
    "band": "#e0688c", "ghost": "#8496a3", "glow": "#ff8a5c", "arrow": "#ffb088", "text": "#d5dee6",
}  # fmt: skip


def fill(colour: str, theme: Theme) -> str:
    """Return the attribute that fills a shape with a named colour."""
    return f'class="f-{colour}"' if theme is Theme.AUTO else f'fill="{value(colour, theme)}"'


def value(colour: str, theme: Theme) -> str:
    """Return a named colour as a CSS value."""
    if theme is Theme.AUTO:
        return f"var(--figure-{colour},var(--f-{colour}))"
    return (DARK if theme is Theme.DARK else LIGHT)[colour]


def style(theme: Theme, used: set[str]) -> str:
    """Return the style element that an ``auto`` picture carries, for the colours that it uses."""
    if theme is not Theme.AUTO:
        return ""
    names = sorted(used)
    light = ";".join(f"--f-{n}:{LIGHT[n]}" for n in names)
    dark = ";".join(f"--f-{n}:{DARK[n]}" for n in names if DARK[n] != LIGHT[n])
    rules = "".join(f".f-{n}{{fill:{value(n, theme)}}}" for n in names)
    rules += f".f-line{{stroke:{value('edge', theme)};stroke-width:7;stroke-linejoin:round;opacity:.34}}"
    return f"<style>.fig{{{light}}}{rules}@media(prefers-color-scheme:dark){{.fig{{{dark}}}}}</style>"
