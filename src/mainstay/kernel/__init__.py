"""The words every other room speaks: sides, doses, reasons, sources and the events of the diary.

Nothing here does anything: frozen records and enumerations only, from the standard library alone.
"""

from mainstay.kernel.body import Direction, Equipment, Muscle, Position, Trouble
from mainstay.kernel.clearance import Clearance
from mainstay.kernel.dose import Dose, work_seconds
from mainstay.kernel.event import Event, EventKey
from mainstay.kernel.reason import Number, Reason
from mainstay.kernel.role import Block, Role
from mainstay.kernel.side import Side, Sidedness, sides_of
from mainstay.kernel.source import Amount, Grade, Source
from mainstay.kernel.symptom import Symptom

__all__ = [
    "Amount",
    "Block",
    "Clearance",
    "Direction",
    "Dose",
    "Equipment",
    "Event",
    "EventKey",
    "Grade",
    "Muscle",
    "Number",
    "Position",
    "Reason",
    "Role",
    "Side",
    "Sidedness",
    "Source",
    "Symptom",
    "Trouble",
    "sides_of",
    "work_seconds",
]
