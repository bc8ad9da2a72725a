"""What a day may hold: the invariants of every plan that was shown."""

from collections.abc import Iterator
from datetime import date

from mainstay.catalogue import Exercise, Rung
from mainstay.coach import Item, Verdict
from mainstay.kernel import Block, Dose, Sidedness
from mainstay.lab.invariants.limits import contraindicated, highest_rank, unequipped
from mainstay.lab.invariants.record import Day, Found, Record

_ROUNDING = 1e-6
_WHY_NOT = {"nothing-fits", "nothing-at-all", "not-a-training-day", "trained-today"}


def _items(record: Record) -> Iterator[tuple[Day, Item, Exercise, Rung]]:
    for day in record.days:
        for item in day.today.session.items if day.today.session else ():
            exercise = record.catalogue.exercises[item.exercise]
            yield day, item, exercise, exercise.rung(item.rung)


def locked(record: Record) -> Found:
    """Nothing may be prescribed while the programme is locked."""
    for day in record.days:
        today = day.today
        why = list(day.facts.locks.reasons(record.catalogue, today.date))
        if today.clearance.locks or today.mode == "locked":
            why.append("the plan itself says so")
        if why and (today.session or today.walk or today.habits):
            yield today.date, f"a plan although {why[0]}"


def limits(record: Record) -> Found:
    """Nothing that is contraindicated, to be avoided, provoking, or for a clinician to unlock."""
    for day, item, exercise, rung in _items(record):
        for wrong in contraindicated(record.catalogue, day.facts, exercise, rung):
            yield day.today.date, f"{item.exercise}:{item.rung} {wrong}"


def vetoes(record: Record) -> Found:
    """Nothing that the person has taken out, and nothing off by default that they did not take in."""
    highest = record.catalogue.rules.load.opt_in_pain_max.value
    for day, item, exercise, _ in _items(record):
        facts, pain = day.facts, day.facts.pain
        if item.exercise in facts.vetoes:
            yield day.today.date, f"{item.exercise} was vetoed"
        if exercise.off_by_default and item.exercise not in facts.opted_in:
            yield day.today.date, f"{item.exercise} is off by default"
        if exercise.off_by_default and (pain is None or pain[1] > highest):
            yield day.today.date, f"{item.exercise} at pain {pain and pain[1]}"


def equipment(record: Record) -> Found:
    """Nothing that needs what the person does not have."""
    for day, item, _, rung in _items(record):
        for wrong in unequipped(day.facts, rung):
            yield day.today.date, f"{item.exercise}:{item.rung} {wrong}"


def load_rank(record: Record) -> Found:
    """Nothing above the load rank that this back is ready for."""
    for day, item, _, rung in _items(record):
        cap = highest_rank(record.catalogue, day.facts, day.today.date)
        if rung.load_rank > cap:
            yield day.today.date, f"{item.exercise}:{item.rung} has rank {rung.load_rank}, above {cap}"


def resting(record: Record) -> Found:
    """What was stopped, swapped or taken out rests for its days."""
    undone = {event.fields["decision"] for event in record.events if event.kind == "decision_undone"}
    rest = record.catalogue.rules.progress.remove_days.whole
    stopped = [
        made
        for made in record.decisions(Verdict.STOP, Verdict.SUBSTITUTE, Verdict.REMOVE)
        if made.until is not None and made.id not in undone
    ]
    written = {event.id: place for place, event in enumerate(record.life.events)}
    for day, item, _, _ in _items(record):
        if record.is_corrected_after(day.known):
            continue  # the decisions are those of the diary as it was corrected later
        for made in stopped:
            if made.exercise == item.exercise and written[made.id.split(":")[0]] < day.known:
                days = (day.today.date - made.date).days
                if 0 <= days < rest:
                    yield day.today.date, f"{item.exercise} again {days} days after it was taken out"


def fits_the_time(record: Record) -> Found:
    """A session takes no longer than the person has, counted anew from its doses."""
    for day in record.days:
        if day.today.session:
            most = day.facts.profile["session_minutes"] * 60
            seconds = sum(_seconds(record, item) for item in day.today.session.items)
            if seconds > most + _ROUNDING:
                yield day.today.date, f"{seconds} seconds in a session of {most}"
            if abs(seconds - day.today.session.seconds) > len(day.today.session.items):
                yield day.today.date, f"says {day.today.session.seconds} seconds and takes {seconds}"


def _seconds(record: Record, item: Item) -> float:
    """Getting into place, every set on every side, rests and changes of side."""
    rung = record.catalogue.exercises[item.exercise].rung(item.rung)
    sides = 2 if rung.sides is Sidedness.EACH else 1
    plan, dose = record.catalogue.rules.plan, item.dose
    once = sum(phase.seconds for phase in rung.tempo) + (dose.hold_seconds or 0)
    work = dose.sets * sides * (dose.reps or 1) * once + (dose.sets - 1) * dose.rest_seconds
    return plan.change_over_seconds.value + work + dose.sets * (sides - 1) * plan.side_change_seconds.value


