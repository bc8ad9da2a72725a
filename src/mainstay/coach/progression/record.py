"""Book-keeping of sessions: what was asked, done, rated and skipped."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from mainstay.coach.decision import Decision, Place, Verdict
from mainstay.coach.limits import rung_faults
from mainstay.coach.progression.flare import usual_level
from mainstay.coach.progression.ladder import open_place
from mainstay.coach.progression.mode import mode_on
from mainstay.coach.progression.moment import Moment, Outcome
from mainstay.coach.progression.state import LadderState, Progression, Rating, Session, SetDone, Work
from mainstay.kernel import Block, Dose, Side, Symptom, work_seconds

_WEEK = timedelta(days=7)


def find(state: Progression, session_id: str) -> Session | None:
    """Return the open session with this id."""
    return next((s for s in state.sessions if s.id == session_id), None)


def put(state: Progression, session: Session) -> Progression:
    """Return the state with this session new or replaced."""
    others = tuple(s for s in state.sessions if s.id != session.id)
    return replace(state, sessions=(*others, session))


def new_session(moment: Moment, state: Progression) -> Session:
    """Return a session that begins with this event, in the mode of the day."""
    fields = moment.event.fields
    mode, _ = mode_on(moment.catalogue, state, moment.day)
    usual = usual_level(moment.catalogue, state, moment.day)
    return Session(fields["session"], moment.day, usual, mode.value, asked=dict(_asked(fields.get("plan"))))


def asked_anew(session: Session, fields: Mapping[str, Any]) -> Session:
    """Return a session under way with what another plan asks for; what was asked before stays asked."""
    return replace(session, asked={**session.asked, **dict(_asked(fields.get("plan")))})


def _asked(plan: object) -> Iterator[tuple[str, int]]:
    """Read the sets of each exercise from a plan as it was shown; a plan of another shape says nothing."""
    for block in _records(plan, "blocks"):
        for item in _records(block, "items"):
            if isinstance(item.get("sets"), int) and isinstance(item.get("exercise"), str):
                yield item["exercise"], item["sets"]


def _records(record: object, key: str) -> Iterator[Mapping[str, Any]]:
    rows = record.get(key) if isinstance(record, Mapping) else None
    if isinstance(rows, list | tuple):
        yield from (row for row in rows if isinstance(row, Mapping))


def work_in(session: Session, slug: str, rung: str) -> Work:
    """Return the session's work on an exercise, new where it has not begun."""
    return session.work.get(slug) or Work(rung, asked_sets=session.asked.get(slug))


def with_work(session: Session, slug: str, work: Work) -> Session:
    """Return the session with this work on an exercise."""
    return replace(session, work={**session.work, slug: work})


def with_set(session: Session, fields: Mapping[str, Any]) -> Session:
    """Add one performed set."""
    side = fields.get("side")
    done = SetDone(
        number=fields["set"],
        side=Side(side) if side else None,
        reps=fields.get("reps"),
        hold_seconds=fields.get("hold_seconds"),
        load_kg=fields.get("load_kg"),
    )
    work = work_in(session, fields["exercise"], fields["rung"])
    return with_work(session, fields["exercise"], replace(work, rung=fields["rung"], sets=(*work.sets, done)))


def rating_from(fields: Mapping[str, Any]) -> Rating:
    """Read a validated rating."""
    camera = fields.get("camera")
    return Rating(
        effort=fields["effort"],
        pain=fields["pain"],
        symptom=Symptom(fields.get("symptom") or "none"),
        form=fields.get("form") or "",
        camera_doubts=isinstance(camera, Mapping) and camera.get("form") in ("poor", "unsure"),
    )


def mark_trained(moment: Moment, state: Progression) -> Progression:
    """Count a day on which something was done, and whether it was a day of strength work."""
    exercise = moment.catalogue.exercises.get(moment.event.fields["exercise"])
    day = moment.day
    strength = exercise is not None and exercise.block is Block.STRENGTH
    if strength and state.last_strength != day:
        state = replace(state, strength_days=state.strength_days + 1, last_strength=day)
    state = with_day(state, day, strength=strength)
    if state.last_session == day:
        return state
    first, block = state.first_session or day, state.block_start or day
    return replace(state, first_session=first, block_start=block, last_session=day)


def with_day(state: Progression, day: date, *, strength: bool) -> Progression:
    """Note a day of training among the last ones; what was strength work stays so."""
    known = dict(state.trained)
    if known.get(day) in (True, strength):
        return state
    kept = {one: was for one, was in known.items() if day - one <= _WEEK}
    kept[day] = strength or known.get(day, False)
    return replace(state, trained=tuple(kept.items()))


def touch_ladder(moment: Moment, state: Progression) -> Outcome:
    """Note that an exercise was done.

    The first time starts its ladder on the rung that was done. A ladder whose rung has become closed to
    the person (by a new limit) moves to the open rung that they did, with a decision.
    """
    slug, rung = moment.event.fields["exercise"], moment.event.fields["rung"]
    exercise = moment.catalogue.exercises.get(slug)
    if exercise is None or exercise.block is Block.WARM_UP or not any(r.slug == rung for r in exercise.rungs):
        return state, ()
    ladder = state.ladders.get(slug) or LadderState(Place(rung, 0))
    made: tuple[Decision, ...] = ()
    if ladder.place.rung != rung:
        allowed = open_place(exercise, ladder.place, moment.open_rungs(exercise))
        if allowed and allowed.rung == rung:
            why = rung_faults(moment.catalogue, exercise, exercise.rung(ladder.place.rung), moment.limits)
            made = (moment.decide(slug, Verdict.REGRESS, ladder.place, allowed, why),)
            ladder = LadderState(allowed, last_red=ladder.last_red)
    if ladder.last_done == moment.day and ladder.since and not made:  # another set of the day
        return state, ()
    ladder = replace(ladder, last_done=moment.day, since=ladder.since or moment.day)
    return replace(state, ladders={**state.ladders, slug: ladder}), made


def add_load(moment: Moment, state: Progression) -> Progression:
    """Add a performed set to the load of its day; days older than a week are let go."""
    fields = moment.event.fields
    exercise = moment.catalogue.exercises.get(fields["exercise"])
    rung = next((r for r in exercise.rungs if r.slug == fields["rung"]), None) if exercise else None
    if rung is None:
        return state
    hold = fields.get("hold_seconds")
    done = Dose(1, 0, fields.get("reps"), None if hold is None else round(hold))
    load = work_seconds(done, rung.rep_seconds) * rung.load_rank
    kept = {day: amount for day, amount in state.loads if moment.day - day < _WEEK}
    kept[moment.day] = kept.get(moment.day, 0.0) + load
    return replace(state, loads=tuple(kept.items()))
