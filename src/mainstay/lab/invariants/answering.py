"""What trouble leads to: the invariants of every answer that was red, amber, too hard or in poor form."""

from collections.abc import Iterator
from datetime import date, timedelta

from mainstay.coach import Decision, Verdict
from mainstay.kernel import Symptom
from mainstay.lab.invariants.record import Day, Found, Record
from mainstay.lab.invariants.sessions import Light, Sitting

_OUT = (Verdict.STOP, Verdict.SUBSTITUTE, Verdict.REMOVE)


def _went_down(made: Decision | None) -> bool:
    """Whether a decision took an exercise down, or said that it is as low as it goes."""
    if made is None:
        return False
    lowest = any(reason.code == "easiest-already" for reason in made.why)
    return made.verdict in (Verdict.REGRESS, *_OUT) or (made.verdict is Verdict.MAINTAIN and lowest)


def _reds(record: Record) -> Iterator[tuple[Sitting, str]]:
    for sitting in record.sittings:
        for slug, work in sitting.work.items():
            if work.rating is not None and sitting.colour(record.catalogue, slug) is Light.RED:
                yield sitting, slug


def red_stops(record: Record) -> Found:
    """A red answer to an exercise takes it down, swaps it or takes it out, at once."""
    for sitting, slug in _reds(record):
        work = sitting.work[slug]
        made = record.made_by(work.rated_by, slug)
        symptom = Symptom((work.rating or {}).get("symptom") or "none")
        if made is None or made.verdict not in (Verdict.REGRESS, *_OUT):
            yield sitting.day, f"{slug} goes on after a red answer"
        elif symptom.is_nerve and made.verdict is not Verdict.STOP:
            yield sitting.day, f"{slug} is not stopped after {symptom.value}"
        elif symptom is Symptom.SHARP and made.verdict not in (Verdict.SUBSTITUTE, Verdict.STOP):
            yield sitting.day, f"{slug} is not swapped after sharp pain"


def red_goes_far_enough(record: Record) -> Found:
    """A red number takes two steps, or takes the exercise out where there are none."""
    needed = record.catalogue.rules.progress.red_steps.whole
    for sitting, slug in _reds(record):
        made = record.made_by(sitting.work[slug].rated_by, slug)
        if made is None or made.verdict is not Verdict.REGRESS or made.was is None or made.now is None:
            continue
        exercise = record.catalogue.exercises[slug]
        same = made.was.rung == made.now.rung
        left = made.was.step - made.now.step if same else needed
        lowest = made.now.step == 0 and exercise.rung_index(made.now.rung) == 0
        if left < needed and not lowest and made.now.step != 0:
            yield sitting.day, f"{slug} goes down {left} steps after a red answer"


def bad_mornings_lower(record: Record) -> Found:
    """A next morning two or more above usual takes every exercise of the session down."""
    for sitting in record.sittings:
        if sitting.relief or sitting.night(record.catalogue) is not Light.RED or sitting.settled_day is None:
            continue
        for slug, work in sitting.work.items():
            if not work.is_told or _already_down(record, sitting, slug):
                continue
            if not _went_down(record.made_by(sitting.settled_by, slug)):
                yield sitting.settled_day, f"{slug} stays after a bad morning"


def _already_down(record: Record, sitting: Sitting, slug: str) -> bool:
    """Whether the session has had its answer before the morning."""
    work = sitting.work[slug]
    ends = (work.rated_by, sitting.finished_by)
    return not work.sets or any(_went_down(record.made_by(event, slug)) for event in ends if event)


def red_afterwards_lowers(record: Record) -> Found:
    """Red pain straight after a session takes every exercise of it down."""
    for sitting in record.sittings:
        if not sitting.is_red_after(record.catalogue) or not sitting.finished_by:
            continue
        for slug, work in sitting.work.items():
            if work.is_told and work.sets and not _answered(record, sitting, slug):
                yield sitting.day, f"{slug} stays after a session that ended red"


def _answered(record: Record, sitting: Sitting, slug: str) -> bool:
    events = (sitting.work[slug].rated_by, sitting.finished_by, sitting.settled_by)
    return any(_went_down(record.made_by(event, slug)) for event in events if event)


def great_effort_lowers(record: Record) -> Found:
    """Great effort takes an exercise one step down by the end of the session."""
    limit = record.catalogue.rules.progress.effort_down.value
    for sitting in record.sittings:
        if not (sitting.finished_by or sitting.settled_by):
            continue
        for slug, work in sitting.work.items():
            hard = work.rating is not None and work.rating["effort"] >= limit
            if hard and work.sets and not _answered(record, sitting, slug):
                yield sitting.day, f"{slug} stays after an effort of {work.rating and work.rating['effort']}"


