"""A movement as a strip of numbered pictures: for reduced motion, print, and pages that cannot animate."""

from mainstay.figure.drawing import glow_gradient
from mainstay.figure.motion import Motion, set_in_motion
from mainstay.figure.movement import Movement
from mainstay.figure.paint import Theme, fill
from mainstay.figure.scene import Stage, set_stage
from mainstay.figure.still import document, key_of, picture

_GAP = 24
_FOOT = 96
"""Room for the numbers, which have to be read on a phone, in picture units."""
_MOST = 4
"""Pictures at most."""
Moment = tuple[int, float]


def storyboard(movement: Movement, *, mirrored: bool = False, theme: Theme = Theme.AUTO) -> str:
    """Return an SVG of the start, the middle and the end of a repetition, side by side with numbers 1 to 3.

    A movement of more stations shows up to four of them, evenly; one that ends where it began shows start,
    half-way and the telling position.
    """
    stage = set_stage(set_in_motion(movement))
    x, y, w, h = stage.frame
    key = key_of("storyboard", movement.exercise, movement.rung)
    moments = moments_of(stage.motion)
    cells = [_cell(stage, key, number, moment, theme, mirrored) for number, moment in enumerate(moments)]
    frame = (x, y, (w + _GAP) * len(cells) - _GAP, h + _FOOT)
    words = (f"{movement.title}, in {len(cells)} pictures", movement.words)
    return document(glow_gradient(key, theme) + "".join(cells), frame, key, words, theme, mirrored=False)


def moments_of(motion: Motion) -> tuple[Moment, ...]:
    """Return the telling moments: (keyframe, share of the way to the next)."""
    stations = len(motion.stances)
    if stations > 2:
        return tuple((index, 0.0) for index in range(0, stations, max(1, stations // _MOST))[:_MOST])
    return ((0, 0.0), (0, 0.5), (1, 0.0))


def _cell(stage: Stage, key: str, number: int, moment: Moment, theme: Theme, mirrored: bool) -> str:
    x, y, w, h = stage.frame
    body = stage.motion.between(*moment)
    inside = picture(stage, body, f"{key}-{number}", theme, glow=False, hints=False)
    if mirrored:
        inside = f'<g transform="matrix(-1 0 0 1 {2 * x + w} 0)">{inside}</g>'
    caption = (
        f'<text x="{x + w / 2:.0f}" y="{y + h + 72}" text-anchor="middle" font-family="sans-serif"'
        f' font-size="76" font-weight="600" {fill("text", theme)}>{number + 1}</text>'
    )
    return f'<g transform="translate({number * (w + _GAP)} 0)">{inside}{caption}</g>'
