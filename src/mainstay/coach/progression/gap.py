"""Days without training: how far each ladder steps back on return."""

from dataclasses import replace

from mainstay.catalogue import Exercise
from mainstay.coach.decision import Place, Verdict
from mainstay.coach.limits import entry_index
from mainstay.coach.progression.ladder import step_down
from mainstay.coach.progression.moment import Moment, Outcome
from mainstay.coach.progression.state import Progression
from mainstay.kernel import Reason


def back_after_gap(moment: Moment, state: Progression) -> Outcome:
    """Return the state on the first training day after a gap, with a decision for each ladder moved.

    Nothing changes where the last session is recent.
    """
    away = (moment.day - state.last_session).days if state.last_session else 0
    rules = moment.rules.gap
    if away <= rules.keep_days.whole:
        return state, ()
    reason = Reason("gap", (("days", away),), rules.keep_days.source)
    ladders, decisions = dict(state.ladders), []
    for slug, ladder in state.ladders.items():
        exercise = moment.catalogue.exercises.get(slug)
        place = _lower(moment, exercise, ladder.place, away) if exercise else ladder.place
        ladders[slug] = replace(ladder, place=place, since=None, good=0, ambers=0, undo=None)
        if place != ladder.place:
            decisions.append(moment.decide(slug, Verdict.REGRESS, ladder.place, place, (reason,)))
    back = replace(state, ladders=ladders, block_start=moment.day)
    return _with_ramp(moment, back, away), tuple(decisions)


def _with_ramp(moment: Moment, state: Progression, away: int) -> Progression:
    """The first session back is lighter after a long gap; a gentler way back that is under way stays."""
    rules = moment.rules.gap
    first = rules.long_volume.value if away > rules.one_step_days.whole else 1.0
    if state.flare or (state.ramp and state.ramp[0] < first):
        return state
    return replace(state, ramp=(first,), ramp_why="gap-ramp")


def _lower(moment: Moment, exercise: Exercise, place: Place, away: int) -> Place:
    rules = moment.rules.gap
    if place.rung not in {rung.slug for rung in exercise.rungs}:
        return place
    open_ = moment.open_rungs(exercise)
    if away <= rules.one_step_days.whole:
        return step_down(exercise, place, rules.one_step.whole, open_)
    if away <= rules.two_steps_days.whole:
        return step_down(exercise, place, rules.two_steps.whole, open_)
    entry = entry_index(exercise, moment.limits, open_)
    lowest = exercise.rung_index(place.rung)
    return Place(exercise.rungs[lowest if entry is None else min(entry, lowest)].slug, 0)
