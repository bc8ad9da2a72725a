"""Layers, patches and arrows as SVG text."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import atan2, cos, degrees, hypot, sin

from mainstay.figure.body import Body
from mainstay.figure.camera import Flat, View
from mainstay.figure.inside import Light, spine_line
from mainstay.figure.layers import Layer, Piece
from mainstay.figure.paint import Theme, fill, value
from mainstay.figure.silhouette import smooth_path

_SHORTEST = 24.0
"""An arrow's least length in picture units."""
_FINE = 13.0
"""Pieces thinner than this many picture units are left out of the ghost."""
_QUIET = ("skin", "top", "legs", "shoe")


def colour_of(piece: Piece, far: bool) -> str:
    """Return the colour's name, the quieter one on a far limb."""
    return f"{piece.colour}-far" if far and piece.colour in _QUIET else piece.colour


def draw_pieces(pieces: Iterable[Piece], theme: Theme, far: bool = False) -> str:
    """Return painted paths; neighbours of one colour share a path."""
    out, run = list[str](), list[str]()
    last = ""
    for piece in (*pieces, Piece("")):
        colour = colour_of(piece, far)
        if colour != last and run:
            out.append(f'<path {fill(last, theme)} d="{"".join(run)}"/>')
            run = []
        last = colour
        if colour:
            run.append(piece.path)
    return "".join(out)


def draw_layer(layer: Layer, theme: Theme, key: str) -> str:
    """Return a layer with a thin dark edge around it, which parts it from those below."""
    name = f"{key}-{layer.name}"
    return (
        f'<use href="#{name}" {edge(theme)}/><g id="{name}">{draw_pieces(layer.pieces, theme, layer.far)}</g>'
    )


def edge(theme: Theme) -> str:
    """Return the attributes of the line around a layer."""
    if theme is Theme.AUTO:
        return 'class="f-line"'
    return f'stroke="{value("edge", theme)}" stroke-width="7" stroke-linejoin="round" opacity=".34"'


def draw_ghost(all_layers: Sequence[Layer], theme: Theme) -> str:
    """Return the whole body as one pale shape."""
    shown = [piece for layer in all_layers for piece in layer.pieces if piece.colour not in ("ink", "ear")]
    paths = "".join(piece.path for piece in shown if piece.curve or max(c[2] for c in piece.circles) > _FINE)
    return f'<path {fill("ghost", theme)} opacity=".22" d="{paths}"/>'


def draw_light(light: Light, key: str) -> str:
    """Return a glow over a muscle's belly."""
    (ax, ay, r), (bx, by, _) = light.patch.ends
    far = hypot(bx - ax, by - ay)
    turned = degrees(atan2(by - ay, bx - ax))
    return (
        f'<ellipse rx="{far / 2 + r * 1.25:.0f}" ry="{r * 1.3:.0f}" fill="url(#{key}-glow)"'
        f' opacity="{light.strength}"'
        f' transform="translate({(ax + bx) / 2:.0f} {(ay + by) / 2:.0f})rotate({turned:.0f})"/>'
    )


def glow_gradient(key: str, theme: Theme) -> str:
    """Return the gradient that ``draw_light`` uses."""
    tint = value("glow", theme)
    stops = ((0, 1.0), (45, 0.8), (100, 0.0))
    marks = "".join(f'<stop offset="{o}%" style="stop-color:{tint};stop-opacity:{a}"/>' for o, a in stops)
    return f'<radialGradient id="{key}-glow">{marks}</radialGradient>'


def draw_spine(body: Body, view: View, theme: Theme) -> str:
    """Return the spine's line with a dot at each joint."""
    spots = spine_line(body, view)
    dots = "".join(f"M{x:.0f} {y:.0f}h0" for x, y in spots)
    tint = value("spine", theme)
    return (
        f'<g fill="none" stroke-linecap="round" style="stroke:{tint}"><path stroke-width="5" opacity=".9"'
        f' d="{smooth_path(spots, closed=False)}"/><path stroke-width="15" d="{dots}"/></g>'
    )


def draw_arrow(way: Sequence[Flat], theme: Theme, *, tip: bool = True) -> str:
    """Return an arrow along a way, or only its shaft; nothing where it hardly moves."""
    total = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(way))
    if total < _SHORTEST:
        return ""
    head = _head(way, min(26.0, total / 2)) if tip else ""
    return (
        f'<path fill="none" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"'
        f' style="stroke:{value("arrow", theme)}" d="{smooth_path(way, closed=False)}{head}"/>'
    )


def _head(way: Sequence[Flat], size: float) -> str:
    """Return an arrow's head as path data, along the way's last stretch."""
    end = way[-1]
    tail = next(spot for spot in reversed(way) if hypot(spot[0] - end[0], spot[1] - end[1]) > size / 2)
    angle = atan2(end[1] - tail[1], end[0] - tail[0])
    barbs = [(end[0] - size * cos(angle + t), end[1] - size * sin(angle + t)) for t in (0.5, -0.5)]
    (ax, ay), (bx, by) = barbs
    return f"M{ax:.0f} {ay:.0f}L{end[0]:.0f} {end[1]:.0f}L{bx:.0f} {by:.0f}"
