"""The end of a session: what is already bad enough to act on before the next morning."""

from collections.abc import Iterator
from dataclasses import replace

from mainstay.catalogue import Catalogue
from mainstay.coach.decision import Decision
from mainstay.coach.progression.mode import Mode
from mainstay.coach.progression.moment import Moment, Outcome
from mainstay.coach.progression.record import find, put, with_work
from mainstay.coach.progression.red import with_red
from mainstay.coach.progression.response import Colour, Response, after, during
from mainstay.coach.progression.state import Progression, Session, Work
from mainstay.coach.progression.steps_down import down, note_provocation
from mainstay.kernel import Reason

Fault = tuple[int, Reason]
"""Steps to go down, and why."""


def finish(moment: Moment, state: Progression, session_id: str) -> Outcome:
    """Act on red pain after the session, a second amber, great effort and repeated poor form.

    Doing it twice changes nothing. A session that the person never finished is finished by what comes next.
    """
    session = find(state, session_id)
    if session is None or session.finished:
        return state, ()
    state = _use_ramp(put(state, replace(session, finished=True)), session)
    answer = _after(moment, session)
    if answer and answer[0] is Colour.RED:
        state = with_red(moment, state)
    decisions: list[Decision] = []
    for slug, work in judged(moment.catalogue, state, session):
        if colour_of(moment.catalogue, session, work)[0] >= Colour.AMBER:
            state = note_provocation(moment, state, slug, work.rung, at_once=False)
        faults = tuple(_faults(moment, state, session, slug, work, answer))
        if faults:
            state, made = _act(moment, state, session_id, slug, faults)
            decisions.extend(made)
    return state, tuple(decisions)


def judged(catalogue: Catalogue, state: Progression, session: Session) -> Iterator[tuple[str, Work]]:
    """Yield the exercises that a ladder can learn from, and that have not led to a step down yet."""
    for slug, work in session.work.items():
        told = work.rating is not None or work.skipped == "pain"
        if told and not work.acted and slug in state.ladders and slug in catalogue.exercises:
            yield slug, work


def colour_of(catalogue: Catalogue, session: Session, work: Work) -> Response:
    """Return how the back answered to an exercise while it was done; skipping it for pain is amber."""
    if work.rating is None:
        return Colour.AMBER, Reason("skipped-pain", source="mainstay-product")
    return during(catalogue.rules.pain, session.usual, work.rating)


def is_poor(work: Work) -> bool:
    """Return whether the person called their form poor."""
    return work.rating is not None and work.rating.form == "poor"


def _use_ramp(state: Progression, session: Session) -> Progression:
    state = replace(state, finished_on=session.day)
    if session.mode != Mode.RAMP or not state.ramp:
        return state
    rest = state.ramp[1:]
    return replace(state, ramp=rest, ramp_why=state.ramp_why if rest else "")


def _after(moment: Moment, session: Session) -> Response | None:
    if moment.event.kind != "session_finished":
        return None
    return after(moment.rules.pain, session.usual, moment.event.fields["pain_after"])


def _faults(
    moment: Moment, state: Progression, session: Session, slug: str, work: Work, answer: Response | None
) -> Iterator[Fault]:
    """Yield each reason to step down now, with the steps it asks for."""
    rules, ladder = moment.rules.progress, state.ladders[slug]
    if answer and answer[0] is Colour.RED:
        yield rules.unclear_steps.whole, answer[1]
    colour, reason = colour_of(moment.catalogue, session, work)
    if colour is Colour.AMBER and ladder.ambers + 1 >= rules.ambers_down.whole:
        yield rules.amber_steps.whole, reason
    if work.rating and work.rating.effort >= rules.effort_down.value:
        numbers = (("effort", work.rating.effort), ("limit", rules.effort_down.whole))
        yield rules.amber_steps.whole, Reason("effort-high", numbers, rules.effort_down.source)
    if is_poor(work) and ladder.poor_forms + 1 >= rules.poor_forms_down.whole:
        times = (("times", ladder.poor_forms + 1),)
        yield rules.amber_steps.whole, Reason("form-poor", times, rules.poor_forms_down.source)


def _act(
    moment: Moment, state: Progression, session_id: str, slug: str, faults: tuple[Fault, ...]
) -> Outcome:
    session = find(state, session_id)
    if session:
        state = put(state, with_work(session, slug, replace(session.work[slug], acted=True)))
    steps = max(count for count, _ in faults)
    return down(moment, state, slug, steps, tuple(reason for _, reason in faults))
