"""The model of a virtual person: its numbers, each with source and grade (``model.toml``)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec
import rtoml

from mainstay.kernel import Amount, Grade, Source

FILE = Path(__file__).with_name("model.toml")


@dataclass(frozen=True, slots=True)
class Spread:
    """A number that differs between people: any value from ``low`` to ``high``, each as likely."""

    low: float
    high: float
    unit: str
    source: str
    grade: Grade
    note: str = ""


@dataclass(frozen=True, slots=True)
class Model:
    """Every assumption about virtual people. ``kinds`` are so many people in a hundred."""

    level: Spread
    wobble: Spread
    memory: Spread
    easing: Spread
    flares: Spread
    flare_size: Spread
    flare_half_life: Spread
    flare_told: Amount
    start: Spread
    gain: Spread
    tiring: Spread
    stimulus: Amount
    fitness_days: Amount
    fatigue_days: Amount
    effort_slope: Amount
    effort_noise: Amount
    irritability: Spread
    red_pain: Amount
    red_rise: Amount
    provoked: Spread
    overload: Spread
    aftermath: Spread
    shows_up: Spread
    answers: Spread
    travels: Spread
    travel_days: Spread
    red_flags: Spread
    seeks_help: Amount
    holds_back: Amount
    overdoes: Amount
    whims: Amount
    kinds: Mapping[str, int]
    sources: tuple[Source, ...]


@cache
def load_model() -> Model:
    """Return the model as the file has it; raise msgspec.ValidationError where it does not fit."""
    return msgspec.convert(rtoml.load(FILE), Model)
