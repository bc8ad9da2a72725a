"""From a prescription to the parts of a line on a clock, and the beats of one set.

The parts take as long as the item was planned to. The first is the time to get into place, which the person
may cut short.
"""

from collections.abc import Iterator
from dataclasses import replace

from mainstay.catalogue import Catalogue, Rung
from mainstay.coach import Item
from mainstay.figure import Movement
from mainstay.guide.session import Beat, Part
from mainstay.words.vocabulary import capital, plain

_HOLD = "hold"


def parts_of(catalogue: Catalogue, rung: Rung, item: Item) -> tuple[Part, ...]:
    """Return every part of an item, in order."""
    plan, dose = catalogue.rules.plan, item.dose
    sides = [side.value for side in item.sides] or [""]
    seconds = sum(beat.seconds for beat in beats_of(rung, item))
    parts = [Part("ready", plan.change_over_seconds.value, 1, sides[0])]
    for number in range(1, dose.sets + 1):
        for turn, side in enumerate(sides):
            if turn:
                parts.append(Part("change", plan.side_change_seconds.value, number, side))
            parts.append(Part("work", seconds, number, side))
        if number < dose.sets and dose.rest_seconds:
            parts.append(Part("rest", dose.rest_seconds, number + 1, sides[0]))
    return tuple(parts)


def beats_of(rung: Rung, item: Item, movement: Movement | None = None) -> tuple[Beat, ...]:
    """Return the beats of one set; with a movement each knows where the figure is at its end."""
    rhythm = list(_rhythm(rung, item, movement))
    reps = range(1, (item.dose.reps or 1) + 1)
    return tuple(replace(beat, rep=rep) for rep in reps for beat in rhythm)


def _rhythm(rung: Rung, item: Item, movement: Movement | None) -> Iterator[Beat]:
    """Yield the beats of one repetition: its phases, and the hold after the phase that leads into it."""
    stops = _stops(movement)
    held = next((phase for phase, holds in stops if holds), rung.tempo[0].name if rung.tempo else "")
    for phase in rung.tempo:
        places = [place for place, (name, _) in enumerate(stops) if name == phase.name]
        stop = places[-1] if places else None
        name = capital(plain(phase.name))
        passed = max(1, len(places))
        yield Beat(name, phase.name, phase.breath, phase.seconds, 1, stop=stop, stops=passed)
        if phase.name == held and item.dose.hold_seconds:
            yield Beat(capital(_HOLD), _HOLD, "free", item.dose.hold_seconds, 1, hold=True, stop=stop)


def _stops(movement: Movement | None) -> list[tuple[str, bool]]:
    """Return the phase of each of the figure's stops, and whether the dose's hold is spent there."""
    if movement is None:
        return []
    home, *others = movement.keyframes
    return [(frame.phase, frame.holds) for frame in (*others, home)]
