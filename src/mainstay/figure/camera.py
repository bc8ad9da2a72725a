"""Seeing the room as a flat picture, without perspective."""

from dataclasses import dataclass
from math import cos, radians, sin

from mainstay.figure.vector import Vec, dot

Flat = tuple[float, float]
PIXELS = 400.0
"""Picture units in a metre."""


@dataclass(frozen=True, slots=True)
class View:
    """The picture's right, up and toward-the-viewer directions in the room; ``flip`` mirrors the picture."""

    across: Vec
    up: Vec
    near: Vec

    def flat(self, point: Vec) -> Flat:
        """Return picture coordinates (y downward) of a point in metres."""
        return (PIXELS * dot(point, self.across), -PIXELS * dot(point, self.up))

    def depth(self, point: Vec) -> float:
        """Return how near the viewer a point is, in metres; larger is nearer."""
        return dot(point, self.near)


def view_from(yaw: float, height: float) -> View:
    """Return the view from ``yaw`` (0 the right side, 90 the front) and ``height`` degrees above level."""
    sy, cy, sh, ch = sin(radians(yaw)), cos(radians(yaw)), sin(radians(height)), cos(radians(height))
    return View((cy, 0.0, -sy), (-sh * sy, ch, -sh * cy), (ch * sy, sh, ch * cy))
