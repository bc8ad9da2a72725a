"""One event in, the new state and its decisions out."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from mainstay.coach.decision import Decision, Verdict
from mainstay.coach.progression import flare
from mainstay.coach.progression.finish import finish
from mainstay.coach.progression.gap import back_after_gap
from mainstay.coach.progression.moment import Moment, Outcome
from mainstay.coach.progression.rate import rated
from mainstay.coach.progression.record import (
    add_load,
    asked_anew,
    find,
    mark_trained,
    new_session,
    put,
    touch_ladder,
    with_set,
    with_work,
    work_in,
)
from mainstay.coach.progression.settle import can_tell, settle
from mainstay.coach.progression.state import CheckIn, LadderState, Progression, Session
from mainstay.kernel import Reason

Step = Callable[[Moment, Progression], Outcome]


def advance(moment: Moment, state: Progression) -> Outcome:
    """Return the progression after one event, and the decisions it led to.

    Events must come in the diary's order; kinds that do not concern progression change nothing.
    """
    step = _STEPS.get(moment.event.kind)
    return step(moment, state) if step else (state, ())


def _screened(moment: Moment, state: Progression) -> Outcome:
    """Pain now is also asked among the safety questions; there it counts as a check-in."""
    pain = moment.event.fields["answers"].get("pain-now")
    if not isinstance(pain, int):
        return state, ()
    return replace(state, check_in=CheckIn(moment.day, pain)), ()


def _checked_in(moment: Moment, state: Progression) -> Outcome:
    """A check-in on a later day also tells how the last sessions settled, unless it is muscle soreness."""
    decisions: list[Decision] = []
    sore = flare.is_muscle_soreness(moment, state)
    for session in state.sessions:
        if can_tell(moment, session) and not sore:
            state, made = settle(moment, state, session.id, moment.event.fields["pain_now"])
            decisions.extend(made)
    return flare.checked_in(moment, state), tuple(decisions)


def _morning(moment: Moment, state: Progression) -> Outcome:
    session = find(state, moment.event.fields["session"])
    made: tuple[Decision, ...] = ()
    if session and can_tell(moment, session):
        state, made = settle(moment, state, session.id, moment.event.fields["pain"])
    return flare.morning_told(moment, state), made


def _session_started(moment: Moment, state: Progression) -> Outcome:
    """A new day of training closes what is still open from earlier days, and steps back after a gap.

    A session that is shown again with another plan (after a swap) goes on: what was done in it stays.
    """
    known = find(state, moment.event.fields["session"])
    if known:
        return put(state, asked_anew(known, moment.event.fields)), ()
    decisions: list[Decision] = []
    for session in state.sessions:
        if session.day < moment.day:
            state, made = settle(moment, state, session.id, None)
            decisions.extend(made)
    state, back = back_after_gap(moment, state)
    return put(state, new_session(moment, state)), (*decisions, *back)


def _opened(moment: Moment, state: Progression) -> tuple[Progression, Session, tuple[Decision, ...]]:
    """Return the session that an event belongs to, opened first where it is not there."""
    made: tuple[Decision, ...] = ()
    session = find(state, moment.event.fields["session"])
    if session is None:
        state, made = _session_started(moment, state)
        session = find(state, moment.event.fields["session"]) or new_session(moment, state)
    return state, session, made


def _set_performed(moment: Moment, state: Progression) -> Outcome:
    state, session, made = _opened(moment, state)
    state = put(state, with_set(session, moment.event.fields))
    state, moved = touch_ladder(moment, state)
    return add_load(moment, mark_trained(moment, state)), (*made, *moved)


def _rated(moment: Moment, state: Progression) -> Outcome:
    state, session, made = _opened(moment, state)
    state, more = rated(moment, state, session)
    return mark_trained(moment, state), (*made, *more)


def _skipped(moment: Moment, state: Progression) -> Outcome:
    state, session, made = _opened(moment, state)
    slug = moment.event.fields["exercise"]
    known = state.ladders.get(slug)
    work = work_in(session, slug, known.place.rung if known else "")
    return put(state, with_work(session, slug, replace(work, skipped=moment.event.fields["why"]))), made


def _session_finished(moment: Moment, state: Progression) -> Outcome:
    state, session, made = _opened(moment, state)
    state, more = finish(moment, state, session.id)
    return state, (*made, *more)


def _flare_reported(moment: Moment, state: Progression) -> Outcome:
    return flare.reported(moment, state), ()


def _flare_ended(moment: Moment, state: Progression) -> Outcome:
    return flare.end(moment, state), ()


def _excluded(moment: Moment, state: Progression) -> Outcome:
    slug = moment.event.fields["exercise"]
    excluded, included = state.excluded | {slug}, state.included - {slug}
    ladder = state.ladders.get(slug)
    place = ladder.place if ladder else None
    why = (Reason("your-veto", (("why", str(moment.event.fields.get("why", ""))),), "mainstay-product"),)
    state = replace(state, excluded=excluded, included=included)
    return state, (moment.decide(slug, Verdict.REMOVE, place, place, why),)


def _included(moment: Moment, state: Progression) -> Outcome:
    slug = moment.event.fields["exercise"]
    return replace(state, excluded=state.excluded - {slug}, included=state.included | {slug}), ()


def _undone(moment: Moment, state: Progression) -> Outcome:
    """Put an exercise back to where it was before its last step; symptoms that stopped it stay in force."""
    undone = moment.event.fields["decision"]
    for slug, ladder in state.ladders.items():
        if ladder.undo and ladder.undo.decision == undone:
            ups = tuple(up for up in state.step_ups if up.decision != undone)
            return replace(state, ladders={**state.ladders, slug: _restored(ladder)}, step_ups=ups), ()
    return state, ()


def _restored(ladder: LadderState) -> LadderState:
    """The counts of good sessions start afresh, so that a step up is not offered again at once."""
    undo = ladder.undo
    if undo is None:
        return ladder
    return replace(
        ladder,
        place=undo.place,
        since=undo.since,
        good=0,
        ambers=undo.ambers,
        resting_until=undo.resting_until,
        undo=None,
    )


_STEPS: Mapping[str, Step] = {
    "screening_answered": _screened,
    "day_checked_in": _checked_in,
    "morning_after": _morning,
    "session_started": _session_started,
    "set_performed": _set_performed,
    "exercise_rated": _rated,
    "exercise_skipped": _skipped,
    "session_finished": _session_finished,
    "flare_reported": _flare_reported,
    "flare_ended": _flare_ended,
    "exercise_excluded": _excluded,
    "exercise_included": _included,
    "decision_undone": _undone,
}
