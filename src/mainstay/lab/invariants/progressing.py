"""When an exercise may step up: the invariants of every step up that was decided."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from mainstay.coach import Decision, Place, Verdict
from mainstay.kernel import Event, Sidedness
from mainstay.lab.invariants.record import Found, Record
from mainstay.lab.invariants.sessions import Sitting, set_load

_WEEK = 7
_ROUNDING = 1e-6


def _ups(record: Record) -> Iterator[tuple[Decision, Place, list[Sitting]]]:
    """Yield each step up with its place before and the told sessions of the exercise up to it, last first."""
    place = {event.id: index for index, event in enumerate(record.events)}
    by_slug: dict[str, list[Sitting]] = {}
    for sitting in record.sittings:
        if sitting.settled_by:
            for slug, work in sitting.work.items():
                if work.is_told:
                    by_slug.setdefault(slug, []).append(sitting)
    for made in record.decisions(Verdict.PROGRESS):
        now = place.get(made.id.split(":")[0])
        if now is not None and made.was is not None:
            told = [one for one in by_slug.get(made.exercise, ()) if place[one.settled_by] <= now]
            yield made, made.was, sorted(told, key=lambda one: place[one.settled_by], reverse=True)


def good_sessions(record: Record) -> Found:
    """No step up on amber or red, a missing answer, doubtful form, great effort, or work left undone."""
    needed = record.catalogue.rules.progress.good_sessions.whole
    for made, was, told in _ups(record):
        if len(told) < needed:
            yield made.date, f"{made.exercise} goes up after {len(told)} sessions"
        for sitting in told[:needed]:
            faults = sitting.faults(record.catalogue, made.exercise, was)
            if faults:
                yield made.date, f"{made.exercise} goes up although {sitting.day} had {faults[0]}"


def after_a_gap(record: Record) -> Found:
    """After a gap it takes as many good sessions as before."""
    needed, keep = (
        record.catalogue.rules.progress.good_sessions.whole,
        record.catalogue.rules.gap.keep_days.value,
    )
    trained = sorted({e.day for e in record.events if e.kind in ("set_performed", "exercise_rated")})
    for made, _, told in _ups(record):
        if len(told) < needed:
            continue
        since = [day for day in trained if told[needed - 1].day <= day <= told[0].day]
        gaps = [(later - earlier).days for earlier, later in pairwise(since)]
        if any(gap > keep for gap in gaps):
            yield made.date, f"{made.exercise} goes up after {max(gaps)} days away"


def days_at_a_step(record: Record) -> Found:
    """Some days at a step before the next one; whoever undid a step is not counted here."""
    least = record.catalogue.rules.progress.min_days.whole
    undone = {e.fields["decision"].split(":")[-1] for e in record.events if e.kind == "decision_undone"}
    moves: dict[str, int] = {}
    order = {event.id: index for index, event in enumerate(record.events)}
    for made in record.life.decisions:
        event = order.get(made.id.split(":")[0], 0)
        if made.verdict is Verdict.PROGRESS and made.exercise not in undone:
            first = _first_set(record, made.exercise, moves.get(made.exercise, -1))
            if first and (made.date - first).days < least:
                yield (
                    made.date,
                    f"{made.exercise} goes up {(made.date - first).days} days after its last step",
                )
        if made.was != made.now:
            moves[made.exercise] = event


def _first_set(record: Record, slug: str, after: int) -> date | None:
    for event in record.events[after + 1 :]:
        if event.kind == "set_performed" and event.fields["exercise"] == slug:
            return event.day
    return None


def one_step_at_a_time(record: Record) -> Found:
    """A step up is to the next dose, or to the first dose of a harder rung."""
    for made in record.decisions(Verdict.PROGRESS):
        was, now = made.was, made.now
        if was is None or now is None:
            yield made.date, f"{made.exercise} goes up from nowhere"
            continue
        exercise = record.catalogue.exercises[made.exercise]
        top = len(exercise.rung(was.rung).steps) - 1
        higher = exercise.rung_index(now.rung) - exercise.rung_index(was.rung)
        same = higher == 0 and now.step == was.step + 1
        if not same and not (higher > 0 and now.step == 0 and was.step >= top):
            yield made.date, f"{made.exercise} goes from {was} to {now}"


def caps_on_steps(record: Record) -> Found:
    """One step up for a session, two in any seven days."""
    rules = record.catalogue.rules.progress
    ups = _kept_ups(record)
    settled: dict[str, int] = {}
    for sitting in record.sittings:
        settled[sitting.settled_by] = settled.get(sitting.settled_by, 0) + 1
    counts: dict[str, int] = {}
    for made in ups:
        event = made.id.split(":")[0]
        counts[event] = counts.get(event, 0) + 1
        if counts[event] > rules.ups_per_session.whole * settled.get(event, 0):
            yield made.date, f"{counts[event]} steps up for {settled.get(event, 0)} sessions"
        week = [one for one in ups if 0 <= (made.date - one.date).days < _WEEK]
        if len(week) > rules.ups_per_week.whole:
            yield made.date, f"{len(week)} steps up in seven days"


def _kept_ups(record: Record) -> list[Decision]:
    undone = {event.fields["decision"] for event in record.events if event.kind == "decision_undone"}
    return [made for made in record.decisions(Verdict.PROGRESS) if made.id not in undone]


def cap_on_weekly_load(record: Record) -> Found:
    """A second step up within seven days does not bring the added load above its share of the week's."""
    share = record.catalogue.rules.progress.load_rise_week.value
    ups, known = _kept_ups(record), record.catalogue.exercises
    for index, made in enumerate(ups):
        earlier = [one for one in ups[:index] if 0 <= (made.date - one.date).days < _WEEK]
        if not earlier:
            continue
        added = sum(_added(record, one) for one in (*earlier, made))
        told = [event.fields for event in _sets_before(record, made)]
        week = sum(set_load(known[one["exercise"]].rung(one["rung"]), one) for one in told)
        if added > share * week + _ROUNDING:
            yield made.date, f"{added:.0f} added to a week of {week:.0f}"


def _sets_before(record: Record, made: Decision) -> list[Event]:
    """Return the sets of the seven days before a decision, up to the event that led to it."""
    found = []
    for event in record.events:
        if event.id == made.id.split(":")[0]:
            break
        if event.kind == "set_performed" and (made.date - event.day).days < _WEEK:
            found.append(event)
    return found


def _added(record: Record, made: Decision) -> float:
    """What a step adds to a week like the one before it."""
    days = {event.day for event in _sets_before(record, made)}
    if made.was is None or made.now is None:
        return 0.0
    rise = _dose_load(record, made.exercise, made.now) - _dose_load(record, made.exercise, made.was)
    return max(0.0, rise) * len(days)


def _dose_load(record: Record, slug: str, place: Place) -> float:
    rung = record.catalogue.exercises[slug].rung(place.rung)
    dose = rung.steps[min(place.step, len(rung.steps) - 1)]
    sides = 2 if rung.sides is Sidedness.EACH else 1
    return dose.sets * sides * set_load(rung, {"reps": dose.reps, "hold_seconds": dose.hold_seconds})
