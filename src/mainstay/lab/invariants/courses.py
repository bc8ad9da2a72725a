"""What a whole course must show: steps back after a gap, no oscillation, referral, and a way to the top."""

from datetime import date

from mainstay.coach import Decision, Place, Verdict
from mainstay.lab.heights import steps_below
from mainstay.lab.invariants.limits import contraindicated, highest_rank, unequipped
from mainstay.lab.invariants.record import Found, Record

_WEEK = 7
_OFTEN, _OFTEN_WEEKS = 3, 12
"""So often up to the same step within so many weeks is still a search (mainstay-product, P)."""
_SETTLING_WEEKS = 3
_UPS_A_WEEK = 1.2
"""Of at most two; one week in six is easy, and the first wait for good sessions (mainstay-product, P)."""
_TOP_WEEKS = 170
"""In which a whole programme is climbed: in the model it took 63 to 140 weeks (mainstay-product, P)."""
_REFERRAL_WEEKS = 13
_ALWAYS = 4


def reasons(record: Record) -> Found:
    """Every decision says why, with a source that exists."""
    for made in record.decisions():
        if not made.why:
            yield made.date, f"{made.verdict.value} of {made.exercise} without a reason"
        for reason in made.why:
            if reason.source not in record.catalogue.sources:
                yield made.date, f"{reason.code} of {made.exercise} without a source"


def directions(record: Record) -> Found:
    """Decisions move the way their names say."""
    for made in record.decisions():
        if made.was is None or made.now is None:
            if made.verdict is not Verdict.REMOVE:
                yield made.date, f"{made.verdict.value} of {made.exercise} from or to nowhere"
            continue
        rise = _height(record, made, made.now) - _height(record, made, made.was)
        fits = {Verdict.PROGRESS: rise > 0, Verdict.MAINTAIN: rise == 0, Verdict.REGRESS: rise < 0}
        if not fits.get(made.verdict, rise <= 0):
            yield made.date, f"{made.verdict.value} of {made.exercise} by {rise} steps"


def _height(record: Record, made: Decision, place: Place) -> int:
    return steps_below(record.catalogue.exercises[made.exercise], place.rung, place.step)


def gaps_step_back(record: Record) -> Found:
    """After more than a week away, whatever is prescribed again is below where it was, or at the bottom."""
    keep = record.catalogue.rules.gap.keep_days.value
    for day in record.days:
        if not (day.facts.away(day.today.date) > keep and day.today.session):
            continue
        for item in day.today.session.items:
            was = _place_before(record, day.known, item.exercise)
            if was is None or item.step == 0:
                continue
            exercise = record.catalogue.exercises[item.exercise]
            now = steps_below(exercise, item.rung, item.step)
            if now >= steps_below(exercise, was.rung, was.step):
                yield day.today.date, f"{item.exercise} is as high as before the absence"


def _place_before(record: Record, known: int, slug: str) -> Place | None:
    """Where the last decision before left an exercise; None where there was none, or an undo."""
    if record.is_corrected_after(0) or any(e.kind == "decision_undone" for e in record.life.events[:known]):
        return None
    by_then = {event.id for event in record.life.events[:known]}
    found = [one for one in record.life.decisions if one.exercise == slug and one.id.split(":")[0] in by_then]
    return found[-1].now if found else None


def no_oscillation(record: Record) -> Found:
    """No exercise goes up to the same step over and over within weeks, without being taken out in between."""
    ups: dict[tuple[str, Place], list[date]] = {}
    for made in record.decisions():
        if made.verdict in (Verdict.STOP, Verdict.SUBSTITUTE, Verdict.REMOVE):
            ups = {key: days for key, days in ups.items() if key[0] != made.exercise}
        if made.verdict is Verdict.PROGRESS and made.now is not None:
            known = ups.setdefault((made.exercise, made.now), [])
            known[:] = [day for day in (*known, made.date) if (made.date - day).days < _OFTEN_WEEKS * _WEEK]
            if len(known) > _OFTEN:
                yield made.date, f"{made.exercise} goes up to {made.now} for the {len(known)}th time"


def always_in_pain(record: Record) -> Found:
    """Someone who is always in pain is sent to a professional, one way or another."""
    told = [e.fields["pain_now"] for e in record.events if e.kind == "day_checked_in"]
    weeks = _weeks_trained(record)
    answered = any(e.kind == "measure_answered" for e in record.events[len(record.events) // 2 :])
    if weeks < _REFERRAL_WEEKS or len(told) < weeks or min(told) < _ALWAYS or not answered:
        return
    shown = {reason.code for day in record.days for reason in day.today.reasons} | set(record.life.told)
    locked = any(day.today.clearance.locks for day in record.days)
    if not locked and not any(code.startswith("refer-") for code in shown):
        yield (
            record.days[-1].today.date,
            f"pain of {min(told)} or more for {weeks} weeks, and nobody suggested",
        )


def _weeks_trained(record: Record) -> int:
    days = [event.day for event in record.events if event.kind == "set_performed"]
    return (days[-1] - days[0]).days // _WEEK if days else 0


def climbs_when_well(record: Record) -> Found:
    """Someone who never hurts and always completes climbs at a good pace, until nothing is left to climb."""
    weeks = _weeks_trained(record)
    if weeks < 2 * _SETTLING_WEEKS or not is_well(record):
        return
    ups = sum(1 for _ in record.decisions(Verdict.PROGRESS))
    least = round(_UPS_A_WEEK * (weeks - _SETTLING_WEEKS) * min(1.0, _sessions_a_week(record, weeks) / 3))
    if ups < least and not _at_the_top(record):
        yield record.days[-1].today.date, f"{ups} steps up in {weeks} good weeks, where {least} are plausible"
    if weeks >= _TOP_WEEKS and not _at_the_top(record):
        yield record.days[-1].today.date, f"not at the top of every ladder in use after {weeks} good weeks"


def _at_the_top(record: Record) -> bool:
    """Whether no exercise of the last session has a harder step that this person could be given."""
    newest = {made.exercise: made.now for made in record.decisions() if made.now is not None}
    facts, day = record.days[-1].facts, record.days[-1].today.date
    highest = highest_rank(record.catalogue, facts, day)
    for slug in record.sittings[-1].work:
        exercise, place = record.catalogue.exercises[slug], newest.get(slug)
        if place is None:
            continue
        index = exercise.rung_index(place.rung)
        harder = [
            rung
            for rung in exercise.rungs[index + 1 :]
            if rung.load_rank <= highest
            and not any(contraindicated(record.catalogue, facts, exercise, rung))
            and not any(unequipped(facts, rung))
        ]
        if harder or place.step + 1 < len(exercise.rungs[index].steps):
            return False
    return True


def _sessions_a_week(record: Record, weeks: int) -> float:
    return len(record.sittings) / weeks


def is_well(record: Record) -> bool:
    """Whether nothing ever hurt, was hard, was left out, or was not told."""
    for sitting in record.sittings:
        ratings = [work.rating for work in sitting.work.values()]
        rated = [rating for rating in ratings if rating]
        if any(rating["pain"] or rating["effort"] > 3 for rating in rated) or sitting.usual != 0:
            return False
        if any(work.skipped for work in sitting.work.values()) or sitting.morning not in (0, None):
            return False
    quiet = {"decision_undone", "exercise_excluded", "event_retracted", "flare_reported"}
    return bool(record.sittings) and not any(event.kind in quiet for event in record.events)
