"""The outline around a few circles, like a rubber band: straight tangents and arcs."""

import itertools
from math import acos, atan2, cos, hypot, pi, sin

Circle = tuple[float, float, float]
Turn = tuple[Circle, float, float]


def band(circles: tuple[Circle, ...]) -> tuple[Turn, ...]:
    """Return the arcs of the outline, in order: (circle, from angle, to angle) in radians, increasing."""
    now = max(range(len(circles)), key=lambda i: (round(circles[i][0] + circles[i][2], 6), circles[i][1]))
    angle, turns = 0.0, list[Turn]()
    for _ in range(3 * len(circles) + 3):
        after, until = _overtaken(circles, now, angle)
        turns.append((circles[now], angle, until))
        if until >= 2 * pi:
            break
        now, angle = after, until
    return tuple(turns)


def _overtaken(circles: tuple[Circle, ...], now: int, angle: float) -> tuple[int, float]:
    """Return which circle next reaches farther out than ``now`` does, and at what angle.

    Where several do at once, they lie on one tangent, and the farthest along it is next.
    """
    best, until, longest = now, 2 * pi, 0.0
    x, y, r = circles[now]
    for index, (cx, cy, cr) in enumerate(circles):
        dx, dy = cx - x, cy - y
        apart = hypot(dx, dy)
        if index == now or apart <= abs(r - cr) + 1e-9:
            continue
        at = (atan2(dy, dx) - acos((r - cr) / apart)) % (2 * pi)
        sooner = at < until - 1e-9 or (at < until + 1e-9 and apart > longest and best != now)
        if angle + 1e-9 < at and sooner:
            best, until, longest = index, at, apart
    return best, until


def band_path(circles: tuple[Circle, ...]) -> str:
    """Return the outline as SVG path data, in whole units, relative to save bytes."""
    parts = list[str]()
    at = (0, 0)
    for (x, y, r), start, end in band(circles):
        halves = 2 if end - start > 1.9 * pi else 1
        stops = [_whole(x, y, r, start + (end - start) * k / halves) for k in range(halves + 1)]
        parts.append(f"M{stops[0][0]} {stops[0][1]}" if not parts else _step("l", at, stops[0]))
        for before, after in itertools.pairwise(stops):
            large = 1 if halves == 1 and end - start > pi else 0
            parts.append(_step(f"a{r:.0f} {r:.0f} 0 {large} 1 ", before, after))
        at = stops[-1]
    return "".join(parts) + "z"


def _step(command: str, before: tuple[int, int], after: tuple[int, int]) -> str:
    """Return a relative command, or nothing where it goes nowhere."""
    x, y = after[0] - before[0], after[1] - before[1]
    if not x and not y:
        return ""
    return f"{command}{x}{y}" if y < 0 else f"{command}{x} {y}"


def _whole(x: float, y: float, r: float, angle: float) -> tuple[int, int]:
    return (round(x + r * cos(angle)), round(y + r * sin(angle)))
