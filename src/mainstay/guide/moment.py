"""Where the clock stands within a line's parts. The twin of ``js/guide/timeline.js``."""

from dataclasses import dataclass, replace
from math import floor

from mainstay.guide.session import Amounts, Beat, LineState, Part, SetState, State


@dataclass(frozen=True, slots=True)
class BeatMoment:
    """A beat, its place among the set's beats, and how many seconds the clock is into it."""

    beat: Beat
    index: int
    into: float


def into_part(state: State) -> float:
    """Return the seconds that the present part has run: now less the moment it began, never a sum."""
    return (state.now - state.began) / 1000 if state.mode == "running" else state.held


def first_open(line: LineState) -> int:
    """Return the place among a line's parts of the first set still to be done; -1 where none is."""
    return next(
        (at for at, part in enumerate(line.parts) if part.kind == "work" and _is_open(line, part)), -1
    )


def _is_open(line: LineState, part: Part) -> bool:
    one = set_of(line, part)
    return one is not None and one.done is None and not one.asked


def set_of(line: LineState, part: Part | SetState) -> SetState | None:
    """Return a line's record of a set and side."""
    return next((one for one in line.sets if (one.set, one.side) == (part.set, part.side)), None)


def part_after(line: LineState, part: int) -> int | None:
    """Return the part that comes after one within its line.

    A count-in leads to the first set still to be done, so that a session taken up again goes on where it was.
    """
    wanted = first_open(line) if line.parts[part].kind == "ready" else -1
    if wanted >= 0:
        return wanted
    return part + 1 if part + 1 < len(line.parts) else None


def is_timed(state: State) -> bool:
    """Whether the clock ends the present part; counted repetitions at one's own pace are the person's."""
    return not (state.pace == "self" and state.present.kind == "work" and state.line.counts == "reps")


def beat_at(line: LineState, seconds: float) -> BeatMoment:
    """Return where in a set the clock stands; the last beat once its time is over."""
    left = seconds
    for index, beat in enumerate(line.beats):
        if left < beat.seconds:
            return BeatMoment(beat, index, left)
        left -= beat.seconds
    return BeatMoment(line.beats[-1], len(line.beats) - 1, line.beats[-1].seconds)


def done_by(line: LineState, part: Part, seconds: float) -> Amounts | None:
    """Return what was done of a set after some seconds: whole repetitions, or seconds held."""
    if seconds >= part.seconds:
        return line.targets
    if line.counts == "hold":
        held = min(_held_by(line, seconds), line.targets.hold_seconds or 0)
        return replace(line.targets, hold_seconds=held) if held > 0 else None
    reps = beat_at(line, seconds).beat.rep - 1
    return replace(line.targets, reps=reps) if reps > 0 else None


def _held_by(line: LineState, seconds: float) -> int:
    left, held = seconds, 0.0
    for beat in line.beats:
        if beat.hold:
            held += max(0, min(left, beat.seconds))
        left -= beat.seconds
    return floor(held)


def whole_of(line: LineState) -> float:
    """Return a line's seconds if it is done from its beginning."""
    return sum(part.seconds for part in line.parts)


def left_of(state: State, place: int) -> float:
    """Return the seconds left of a line: of one that is over none, of the present one from the clock on."""
    line = state.lines[place]
    if line.over:
        return 0
    if place != state.place:
        return _left_from(line, 0) if first_open(line) > 0 else whole_of(line)
    return _left_from(line, state.part) - min(into_part(state), state.present.seconds)


def _left_from(line: LineState, part: int) -> float:
    after = part_after(line, part)
    later = line.parts[after:] if after is not None else ()
    return line.parts[part].seconds + sum(one.seconds for one in later)