def _runs(record: Record) -> Iterator[tuple[str, Sitting, Sitting]]:
    """Yield an exercise's told sessions in pairs, one after the other, that both have ended."""
    last: dict[str, Sitting] = {}
    for sitting in record.sittings:
        for slug, work in sitting.work.items():
            if work.is_told and sitting.settled_by:
                if slug in last and work.sets:
                    yield slug, last[slug], sitting
                if work.sets or slug in last:  # what was never done has no ladder yet
                    last[slug] = sitting


def ambers_lower(record: Record) -> Found:
    """Two ambers in a row take an exercise down, unless a step or a gap came between."""
    for slug, first, second in _runs(record):
        both = all(one.colour(record.catalogue, slug) is Light.AMBER for one in (first, second))
        if both and not _moved_between(record, slug, first, second) and not _answered(record, second, slug):
            yield second.day, f"{slug} stays after two ambers in a row"


def poor_form_lowers(record: Record) -> Found:
    """Poor form twice in a row takes an exercise down."""
    for slug, first, second in _runs(record):
        both = all((one.work[slug].rating or {}).get("form") == "poor" for one in (first, second))
        if both and not _moved_between(record, slug, first, second) and not _answered(record, second, slug):
            yield second.day, f"{slug} stays after poor form twice"


def _moved_between(record: Record, slug: str, first: Sitting, second: Sitting) -> bool:
    """Whether the counts may have begun afresh: a step, an undo, a gap, or a session in between."""
    moved = any(
        made.exercise == slug and made.was != made.now and first.day <= made.date <= second.day
        for made in record.life.decisions
    )
    undone = any(
        e.kind == "decision_undone" and e.fields["decision"].endswith(f":{slug}") for e in record.events
    )
    lowest = _answered(record, first, slug)
    far = (second.day - first.day).days > record.catalogue.rules.gap.keep_days.value
    between = first.settled_day is None or first.settled_day > second.day
    return moved or undone or far or lowest or between


def nerve_asks_again(record: Record) -> Found:
    """A nerve symptom: nothing is prescribed until the full set has been answered again."""
    for day in record.days:
        if day.facts.locks.nerve and (day.today.session or day.today.mode != "locked"):
            yield day.today.date, f"a {day.today.mode} day after a nerve symptom"


def red_asks_again(record: Record) -> Found:
    """After a red answer the questions come before the next session."""
    full = [e.at for e in record.events if e.kind == "screening_answered" and e.fields.get("scope") == "full"]
    reds = {sitting.work[slug].rated_by for sitting, slug in _reds(record)}
    times = [event.at for event in record.events if event.id in reds]
    for day in record.days:
        told = record.life.events[day.known - 1].at
        since = [at for at in times if at <= told and not any(at < answer <= told for answer in full)]
        corrected = any(event.kind == "event_retracted" for event in record.life.events)
        codes = {reason.code for reason in day.today.reasons}
        if since and not corrected and not codes & {"rescreen-red", "rescreen-nerve", "rescreen-gap"}:
            yield day.today.date, "no questions after a red answer"


def reds_refer(record: Record) -> Found:
    """Enough red answers within a week: a professional is suggested."""
    rules = record.catalogue.rules.pain
    if any(event.kind == "event_retracted" for event in record.life.events):
        return
    dates = sorted(_red_dates(record))
    for day in record.days:
        window = timedelta(days=rules.red_window_days.whole)
        recent = [one for one in dates if one < day.today.date and day.today.date - one <= window]
        if len(recent) >= rules.reds_for_referral.whole and not _refers(day, "refer-reds"):
            yield day.today.date, f"{len(recent)} red answers in a week, and nobody suggested"


def _red_dates(record: Record) -> Iterator[date]:
    """Red answers, sessions that ended red, and red mornings after a session that was no relief."""
    for sitting, _ in _reds(record):
        yield sitting.day
    for sitting in record.sittings:
        if sitting.finished_by and sitting.is_red_after(record.catalogue):
            yield sitting.day
        if sitting.settled_day and not sitting.relief and sitting.night(record.catalogue) is Light.RED:
            yield sitting.settled_day


def _refers(day: Day, code: str) -> bool:
    return day.today.mode == "locked" or any(reason.code == code for reason in day.today.reasons)


def long_flares_refer(record: Record) -> Found:
    """A flare-up that does not ease: a professional is suggested."""
    longest = record.catalogue.rules.flare.refer_days.value
    for day in record.days:
        since = day.facts.flares.since
        if since and (day.today.date - since).days > longest and not _refers(day, "refer-flare"):
            yield day.today.date, f"{(day.today.date - since).days} days of flare-up, and nobody suggested"
