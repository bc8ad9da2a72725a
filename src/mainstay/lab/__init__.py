"""The laboratory: virtual people who live with the real coach, and what must hold in every life.

A model is not a trial: nothing here says what happens to real backs.
"""

from mainstay.lab.cohort import Engine, Order, Tally, dask, local, simulate
from mainstay.lab.invariants import INVARIANTS, Breach, Invariant, breaches_of
from mainstay.lab.life import Life, Seen
from mainstay.lab.living import live
from mainstay.lab.person import Kind, Model, Traits, load_model, traits_of
from mainstay.lab.saving import save_diary

__all__ = [
    "INVARIANTS",
    "Breach",
    "Engine",
    "Invariant",
    "Kind",
    "Life",
    "Model",
    "Order",
    "Seen",
    "Tally",
    "Traits",
    "breaches_of",
    "dask",
    "live",
    "load_model",
    "local",
    "save_diary",
    "simulate",
    "traits_of",
]
