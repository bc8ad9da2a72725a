"""What was done of a set, written into the state."""

from dataclasses import replace

from mainstay.guide.moment import done_by, into_part, is_timed, set_of
from mainstay.guide.session import Amounts, Part, SetState, State


def closed(state: State, *, whole: bool = False) -> State:
    """Return the state with the present set done: all of it where ``whole``, else what the clock saw."""
    part, line = state.present, state.line
    if part.kind != "work":
        return state
    into = into_part(state)
    if whole and line.counts != "hold":
        return recorded(state, state.place, part, line.targets)
    if not is_timed(state):
        # At one's own pace nobody counted, so the number is asked for.
        return asked(state) if into > 0 else state
    done = done_by(line, part, into)
    return recorded(state, state.place, part, done) if done else state


def asked(state: State) -> State:
    """Return the state with the present set to be asked about."""
    line, part = state.line, state.present
    sets = tuple(replace(one, asked=True) if one is set_of(line, part) else one for one in line.sets)
    return state.with_line(state.place, replace(line, sets=sets))


def recorded(state: State, place: int, part: Part | SetState, done: Amounts | None) -> State:
    """Return the state with what was done of one set of a line; None takes it back."""
    line = state.lines[place]
    target = set_of(line, part)
    sets = tuple(replace(one, done=done, asked=False) if one is target else one for one in line.sets)
    return state.with_line(place, replace(line, sets=sets))
