"""The session's state: which exercise, which part of it, running or not, and what has been done. Pure.

Time comes in with every action, in milliseconds of a monotonic clock. The state holds the moment its part
began and adds nothing up, so that a late tick is right at once. The browser's twin is ``js/guide/state.js``;
``tests/guide/cases`` are played by both.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from mainstay.guide.moment import into_part, is_timed, part_after, set_of
from mainstay.guide.recording import asked, closed, recorded
from mainstay.guide.session import (
    LineState,
    Over,
    Pace,
    SetState,
    State,
    amounts_in,
    line_state,
)

Json = Mapping[str, Any]
Action = Mapping[str, Any]
"""``{"type", "at"}`` and what the type needs: ``place``, ``why``, ``line`` or ``instead`` with its ``key``,
``set``, ``side``, ``done``, ``pace``."""

_SOON_SECONDS = 2
"""“Back” within this time of a part's beginning means the part before."""


def begin(
    lines: Mapping[str, Json],
    keys: Sequence[str],
    options: Json,
    *,
    pace: Pace = "paced",
    done: Json | None = None,
) -> State:
    """Return a session about to start, waiting at its first exercise that is not over.

    ``lines`` are the packet's, ``keys`` the session's; ``options`` is the packet, for ``sleep_gap_seconds``
    and ``halfway_hold_seconds``. ``done`` is what the diary knows of the session already: ``sets``,
    ``rated``, ``skipped``, ``halted``.
    """
    known = {"sets": (), "rated": (), "skipped": (), "halted": (), **(done or {})}
    made = tuple(_known_line(line_state(lines[key], key), known) for key in keys)
    gap, halfway = options["sleep_gap_seconds"], options["halfway_hold_seconds"]
    state = State(made, 0, 0, 0, 0, 0, "waiting", pace, gap, halfway)
    return _onto(state, next((at for at, line in enumerate(made) if not line.over), -1))


def resumed(kept: State) -> State:
    """Return a kept state, paused at the second it was: an earlier clock means nothing to this one."""
    mode = "paused" if kept.mode == "running" else kept.mode
    return replace(kept, mode=mode, held=into_part(kept), began=0, now=0)


def reduce(state: State, action: Action) -> State:
    """Return the state after an action; one that means nothing here only moves the clock."""
    now = _moved(state, action["at"])
    act = _ACTIONS.get(action["type"])
    return act(now, action) if act else now


def _known_line(line: LineState, known: Mapping[str, Any]) -> LineState:
    told = {
        (one["set"], one.get("side") or ""): amounts_in(one)
        for one in known["sets"]
        if one["exercise"] == line.exercise
    }
    sets = tuple(replace(one, done=told.get((one.set, one.side))) for one in line.sets)
    rated = line.exercise in known["rated"]
    return replace(line, sets=sets, rated=rated, over=_over_of(line.exercise, sets, known, rated))


def _over_of(exercise: str, sets: tuple[SetState, ...], known: Mapping[str, Any], rated: bool) -> Over:
    if exercise in known["halted"]:
        return "halted"
    if exercise in known["skipped"]:
        return "skipped"
    return "done" if rated or all(one.done for one in sets) else ""


# --- Time -----------------------------------------------------------------------------------------


def _moved(state: State, at: float) -> State:
    """A tick may be long, so it can end more than one part.

    What ended in a gap that long was seen by nobody, and is asked about rather than believed.
    """
    unseen = at - state.now > state.gap * 1000
    state = replace(state, now=max(state.now, at))
    while state.mode == "running" and is_timed(state) and into_part(state) >= state.present.seconds:
        end = state.began + state.present.seconds * 1000
        state = _onward(_finished(state, unseen), end)
    return state


def _finished(state: State, unseen: bool) -> State:
    if state.present.kind != "work":
        return state
    return asked(state) if unseen else recorded(state, state.place, state.present, state.line.targets)


def _start(state: State, _: Action) -> State:
    if state.mode not in ("waiting", "paused"):
        return state
    return replace(state, mode="running", began=state.now - state.held * 1000)


def _pause(state: State, _: Action) -> State:
    return replace(state, held=into_part(state), mode="paused") if state.mode == "running" else state


def _pace(state: State, action: Action) -> State:
    state = replace(state, pace=action["pace"])
    return replace(state, began=state.now, held=0) if state.present.kind == "work" else state


# --- Moving on ------------------------------------------------------------------------------------


def _enter(state: State, place: int, part: int, moment: float | None = None) -> State:
    return replace(state, place=place, part=part, began=state.now if moment is None else moment, held=0)


def _onto(state: State, place: int, part: int = 0, moment: float | None = None) -> State:
    """To a line's part, which is open again if it was over; to the end where there is no such line."""
    if place < 0:
        return replace(state, mode="over", held=0)
    return _enter(state.with_line(place, replace(state.lines[place], over="", why="")), place, part, moment)


def _onward(state: State, moment: float | None = None) -> State:
    after = part_after(state.line, state.part)
    return _line_over(state, moment) if after is None else _enter(state, state.place, after, moment)


