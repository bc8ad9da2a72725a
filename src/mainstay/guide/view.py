"""What a screen shows of a state: words by key, whole numbers, shares from 0 to 1. Pure.

The twin of ``js/guide/view.js``.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil, floor
from typing import Literal

from mainstay.guide.moment import (
    BeatMoment,
    beat_at,
    first_open,
    into_part,
    is_timed,
    left_of,
    part_after,
    whole_of,
)
from mainstay.guide.session import Beat, LineState, Mode, Part, State


@dataclass(frozen=True, slots=True)
class Then:
    """What comes when the present part ends."""

    place: int
    kind: str
    set: int
    side: str
    seconds: int | float


@dataclass(frozen=True, slots=True)
class Count:
    """The big number. ``unit`` "clock" means seconds, to be shown as m:ss; ``share`` fills the ring, 0 to 1.

    ``stop`` and ``way`` say where the figure is.
    """

    number: int | float = 0
    unit: Literal["reps", "seconds", "clock"] = "seconds"
    of: int | float | None = None
    share: float = 1
    phase: str = ""
    phase_slug: str = ""
    breath: str = "free"
    hold: bool = False
    rep: int = 0
    stop: int | None = None
    way: float = 0


@dataclass(frozen=True, slots=True)
class View:
    """One picture of the session. ``kind`` is the part's, or "rating", or "over"; ``left`` is in seconds."""

    mode: Mode
    kind: str
    place: int
    key: str
    part: int
    set: int
    sets: int
    side: str
    own_pace: bool
    count: Count
    left: int
    progress: float
    then: Then | None
    upcoming: int | None
    asked: int


def view_of(state: State) -> View:
    """Return what is to be shown of a state."""
    line, part = state.line, _shown_part(state)
    still = state.mode in ("rating", "over")
    left = 0 if state.mode == "over" else _sum(state, lambda at: left_of(state, at))
    whole = _sum(state, lambda at: _asked_seconds(state.lines[at]))
    return View(
        mode=state.mode,
        kind=state.mode if still else part.kind,
        place=state.place,
        key=line.key,
        part=state.part,
        set=part.set,
        sets=max(one.set for one in line.sets),
        side=part.side,
        own_pace=not is_timed(state),
        count=Count() if still else _count(state),
        left=ceil(left),
        progress=max(0, 1 - left / whole) if whole > 0 else 1,
        then=_then(state),
        upcoming=_upcoming(state),
        asked=sum(one.asked for one in line.sets),
    )


def _sum(state: State, seconds: Callable[[int], float]) -> float:
    return sum(seconds(place) for place in range(len(state.lines)))


def _asked_seconds(line: LineState) -> float:
    return 0 if line.over in ("skipped", "halted") else whole_of(line)


def _shown_part(state: State) -> Part:
    """A count-in tells of the set that it leads to."""
    part = state.present
    wanted = first_open(state.line) if part.kind == "ready" else -1
    if wanted < 0:
        return part
    ahead = state.line.parts[wanted]
    return replace(part, set=ahead.set, side=ahead.side)


def _count(state: State) -> Count:
    part, into = state.present, into_part(state)
    if part.kind != "work":
        return Count(number=max(0, ceil(part.seconds - into)), share=min(1, into / part.seconds))
    moment = beat_at(state.line, into if is_timed(state) else into % part.seconds)
    beat = moment.beat
    count = _number(state, moment, into)
    stop, way = _figure_at(beat, moment.into)
    return replace(
        count,
        phase=beat.name,
        phase_slug=beat.phase,
        breath=beat.breath,
        hold=beat.hold,
        rep=beat.rep,
        stop=stop,
        way=way,
    )


def _figure_at(beat: Beat, at: float) -> tuple[int | None, float]:
    """Which stop the figure is on its way to, and how far; a hold is spent at its stop.

    A phase may pass several.
    """
    if beat.stop is None or beat.hold:
        return beat.stop, 1
    passed = min(beat.stops, at / beat.seconds * beat.stops)
    whole = min(beat.stops - 1, floor(passed))
    return beat.stop - beat.stops + 1 + whole, passed - whole


def _number(state: State, moment: BeatMoment, into: float) -> Count:
    line, beat, seconds = state.line, moment.beat, state.present.seconds
    of = line.targets.reps
    if not is_timed(state):
        return Count(of or 0, "reps", of, 0)
    if line.counts == "minutes":
        return Count(max(0, ceil(seconds - into)), "clock", of, min(1, into / seconds))
    share = min(1, moment.into / beat.seconds)
    if not beat.hold and line.counts == "reps":
        return Count(beat.rep, "reps", of, share)
    return Count(max(0, ceil(beat.seconds - moment.into)), "seconds", of, share)


def _then(state: State) -> Then | None:
    """What comes when the present part ends: a part of this line, or the next line's first."""
    if state.mode == "over":
        return None
    after = None if state.line.over else part_after(state.line, state.part)
    place = _upcoming(state) if after is None else state.place
    if place is None:
        return None
    part = state.lines[place].parts[after or 0]
    return Then(place, part.kind, part.set, part.side, part.seconds)


def _upcoming(state: State) -> int | None:
    if state.mode == "over":
        return None
    others = [at for at, line in enumerate(state.lines) if not line.over and at != state.place]
    return next((at for at in others if at > state.place), others[0] if others else None)
