"""Who a virtual person is: drawn once, from the seed and their number."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from mainstay.kernel import Direction
from mainstay.lab.person.chance import Chance
from mainstay.lab.person.model import Model, Spread

_DIRECTIONS = (Direction.FLEXION, Direction.EXTENSION, Direction.ROTATION, Direction.LOAD)
_PAINLESS = 0.15


class Kind(StrEnum):
    """What a life is made to meet: most are ordinary, the others do one thing all the time."""

    ORDINARY = "ordinary"
    WELL = "well"
    ACHING = "aching"
    TAPPING = "tapping"
    TRAVELLING = "travelling"
    FLARING = "flaring"
    FLAGGED = "flagged"


@dataclass(frozen=True, slots=True)
class Traits:
    """A person's own numbers; what each means is said in ``model.toml``."""

    number: int
    kind: Kind
    level: float
    wobble: float
    memory: float
    easing: float
    flares: float
    flare_half_life: float
    start: float
    gain: float
    tiring: float
    irritability: float
    provoked: Mapping[Direction, float]
    overload: float
    aftermath: float
    shows_up: float
    answers: float
    travels: float
    red_flags: float
    seeks_help: bool
    hidden: int
    overdoes: bool


def traits_of(model: Model, seed: int, number: int) -> Traits:
    """Return who the person of this number is under this seed."""
    lots = Chance(seed, number, stream=1)

    def drawn(spread: Spread) -> float:
        return lots.between(spread.low, spread.high)

    kind = _kind(model, lots)
    common = Traits(
        number=number,
        kind=kind,
        level=0.0 if lots.happens(_PAINLESS) else drawn(model.level),
        wobble=drawn(model.wobble),
        memory=drawn(model.memory),
        easing=drawn(model.easing),
        flares=drawn(model.flares),
        flare_half_life=drawn(model.flare_half_life),
        start=drawn(model.start),
        gain=drawn(model.gain),
        tiring=drawn(model.tiring),
        irritability=drawn(model.irritability),
        provoked={one: drawn(model.provoked) for one in lots.some_of(_DIRECTIONS, 0.3)[:2]},
        overload=drawn(model.overload),
        aftermath=drawn(model.aftermath),
        shows_up=drawn(model.shows_up),
        answers=drawn(model.answers),
        travels=drawn(model.travels),
        red_flags=drawn(model.red_flags) if lots.happens(0.3) else 0.0,
        seeks_help=lots.happens(model.seeks_help.value),
        hidden=lots.whole(1, 3) if lots.happens(model.holds_back.value) else 0,
        overdoes=lots.happens(model.overdoes.value),
    )
    return _as_kind(model, common)


def _kind(model: Model, lots: Chance) -> Kind:
    left = lots.between(0, sum(model.kinds.values()))
    for name, share in model.kinds.items():
        left -= share
        if left < 0:
            return Kind(name)
    return Kind.ORDINARY


def _as_kind(model: Model, traits: Traits) -> Traits:
    """Return the person with what their kind does all the time."""
    match traits.kind:
        case Kind.WELL:
            calm = replace(traits, level=0.0, wobble=0.0, flares=0.0, irritability=0.0, provoked={})
            sure = replace(
                calm, overload=0.0, aftermath=0.0, shows_up=1.0, answers=1.0, travels=0.0, red_flags=0.0
            )
            return replace(sure, start=1.5, tiring=0.0, hidden=0, overdoes=False)
        case Kind.ACHING:
            level, wobble = 5.0 + 0.4 * traits.level, min(0.5, traits.wobble)
            return replace(
                traits, level=level, wobble=wobble, easing=0.0, hidden=0, shows_up=max(0.8, traits.shows_up)
            )
        case Kind.TRAVELLING:
            return replace(traits, travels=5 * model.travels.high)
        case Kind.FLARING:
            return replace(traits, flares=4 * model.flares.high)
        case Kind.FLAGGED:
            return replace(traits, red_flags=6 * model.red_flags.high)
        case _:
            return traits
