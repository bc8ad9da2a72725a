"""“This hurts”: what a rating during a session leads to, at once."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from mainstay.catalogue import Catalogue
from mainstay.coach.decision import Decision, Verdict
from mainstay.coach.person import Person, advance
from mainstay.coach.planning import Item, setting_on
from mainstay.coach.progression import Session, put
from mainstay.coach.training.kinds import Kind, kind_of
from mainstay.coach.training.stand_ins import Stopped, stand_ins
from mainstay.kernel import Event, Reason

_GOES_ON = (Verdict.PROGRESS, Verdict.MAINTAIN)


class Move(StrEnum):
    """What the person does next."""

    GO_ON = "go-on"
    GENTLER = "gentler"
    EASIER_NEXT = "easier-next"
    SWAP = "swap"
    LEAVE = "leave"
    END = "end"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Answer:
    """The coach's answer to one rating.

    ``decision`` is None where nothing changes; ``instead`` are exercises that may take the place of this
    one now, best first; ``over`` says that it has ended for today; ``person`` is who they are after it.
    """

    kind: Kind
    move: Move
    decision: Decision | None
    why: tuple[Reason, ...]
    instead: tuple[Item, ...]
    over: bool
    person: Person


def answer(
    catalogue: Catalogue, person: Person, event: Event, stopped: Stopped, taken: Collection[str]
) -> Answer:
    """Answer an ``exercise_rated`` event of a session under way.

    ``person`` is the person just before it, ``stopped`` what is known of the exercise in this session, and
    ``taken`` the exercises that the session has or had already, so that none of them is offered instead.
    """
    after, decisions = advance(catalogue, person, event)
    made = next((made for made in decisions if made.id == f"{event.id}:{stopped.exercise}"), None)
    session = session_in(after, event.fields["session"])
    told = answer_told(catalogue, after, session, stopped.exercise, made)
    if told.move is not Move.LEAVE:
        return told
    instead = stand_ins(setting_on(catalogue, after, event.day), stopped, taken)
    return replace(told, move=Move.SWAP, instead=instead) if instead else told


def answer_told(
    catalogue: Catalogue, person: Person, session: Session, slug: str, decision: Decision | None
) -> Answer:
    """Return the answer to an exercise's rating once it is in the diary, without what may stand in.

    ``decision`` is what the rating led to; None where nothing was decided.
    """
    kinds = kinds_in(catalogue, session)
    over = decision is not None and decision.verdict not in _GOES_ON
    move, why = Move.GENTLER, decision.why if decision and over else ()
    if decision and decision.verdict is Verdict.STOP:
        move = Move.STOP
    elif kinds[slug].is_red and is_ended(catalogue, session):
        move, why = Move.END, (_enough(catalogue, session),)
    elif decision and over:
        move = Move.EASIER_NEXT if decision.verdict is Verdict.REGRESS else Move.LEAVE
    elif kinds[slug] is Kind.GREEN:
        move = Move.GO_ON
    return Answer(kinds[slug], move, decision, why, (), over, person)


def is_ended(catalogue: Catalogue, session: Session) -> bool:
    """Return whether a session has had as many red responses as end it."""
    return reds_in(catalogue, session) >= catalogue.rules.pain.reds_end_session.value


def reds_in(catalogue: Catalogue, session: Session) -> int:
    """Return how many exercises of a session had a red response."""
    return sum(kind.is_red for kind in kinds_in(catalogue, session).values())


def _enough(catalogue: Catalogue, session: Session) -> Reason:
    limit = catalogue.rules.pain.reds_end_session
    numbers = (("reds", reds_in(catalogue, session)), ("limit", limit.whole))
    return Reason("reds-end-session", numbers, limit.source)


def session_in(person: Person, session_id: str) -> Session:
    """Return a session whose next morning is not known yet; raise KeyError for any other."""
    for session in person.progression.sessions:
        if session.id == session_id:
            return session
    raise KeyError(session_id)


def with_usual(person: Person, session_id: str, usual: int) -> Person:
    """Return the person as if the usual level of a session under way were another."""
    session = replace(session_in(person, session_id), usual=usual)
    return replace(person, progression=put(person.progression, session))


def kinds_in(catalogue: Catalogue, session: Session) -> dict[str, Kind]:
    """Return how each exercise that was rated in a session felt."""
    rules, known = catalogue.rules.pain, catalogue.exercises
    return {
        slug: kind_of(rules, work.rating, session.usual, off=known[slug].off_by_default)
        for slug, work in session.work.items()
        if work.rating and slug in known
    }