def few_at_first(record: Record) -> Found:
    """One or two exercises on the first day, few in the first week, never too many."""
    plan = record.catalogue.rules.plan
    for day in record.days:
        work = _work(day)
        first, today = day.facts.first_set, day.today.date
        most = plan.session_exercises.whole
        if first is None or first == today:
            most = plan.first_day_exercises.whole
        elif (today - first).days < plan.first_week_days.whole:
            most = plan.first_week_exercises.whole
        if len(work) > most:
            yield today, f"{len(work)} exercises where {most} are the most"


def _work(day: Day) -> list[Item]:
    blocks = day.today.session.blocks if day.today.session else ()
    return [item for block in blocks if block.block is not Block.WARM_UP for item in block.items]


def a_plan_or_why_not(record: Record) -> Found:
    """Whoever is clear to train has a session on their day, or is told why not; the day has reasons."""
    for day in record.days:
        today = day.today
        codes = {reason.code for reason in today.reasons}
        # On a relief day the easy movements of a warm-up are a plan.
        gentle = today.mode == "relief" and today.session is not None and today.session.items
        if not (_work(day) or gentle or codes & _WHY_NOT or today.mode == "locked"):
            yield today.date, "nothing to do, and not a word why"
        if today.session and any(not item.why for item in today.session.items):
            yield today.date, "an exercise without a reason"
        locks = today.mode == "locked" and not any(day.facts.locks.reasons(record.catalogue, today.date))
        if locks and not (today.clearance.locks and today.reasons):
            yield today.date, "locked, and nothing in the diary says why"


def relief(record: Record) -> Found:
    """A flare-up leads to relief: gentle rungs, low loads, short holds, half the volume, short walks."""
    rules = record.catalogue.rules.flare
    for day in record.days:
        today = day.today
        if today.mode == "locked":
            continue
        gentle = day.facts.needs_relief(record.catalogue, today.date)
        if gentle and today.session and today.mode != "relief":
            yield today.date, f"a {today.mode} session in a flare-up"
        if gentle and today.walk and today.walk.minutes > record.catalogue.rules.walking.relief_minutes.value:
            yield today.date, f"a walk of {today.walk.minutes} minutes in a flare-up"
    for day, item, exercise, rung in _items(record):
        if not (day.today.mode == "relief" or day.facts.needs_relief(record.catalogue, day.today.date)):
            continue
        if not rung.relief or rung.load_rank > rules.load_rank_max.value:
            yield day.today.date, f"{item.exercise}:{item.rung} is no rung for relief"
        if item.dose.reps is not None and (item.dose.hold_seconds or 0) > rules.hold_max.value:
            yield day.today.date, f"{item.exercise} is held for {item.dose.hold_seconds} seconds"
        if exercise.block is not Block.WARM_UP and _share(rung, item) > rules.volume.value:
            yield day.today.date, f"{item.exercise} has {_share(rung, item):.0%} of its volume"


def _share(rung: Rung, item: Item) -> float:
    """The share of a step's volume; a single repetition or second is as little as there is."""
    full = rung.steps[min(item.step, len(rung.steps) - 1)]
    done = _volume(item.dose, full)
    return 0.0 if done <= 1 else done / _volume(full, full) - _ROUNDING


def _volume(dose: Dose, full: Dose) -> int:
    return dose.sets * ((dose.reps if full.reps else dose.hold_seconds) or 1)


def way_back(record: Record) -> Found:
    """The first session after a flare-up or a long absence, and every session of an easy week, is smaller."""
    rules = record.catalogue.rules
    for day, item, exercise, rung in _items(record):
        facts, today = day.facts, day.today
        if exercise.block is Block.WARM_UP or today.mode in ("relief", "first-day"):
            continue
        most, why = 1.0, ""
        if facts.is_easy_week(record.catalogue, today.date) and today.mode != "ramp":
            most, why = rules.progress.deload_volume.value, "an easy week"
        if facts.flares.over:
            most, why = rules.flare.ramp_first.value, "the first session after a flare-up"
        if facts.away(today.date) > rules.gap.one_step_days.value:
            most, why = rules.gap.long_volume.value, "the first session after a long absence"
        if why and today.mode != "ramp" and why != "an easy week":
            yield today.date, f"a {today.mode} session as {why}"
        elif _share(rung, item) > most:
            yield today.date, f"{item.exercise} has {_share(rung, item):.0%} of its volume in {why}"


def walks_grow_slowly(record: Record) -> Found:
    """The walk asked for grows by at most a tenth a week, and never beyond its goal."""
    rules, last = record.catalogue.rules.walking, dict[tuple[object, ...], tuple[date, int]]()
    for day in record.days:
        walk = day.today.walk
        if walk is None or walk.bouts > 1:
            continue
        told = day.facts.profile.get("walking_minutes")
        own = rules.default_minutes.whole if told is None else told
        if walk.minutes > max(own, rules.goal_minutes.value):
            yield day.today.date, f"a walk of {walk.minutes} minutes, beyond the goal"
        known = last.get((told,))
        if known:
            # From one day to a later one lie at most so many ends of weeks.
            weeks = (day.today.date - known[0]).days // 7 + 1
            if walk.minutes > max(own, (known[1] + 1) * (1 + rules.ramp.value) ** weeks):
                yield day.today.date, f"from {known[1]} minutes of walking to {walk.minutes} in {weeks} weeks"
        last = {(told,): (day.today.date, walk.minutes)}
