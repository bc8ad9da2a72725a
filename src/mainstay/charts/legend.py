"""The key below a chart: each mark beside its name, in as many lines as it takes."""

from dataclasses import dataclass

from mainstay.charts.document import ink_of, text_width
from mainstay.charts.mark import Ink, Place, Shape
from mainstay.charts.view import View

_SIGN = 22.0
_ROOM = 14.0


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark and its name.

    ``kind`` is a dot's shape; ``line`` or ``dash``; ``band``, or ``capped`` for one with an edge on top; or
    a square: ``square``, ``half``, ``frame``.
    """

    kind: str
    tone: str
    name: str


def legend(view: View, signs: tuple[Sign, ...], top: float, left: float) -> tuple[str, float]:
    """Return the key, and how high it is."""
    ink, line_height = ink_of(view), view.size.type + 7.0
    x, y, out = left, top + line_height - 4, []
    for sign in signs:
        width = _SIGN + text_width(view, sign.name) + _ROOM
        if x > left and x + width - _ROOM > view.size.width:
            x, y = left, y + line_height
        out.append(_sign(ink, sign, (x, y - view.size.type * 0.35)))
        out.append(ink.words((x + _SIGN, y), sign.name, soft=True))
        x += width
    return "".join(out), y - top + 6


def _sign(ink: Ink, sign: Sign, at: Place) -> str:
    x, y = at
    match sign.kind:
        case "line":
            return ink.line(((x, y), (x + 16, y)), sign.tone)
        case "dash":
            return ink.line(((x, y), (x + 16, y)), sign.tone, width=1.5, dash="5 3")
        case "band" | "capped":
            cap = ink.box((x, y - 6), (x + 16, y - 4), "strong")
            return ink.box((x, y - 4), (x + 16, y + 5), sign.tone) + (cap if sign.kind == "capped" else "")
        case "square":
            return ink.box((x + 3, y - 5), (x + 13, y + 5), sign.tone, round_by=2)
        case "half":
            return ink.half((x + 3, y - 5), (x + 13, y + 5), sign.tone, round_by=2)
        case "frame":
            return ink.frame((x + 3, y - 5), (x + 13, y + 5), sign.tone, round_by=2)
        case shape:
            return ink.dot((x + 8, y), sign.tone, Shape(shape))
