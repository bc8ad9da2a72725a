"""Steps down a ladder, and directions that have provoked pain."""

from dataclasses import replace
from datetime import timedelta

from mainstay.coach.decision import Place, Verdict
from mainstay.coach.progression.ladder import step_down
from mainstay.coach.progression.moment import Moment, Outcome
from mainstay.coach.progression.state import LadderState, Progression, Undo
from mainstay.kernel import Direction, Reason

_DIRECTIONS = (Direction.FLEXION, Direction.EXTENSION, Direction.ROTATION, Direction.LOAD)


def down(moment: Moment, state: Progression, slug: str, steps: int, why: tuple[Reason, ...]) -> Outcome:
    """Take an exercise some steps down; at the bottom of its ladder it is maintained."""
    exercise = moment.catalogue.exercises[slug]
    ladder = state.ladders[slug]
    lower = step_down(exercise, ladder.place, steps, moment.open_rungs(exercise))
    if lower == ladder.place:
        why = (*why, Reason("easiest-already", source="mainstay-product"))
        moved = replace(ladder, good=0, ambers=0, poor_forms=0)
        decision = moment.decide(slug, Verdict.MAINTAIN, lower, lower, why)
    else:
        moved = moved_to(ladder, lower, moment.decision_id(slug))
        decision = moment.decide(slug, Verdict.REGRESS, ladder.place, lower, why)
    return replace(state, ladders={**state.ladders, slug: moved}), (decision,)


def moved_to(ladder: LadderState, place: Place, decision_id: str | None) -> LadderState:
    """Return a ladder at a new place with fresh counts; with a decision's id the move can be undone."""
    undo = None
    if decision_id:
        undo = Undo(decision_id, ladder.place, ladder.since, ladder.good, ladder.ambers, ladder.resting_until)
    return replace(ladder, place=place, since=None, good=0, ambers=0, poor_forms=0, undo=undo)


def note_provocation(
    moment: Moment, state: Progression, slug: str, rung_slug: str, *, at_once: bool
) -> Progression:
    """Remember that a direction answered badly; on enough different days, or at once, it gets a flag."""
    rules, day = moment.rules.provocation, moment.day
    rung = next((r for r in moment.catalogue.exercises[slug].rungs if r.slug == rung_slug), None)
    if rung is None:
        return state
    window = timedelta(days=rules.lasts_days.whole)
    bad = {(d, when) for d, when in state.bad if day - when < window}
    flags = {d: until for d, until in state.flags.items() if until > day}
    for direction in _DIRECTIONS:
        if rung.demand.of(direction) >= rules.demand_min.whole:
            bad.add((direction, day))
            days = {when for d, when in bad if d is direction}
            if at_once or len(days) >= rules.bad_days.whole:
                flags[direction] = day + window
    return replace(state, bad=tuple(sorted(bad)), flags=flags)
