"""One still picture of a movement, as standalone SVG."""

from dataclasses import replace
from hashlib import sha256
from html import escape

from mainstay.figure.body import Body
from mainstay.figure.drawing import (
    draw_arrow,
    draw_ghost,
    draw_layer,
    draw_light,
    draw_pieces,
    draw_spine,
    glow_gradient,
)
from mainstay.figure.inside import lights
from mainstay.figure.motion import set_in_motion
from mainstay.figure.movement import Fault, Movement
from mainstay.figure.paint import LIGHT, Theme, fill, style
from mainstay.figure.scene import Stage, body_layers, set_stage, shadow
from mainstay.figure.settle import settle


def still(
    movement: Movement,
    phase: str | None = None,
    fault: str | None = None,
    *,
    beside: str | None = None,
    mirrored: bool = False,
    glow: bool = True,
    hints: bool = True,
    theme: Theme = Theme.AUTO,
) -> str:
    """Return an SVG picture of a movement.

    ``phase`` is ``start`` or a phase's name (the end of it is shown; None: the telling one); ``fault`` names
    one of the movement's faults, ``beside`` one from whose camera the good form is to be seen. ``mirrored``
    shows the other side; ``glow`` lights the working muscles; ``hints`` adds the pale start and
    the arrows. KeyError where there is no such phase or fault.
    """
    wrong = _fault(movement, fault) if fault else None
    stage = set_stage(set_in_motion(_seen_with(movement, wrong, beside)))
    index = movement.phase(phase) if phase else movement.show
    body = settle(wrong.stance) if wrong else stage.motion.between(index, 0.0)
    key = key_of(movement.exercise, movement.rung, phase or "", fault or beside or "")
    leads = hints and not wrong and index == movement.show
    inside = picture(stage, body, key, theme, glow=glow and not wrong, hints=leads)
    return document(inside, stage.frame, key, _words(movement, wrong), theme, mirrored=mirrored)


def _seen_with(movement: Movement, wrong: Fault | None, beside: str | None) -> Movement:
    """Return the movement with the camera of a fault, its own or its neighbour's, and the fault's props."""
    partner = wrong or (_fault(movement, beside) if beside else None)
    if partner and partner.camera:
        movement = replace(movement, camera=partner.camera)
    return replace(movement, props=wrong.props) if wrong and wrong.props else movement


def _words(movement: Movement, wrong: Fault | None) -> tuple[str, str]:
    """Return the picture's title and description."""
    if wrong:
        return f"{movement.title}: {wrong.words}", f"Not like this: {wrong.words}"
    return movement.title, movement.words


def key_of(*names: str) -> str:
    """Return a short id that no other picture on a page has."""
    return "f" + sha256("/".join(names).encode()).hexdigest()[:6]


def _fault(movement: Movement, name: str) -> Fault:
    for fault in movement.faults:
        if fault.name == name:
            return fault
    known = ", ".join(fault.name for fault in movement.faults) or "none"
    raise KeyError(f"{movement.exercise}/{movement.rung} has no fault {name}; it has {known}")


def picture(stage: Stage, body: Body, key: str, theme: Theme, *, glow: bool, hints: bool) -> str:
    """Return everything inside one picture; ``hints`` adds the pale start and the arrows."""
    movement, view = stage.motion.movement, stage.view
    out = [
        glow_gradient(key, theme) if glow else "",
        draw_pieces(stage.standing, theme),
        _shadow(stage, body, theme),
    ]
    if hints and movement.ghost:
        out.append(draw_ghost(body_layers(stage.motion, stage.motion.between(0, 0.0), view), theme))
    if hints:
        out += [draw_arrow(way.spots, theme, tip=way.tip) for way in stage.ways if way.behind]
    glows = lights(movement, body, view) if glow else ()
    for layer in body_layers(stage.motion, body, view):
        out.append(draw_layer(layer, theme, key))
        out += [
            draw_light(light, key) for light in glows if light.patch.layer == layer.name and not layer.far
        ]
        if layer.name == "torso" and movement.shows_spine:
            out.append(draw_spine(body, view, theme))
    if hints:
        out += [draw_arrow(way.spots, theme, tip=way.tip) for way in stage.ways if not way.behind]
    return "".join(out)


def document(
    inside: str,
    frame: tuple[int, int, int, int],
    key: str,
    words: tuple[str, str],
    theme: Theme,
    *,
    mirrored: bool,
) -> str:
    """Return a standalone SVG with a title and a description."""
    x, y, w, h = frame
    used = {name for name in LIGHT if f'"f-{name}"' in inside or f"--f-{name})" in inside}
    if mirrored:
        inside = f'<g transform="matrix(-1 0 0 1 {2 * x + w} 0)">{inside}</g>'
    title, words_text = (escape(text) for text in words)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="fig" viewBox="{x} {y} {w} {h}" role="img"'
        f' aria-labelledby="{key}-t {key}-d"><title id="{key}-t">{title}</title>'
        f'<desc id="{key}-d">{words_text}</desc>'
        f"{style(theme, used)}{inside}</svg>"
    )


def _shadow(stage: Stage, body: Body, theme: Theme) -> str:
    x, y, wide, high = shadow(body, stage.view)
    place = f'cx="{x:.0f}" cy="{y:.0f}" rx="{wide:.0f}" ry="{high:.0f}"'
    return f'<ellipse {place} {fill("edge", theme)} opacity=".13"/>'
