"""A session under way, as records: its lines, their parts and sets, and where the clock stands.

The browser's twin keeps the same shapes (``js/guide/state.js``); field names are those of the packet.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

import msgspec

Mode = Literal["waiting", "running", "paused", "rating", "over"]
Pace = Literal["paced", "self"]
Over = Literal["", "done", "skipped", "halted"]


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch of a line's timeline; a rest and a change carry the set and side that come next."""

    kind: Literal["ready", "work", "change", "rest"]
    seconds: int | float
    set: int
    side: str = ""


@dataclass(frozen=True, slots=True)
class Beat:
    """One phase or hold of a set. ``stop`` is where the figure is at its end, having passed ``stops``."""

    name: str
    phase: str
    breath: str
    seconds: int | float
    rep: int
    hold: bool = False
    stop: int | None = None
    stops: int = 1


@dataclass(frozen=True, slots=True)
class Amounts:
    """What a set asks for, or what was done of it; None where it does not apply."""

    reps: int | float | None = None
    hold_seconds: int | float | None = None
    load_kg: int | float | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What is spoken of a line: its introduction, and a sentence for each set by its number."""

    intro: str = ""
    set: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SetState:
    """One set on one side. ``asked``: it ended while nobody saw it, and the person is to say."""

    set: int
    side: str
    done: Amounts | None = None
    asked: bool = False


@dataclass(frozen=True, slots=True)
class LineState:
    """One exercise of the session: what the clock needs of the packet's line, and what became of it."""

    key: str
    exercise: str
    counts: Literal["reps", "hold", "minutes"]
    rates: bool
    targets: Amounts
    parts: tuple[Part, ...]
    beats: tuple[Beat, ...]
    say: Said
    sets: tuple[SetState, ...]
    over: Over = ""
    why: str = ""
    rated: bool = False

    @property
    def tried(self) -> bool:
        """Whether anything was done of it, as far as is known."""
        return any(one.done or one.asked for one in self.sets)


@dataclass(frozen=True, slots=True)
class State:
    """A session under way. Moments are milliseconds of one monotonic clock, everything else is seconds.

    ``began`` is when the present part began, while the clock runs; ``held`` is how far into it the clock
    stands while it does not run.
    """

    lines: tuple[LineState, ...]
    place: int
    part: int
    began: float
    held: float
    now: float
    mode: Mode
    pace: Pace
    gap: float
    halfway: float

    @property
    def line(self) -> LineState:
        """The present line."""
        return self.lines[self.place]

    @property
    def present(self) -> Part:
        """The present part."""
        return self.line.parts[self.part]

    def with_line(self, place: int, line: LineState) -> "State":
        """Return the state with another line in a place."""
        return replace(self, lines=(*self.lines[:place], line, *self.lines[place + 1 :]))


def line_state(line: Mapping[str, Any], key: str) -> LineState:
    """Return a packet's line as the player keeps it; raise msgspec.ValidationError for what is no line."""
    parts = msgspec.convert(line["parts"], tuple[Part, ...])
    return LineState(
        key=key,
        exercise=line["exercise"],
        counts=line["counts"],
        rates=line["rates"],
        targets=amounts_in(line["targets"]),
        parts=parts,
        beats=msgspec.convert(line["beats"], tuple[Beat, ...]),
        say=msgspec.convert(line.get("say", {}), Said),
        sets=tuple(SetState(part.set, part.side) for part in parts if part.kind == "work"),
    )


def amounts_in(fields: Mapping[str, Any]) -> Amounts:
    """Return the amounts that a set's event or the packet names."""
    return msgspec.convert(fields, Amounts)
