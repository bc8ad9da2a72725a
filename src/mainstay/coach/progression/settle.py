"""The next morning: closing a session, counting it, and choosing the one step up it may bring."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from mainstay.coach.decision import Decision, Verdict
from mainstay.coach.progression.completion import is_complete
from mainstay.coach.progression.finish import colour_of, finish, is_poor, judged
from mainstay.coach.progression.mode import Mode
from mainstay.coach.progression.moment import Moment, Outcome
from mainstay.coach.progression.record import find
from mainstay.coach.progression.red import with_red
from mainstay.coach.progression.response import Colour, Response, settled
from mainstay.coach.progression.state import LadderState, Progression, Rating, Session, Work
from mainstay.coach.progression.steps_down import down
from mainstay.coach.progression.steps_up import best_step_up
from mainstay.kernel import Reason


def settle(moment: Moment, state: Progression, session_id: str, pain: int | None) -> Outcome:
    """Close a session with the next morning's pain, or without it (None): then nothing counts as good."""
    state, decisions = finish(moment, state, session_id)
    session = find(state, session_id)
    if session is None:
        return state, decisions
    night = _night(moment, session, pain)
    state = replace(state, sessions=tuple(s for s in state.sessions if s.id != session_id))
    state = with_red(moment, state) if night[0] is Colour.RED else state
    made: list[Decision] = [*decisions]
    ready: list[str] = []
    for slug, work in judged(moment.catalogue, state, session):
        state, more = _judge(moment, state, session, slug, work, night)
        made.extend(more)
        if not more:
            ready.append(slug)
    state, ups = best_step_up(moment, state, ready)
    return state, (*made, *ups)


def can_tell(moment: Moment, session: Session) -> bool:
    """Return whether pain told at this moment says how the session settled: soon after, not the same day."""
    window = timedelta(days=moment.rules.pain.settle_days.whole)
    return timedelta(0) < moment.day - session.day <= window


def _night(moment: Moment, session: Session, pain: int | None) -> Response:
    """How a session settled; a high morning in a flare-up is the flare-up's, not the relief session's."""
    if session.mode == Mode.RELIEF:
        return Colour.UNKNOWN, Reason("mode-relief", source="mainstay-product")
    return settled(moment.rules.pain, session.usual, pain)


def _judge(
    moment: Moment, state: Progression, session: Session, slug: str, work: Work, night: Response
) -> Outcome:
    """Judge one exercise; no decision returned means a good session, which may lead to a step up."""
    rules = moment.rules.progress
    if night[0] is Colour.RED:
        return down(moment, state, slug, rules.unclear_steps.whole, (night[1],))
    faults = tuple(_faults(moment, state, session, slug, work, night))
    colour = max(colour_of(moment.catalogue, session, work)[0], night[0])
    counted = _counted(state.ladders[slug], colour, good=not faults, poor=is_poor(work))
    state = replace(state, ladders={**state.ladders, slug: counted})
    if counted.ambers >= rules.ambers_down.whole:
        return down(moment, state, slug, rules.amber_steps.whole, faults)
    if not faults:
        return state, ()
    return state, (moment.decide(slug, Verdict.MAINTAIN, counted.place, counted.place, faults),)


def _counted(ladder: LadderState, colour: Colour, *, good: bool, poor: bool) -> LadderState:
    ambers = {Colour.GREEN: 0, Colour.AMBER: ladder.ambers + 1}.get(colour, ladder.ambers)
    return replace(
        ladder,
        good=ladder.good + 1 if good else 0,
        ambers=ambers,
        poor_forms=ladder.poor_forms + 1 if poor else 0,
    )


def _faults(
    moment: Moment, state: Progression, session: Session, slug: str, work: Work, night: Response
) -> Iterator[Reason]:
    """Yield every reason why this session does not count as a good one."""
    exercise, place = moment.catalogue.exercises[slug], state.ladders[slug].place
    colour, reason = colour_of(moment.catalogue, session, work)
    if colour is not Colour.GREEN:
        yield reason
    if night[0] is not Colour.GREEN:
        yield night[1]
    if session.mode != Mode.NORMAL:
        if session.mode != Mode.RELIEF:
            yield Reason(f"mode-{session.mode}", source="mainstay-product")
    elif work.rung != place.rung:
        yield Reason("other-rung", (("rung", work.rung),), "mainstay-product")
    elif not is_complete(exercise, place, work):
        yield Reason("incomplete", source="article-b")
    if work.rating:
        yield from _doubts(moment, work.rating)


def _doubts(moment: Moment, rating: Rating) -> Iterator[Reason]:
    limit = moment.rules.progress.effort_max
    if rating.effort > limit.value:
        numbers = (("effort", rating.effort), ("limit", limit.whole))
        yield Reason("effort-above", numbers, limit.source)
    if rating.form in ("unsure", "poor") or rating.camera_doubts:
        yield Reason("form-unsure", source="mainstay-product")
