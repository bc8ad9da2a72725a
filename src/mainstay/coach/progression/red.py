"""A red response to an exercise: what happens at once."""

from dataclasses import replace
from datetime import date, timedelta

from mainstay.catalogue import Exercise
from mainstay.coach.decision import Place, Verdict
from mainstay.coach.progression.ladder import ladder_of, step_down
from mainstay.coach.progression.moment import Moment, Outcome
from mainstay.coach.progression.state import LadderState, Progression, Rating
from mainstay.coach.progression.steps_down import moved_to
from mainstay.kernel import Reason


def after_red(moment: Moment, state: Progression, slug: str, rating: Rating, reason: Reason) -> Outcome:
    """Answer a red response to an exercise: stop, swap, take out, or two steps down.

    Symptoms that stop an exercise cannot be undone with a tap; a number can.
    """
    exercise = moment.catalogue.exercises[slug]
    ladder = _ladder(moment, state, exercise)
    rules = moment.rules.progress
    lower = step_down(exercise, ladder.place, rules.red_steps.whole, moment.open_rungs(exercise))
    verdict = _verdict(moment, ladder, rating, lower)
    rests = ladder.resting_until
    if verdict is not Verdict.REGRESS:
        rests = moment.day + timedelta(days=rules.remove_days.whole)
    undo = None if rating.symptom.is_red else moment.decision_id(slug)
    moved = replace(moved_to(ladder, lower, undo), last_red=moment.day, resting_until=rests)
    decision = moment.decide(slug, verdict, ladder.place, lower, (reason,))
    if verdict is not Verdict.REGRESS:
        decision = replace(decision, instead=_instead(moment, state, exercise), until=rests)
    included = state.included - {slug} if exercise.off_by_default else state.included
    return replace(state, ladders={**state.ladders, slug: moved}, included=included), (decision,)


def after_any_rise(moment: Moment, state: Progression, slug: str, reason: Reason) -> Outcome:
    """The Superman rule: an exercise that is off by default goes off again when it raises pain at all."""
    exercise = moment.catalogue.exercises[slug]
    ladder = _ladder(moment, state, exercise)
    first = Place(exercise.rungs[0].slug, 0)
    decision = moment.decide(slug, Verdict.SUBSTITUTE, ladder.place, first, (reason,))
    decision = replace(decision, instead=_instead(moment, state, exercise))
    ladders = {**state.ladders, slug: replace(moved_to(ladder, first, None), last_red=moment.day)}
    return replace(state, ladders=ladders, included=state.included - {slug}), (decision,)


def with_red(moment: Moment, state: Progression) -> Progression:
    """Count a red response; only those of the window for a referral are kept."""
    window = timedelta(days=moment.rules.pain.red_window_days.whole)
    recent = tuple(red for red in state.reds if moment.day - red <= window)
    return replace(state, reds=(*recent, moment.day), last_red=moment.day)


def _ladder(moment: Moment, state: Progression, exercise: Exercise) -> LadderState:
    known = ladder_of(moment.catalogue, state, exercise.slug, moment.limits)
    return known or LadderState(Place(exercise.rungs[0].slug, 0))


def _verdict(moment: Moment, ladder: LadderState, rating: Rating, lower: Place) -> Verdict:
    if rating.symptom.is_nerve:
        return Verdict.STOP
    if rating.symptom.is_red:
        return Verdict.SUBSTITUTE
    again = ladder.last_red is not None and _within_window(moment, ladder.last_red)
    return Verdict.REMOVE if again or lower == ladder.place else Verdict.REGRESS


def _within_window(moment: Moment, day: date) -> bool:
    return moment.day - day <= timedelta(days=moment.rules.pain.red_window_days.whole)


def _instead(moment: Moment, state: Progression, exercise: Exercise) -> str:
    """Return the first substitute that is open to the person today."""
    for slug in exercise.substitutes:
        other = moment.catalogue.exercises.get(slug)
        rests = state.ladders[slug].resting_until if slug in state.ladders else None
        resting = rests is not None and moment.day < rests
        if other and slug not in state.excluded and not resting and moment.open_rungs(other):
            return slug
    return ""
