"""A rating: noted for the end of the session, and acted on at once where it is red."""

from dataclasses import replace

from mainstay.coach.decision import Decision
from mainstay.coach.progression.finish import colour_of
from mainstay.coach.progression.moment import Moment, Outcome
from mainstay.coach.progression.record import put, rating_from, with_work, work_in
from mainstay.coach.progression.red import after_any_rise, after_red, with_red
from mainstay.coach.progression.response import Colour, any_rise
from mainstay.coach.progression.state import Progression, Session, Work
from mainstay.coach.progression.steps_down import note_provocation


def rated(moment: Moment, state: Progression, session: Session) -> Outcome:
    """Take in what the person said of one exercise; a red response is answered once, at once."""
    slug = moment.event.fields["exercise"]
    known = state.ladders.get(slug)
    work = work_in(session, slug, known.place.rung if known else "")
    work = replace(work, rating=rating_from(moment.event.fields))
    made: tuple[Decision, ...] = ()
    if slug in moment.catalogue.exercises and not work.acted:
        state, made = _answer(moment, state, session, slug, work)
    return put(state, with_work(session, slug, replace(work, acted=work.acted or bool(made)))), made


def _answer(moment: Moment, state: Progression, session: Session, slug: str, work: Work) -> Outcome:
    rating = work.rating
    colour, reason = colour_of(moment.catalogue, session, work)
    if rating is None or colour is not Colour.RED:
        return _any_rise(moment, state, session, slug, work)
    nerve = rating.symptom.is_nerve
    state = note_provocation(moment, state, slug, work.rung, at_once=nerve)
    return after_red(moment, with_red(moment, state), slug, rating, reason)


def _any_rise(moment: Moment, state: Progression, session: Session, slug: str, work: Work) -> Outcome:
    """Exercises that are off by default stop at any rise above the usual level."""
    if work.rating is None or not moment.catalogue.exercises[slug].off_by_default:
        return state, ()
    rise = any_rise(session.usual, work.rating.pain)
    return after_any_rise(moment, state, slug, rise) if rise else (state, ())