def _line_over(state: State, moment: float | None) -> State:
    line = state.line
    state = state.with_line(state.place, replace(line, over="done" if line.tried else "skipped"))
    if not line.tried or not line.rates or line.rated:
        return _onward_line(state, moment)
    return replace(state, mode="rating", began=state.now if moment is None else moment, held=0)


def _onward_line(state: State, moment: float | None = None) -> State:
    """To the next open line, also before this one; the clock of somebody who trains runs on into it."""
    others = [at for at, line in enumerate(state.lines) if not line.over and at != state.place]
    place = next((at for at in others if at > state.place), others[0] if others else -1)
    mode = "running" if state.mode == "rating" else state.mode
    return _onto(replace(state, mode=mode), place, 0, moment)


def _next(state: State, _: Action) -> State:
    if state.mode == "over":
        return state
    return _onward_line(state) if state.mode == "rating" else _onward(closed(state))


def _done(state: State, action: Action) -> State:
    if state.mode in ("over", "rating"):
        return _next(state, action)
    return _onward(closed(state, whole=True))


def _back(state: State, _: Action) -> State:
    if state.mode == "over":
        return state
    if state.mode == "rating":
        return _onto(replace(state, mode="paused"), state.place, state.part)
    if into_part(state) >= _SOON_SECONDS:
        return _enter(state, state.place, state.part)
    if state.part > 0:
        return _enter(state, state.place, state.part - 1)
    done = [at for at, line in enumerate(state.lines) if at < state.place and line.over == "done"]
    return (
        _onto(state, done[-1], len(state.lines[done[-1]].parts) - 1)
        if done
        else _enter(state, state.place, 0)
    )


def _jump(state: State, action: Action) -> State:
    place = action["place"]
    if not 0 <= place < len(state.lines) or state.lines[place].over == "halted":
        return state
    return _onto(replace(state, mode="waiting"), place)


def _skip(state: State, action: Action) -> State:
    if not _is_open(state):
        return state
    state = closed(state)
    return _onward_line(_ended(state, "skipped", action.get("why", "")))


def _enough(state: State, _: Action) -> State:
    if state.mode == "over":
        return state
    return replace(closed(state) if _is_open(state) else state, mode="over", held=0)


def _is_open(state: State) -> bool:
    return state.mode != "over" and not state.line.over


def _ended(state: State, over: Over, why: str) -> State:
    return state.with_line(state.place, replace(state.line, over=over, why=why))


# --- What was done, put right ---------------------------------------------------------------------


def _set(state: State, action: Action) -> State:
    place = action.get("place", state.place)
    if not 0 <= place < len(state.lines):
        return state
    done = amounts_in(action["done"]) if action["done"] else None
    return recorded(state, place, SetState(action["set"], action.get("side", "")), done)


def _rate(state: State, action: Action) -> State:
    place = action.get("place", state.place)
    if 0 <= place < len(state.lines):
        state = state.with_line(place, replace(state.lines[place], rated=True))
    return _onward_line(state) if state.mode == "rating" and place == state.place else state


# --- Something else in its place ------------------------------------------------------------------


def _halt(state: State, action: Action) -> State:
    """After pain nothing starts by itself: the clock waits."""
    if not _is_open(state):
        return state
    state = _ended(closed(state), "halted", action.get("why", ""))
    instead = action.get("instead")
    made = line_state(instead, action["key"]) if instead else None
    lines = _inserted(state.lines, state.place + 1, made) if made else state.lines
    return _onward_line(replace(state, lines=lines, mode="waiting"))


def _replace(state: State, action: Action) -> State:
    place = action.get("place", state.place)
    if not 0 <= place < len(state.lines) or state.mode == "over":
        return state
    here = place == state.place
    state = closed(state) if here and not state.line.over else state
    old, made = state.lines[place], line_state(action["line"], action["key"])
    same = made.exercise == old.exercise
    kept = not same and old.tried
    if kept:
        state = _put_after(state, place, made)
    else:
        state = state.with_line(place, _with_sets(made, old) if same else made)
    return _onto(replace(state, mode="waiting"), place + kept) if here else state


def _put_after(state: State, place: int, made: LineState) -> State:
    state = state.with_line(place, replace(state.lines[place], over="done"))
    moved = state.place + (place < state.place)
    return replace(state, lines=_inserted(state.lines, place + 1, made), place=moved)


def _with_sets(made: LineState, old: LineState) -> LineState:
    return replace(made, sets=tuple(set_of(old, one) or one for one in made.sets))


def _inserted(lines: tuple[LineState, ...], place: int, made: LineState) -> tuple[LineState, ...]:
    return (*lines[:place], made, *lines[place:])


_ACTIONS: Mapping[str, Callable[[State, Action], State]] = {
    "start": _start,
    "pause": _pause,
    "next": _next,
    "done": _done,
    "back": _back,
    "jump": _jump,
    "skip": _skip,
    "halt": _halt,
    "replace": _replace,
    "set": _set,
    "rate": _rate,
    "enough": _enough,
    "pace": _pace,
}
