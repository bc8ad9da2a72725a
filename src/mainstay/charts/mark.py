"""The marks: dots, lines, bars, bands and words. Each is a piece of SVG; shape and dash tell them apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from mainstay.charts.paint import Theme, colour

Place = tuple[float, float]


class Shape(StrEnum):
    """What a dot looks like, so that no two kinds differ by colour alone."""

    DISC = "disc"
    RING = "ring"
    LEFT = "left"
    RIGHT = "right"
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class Ink:
    """Draws marks in one theme, with type of one size."""

    theme: Theme
    type: int

    def words(
        self, at: Place, text: str, *, anchor: str = "start", strong: bool = False, soft: bool = False
    ) -> str:
        """Return a line of words; ``at`` is on its baseline."""
        weight = ' font-weight="600"' if strong else ""
        where = "" if anchor == "start" else f' text-anchor="{anchor}"'
        tone = self._of("soft" if soft else "ink")
        return f'<text x="{_n(at[0])}" y="{_n(at[1])}" fill="{tone}"{where}{weight}>{escape(text)}</text>'

    def line(self, places: Iterable[Place], tone: str, *, width: float = 2, dash: str = "") -> str:
        """Return a line through some places."""
        path = "L".join(f"{_n(x)} {_n(y)}" for x, y in places)
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        return (
            f'<path d="M{path}" fill="none" stroke="{self._of(tone)}" stroke-width="{_n(width)}"'
            f' stroke-linejoin="round" stroke-linecap="{"butt" if dash else "round"}"{dashes}/>'
        )

    def box(self, low: Place, high: Place, tone: str, *, round_by: float = 0, hint: str = "") -> str:
        """Return a filled rectangle between two corners."""
        (x, y), (right, bottom) = low, high
        corner = f' rx="{_n(round_by)}"' if round_by else ""
        size = f'width="{_n(right - x)}" height="{_n(bottom - y)}"'
        return self._told(f'rect x="{_n(x)}" y="{_n(y)}" {size}{corner} fill="{self._of(tone)}"', hint)

    def frame(self, low: Place, high: Place, tone: str, *, round_by: float = 0, hint: str = "") -> str:
        """Return the outline of a rectangle."""
        (x, y), (right, bottom) = low, high
        size = f'width="{_n(right - x)}" height="{_n(bottom - y)}" rx="{_n(round_by)}"'
        return self._told(f'rect x="{_n(x)}" y="{_n(y)}" {size} fill="none" stroke="{self._of(tone)}"', hint)

    def half(self, low: Place, high: Place, tone: str, *, round_by: float = 0, hint: str = "") -> str:
        """Return a rectangle that is filled below its diagonal."""
        corner = self.area([(low[0], high[1]), high, (high[0], low[1])], tone)
        return corner + self.frame(low, high, tone, round_by=round_by, hint=hint)

    def area(self, places: Iterable[Place], tone: str) -> str:
        """Return a filled shape."""
        path = "L".join(f"{_n(x)} {_n(y)}" for x, y in places)
        return f'<path d="M{path}Z" fill="{self._of(tone)}"/>'

    def dot(
        self, at: Place, tone: str, shape: Shape = Shape.DISC, *, size: float = 3.5, hint: str = ""
    ) -> str:
        """Return a dot; ``hint`` shows when a pointer rests on it."""
        x, y = at
        fill = f'fill="{self._of(tone)}"'
        open_fill = f'fill="{self._of("paper")}" stroke="{self._of(tone)}" stroke-width="1.5"'
        match shape:
            case Shape.DISC:
                body = f'circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(size)}" {fill}'
            case Shape.RING:
                body = f'circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(size)}" {open_fill}'
            case Shape.LEFT:
                body = f'path d="{_arrow(x, y, -size * 1.3)}" {fill}'
            case Shape.RIGHT:
                body = f'path d="{_arrow(x, y, size * 1.3)}" {open_fill}'
            case Shape.TICK:
                body = (
                    f'path d="M{_n(x)} {_n(y - size)}v{_n(2 * size)}"'
                    f' stroke="{self._of(tone)}" stroke-width="2"'
                )
        return self._told(body, hint)

    def _of(self, tone: str) -> str:
        return colour(tone, self.theme)

    def _told(self, body: str, hint: str) -> str:
        if not hint or self.theme is Theme.PRINT:
            return f"<{body}/>"
        return f"<{body}><title>{escape(hint)}</title></{body.split(' ', 1)[0]}>"


def _arrow(x: float, y: float, reach: float) -> str:
    """A triangle that points to the side of ``reach``'s sign."""
    tall = abs(reach)
    return f"M{_n(x + reach)} {_n(y)}L{_n(x - reach * 0.7)} {_n(y - tall)}v{_n(2 * tall)}Z"


def _n(value: float) -> str:
    """A coordinate to a tenth, as short as it can be written."""
    return f"{round(value, 1):g}"
