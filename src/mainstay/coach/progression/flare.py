"""Pain reports over days: the usual level, the start of a flare-up and the way back."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from mainstay.catalogue import Catalogue
from mainstay.coach.progression.moment import Moment
from mainstay.coach.progression.state import CheckIn, Flare, Progression
from mainstay.kernel import Symptom


def usual_level(catalogue: Catalogue, state: Progression, day: date) -> int | None:
    """Return the usual pain before a session on ``day``, 0-10, or None where it was not told lately.

    The level the person calls usual comes first, then their pain before this session; for some days
    after, the last such report still stands.
    """
    told = state.check_in
    memory = timedelta(days=catalogue.rules.pain.usual_memory_days.whole)
    if told is None or day - told.day > memory:
        return None
    return told.now if told.usual is None else told.usual


def checked_in(moment: Moment, state: Progression) -> Progression:
    """Take in a check-in: pain now and, where told, the usual level."""
    now, usual = moment.event.fields["pain_now"], moment.event.fields.get("pain_usual")
    reference = reference_level(moment.catalogue, state) if usual is None else usual
    state = replace(state, check_in=CheckIn(moment.day, now, usual))
    return state if is_muscle_soreness(moment, state) else _report(moment, state, now, reference)


def is_muscle_soreness(moment: Moment, state: Progression) -> bool:
    """Whether a check-in tells of sore muscles soon after training, which is not counted as back pain."""
    if moment.event.fields.get("symptom") != Symptom.SORENESS or state.last_session is None:
        return False
    return moment.day - state.last_session <= timedelta(days=moment.rules.pain.soreness_days.whole)


def morning_told(moment: Moment, state: Progression) -> Progression:
    """Take in the pain of a morning after."""
    return _report(moment, state, moment.event.fields["pain"], reference_level(moment.catalogue, state))


def start(state: Progression, day: date, usual: int | None) -> Progression:
    """Begin a flare-up on ``day``; one that is already there goes on unchanged."""
    if state.flare:
        return state
    return replace(state, flare=Flare(day, usual), ramp=(), ramp_why="")


def reported(moment: Moment, state: Progression) -> Progression:
    """Begin a flare-up because the person says so."""
    return start(state, moment.day, reference_level(moment.catalogue, state))


def end(moment: Moment, state: Progression) -> Progression:
    """End a flare-up, where there is one: the next sessions lead back in steps."""
    if state.flare is None:
        return state
    rules = moment.rules.flare
    way_back = (rules.ramp_first.value, rules.ramp_second.value)
    return replace(state, flare=None, high_since=None, ramp=way_back, ramp_why="flare-ramp")


def _report(moment: Moment, state: Progression, pain: int, reference: int | None) -> Progression:
    """One report of resting pain may start a flare-up, or end one."""
    if state.flare:
        return _maybe_over(moment, state, pain)
    state = _remember(moment, state, pain)
    rules = moment.rules.flare
    if reference is None or pain < reference + rules.rise.value:
        return replace(state, high_since=None)
    if state.high_since is None:
        return replace(state, high_since=moment.event.at)
    # On the person's own clock, so that a change to or from summer time makes no day longer.
    lasted = _clock(moment.event.at) - _clock(state.high_since) > timedelta(hours=rules.hours.value)
    return start(state, moment.day, reference) if lasted else state


def _clock(at: datetime) -> datetime:
    return at.replace(tzinfo=None)


def reference_level(catalogue: Catalogue, state: Progression) -> int | None:
    """Return the usual level told last, else the middle of the last weeks' reports, else None.

    A flare-up is measured against it.
    """
    told = state.check_in
    if told and told.usual is not None:
        return told.usual
    reports = [pain for _, pain in state.pains]
    known = len(reports) >= catalogue.rules.flare.reports_min.whole
    return sorted(reports)[(len(reports) - 1) // 2] if known else None


def _remember(moment: Moment, state: Progression, pain: int) -> Progression:
    """Keep one report a day for some weeks; while pain is high the usual level does not drift."""
    memory = timedelta(days=moment.rules.flare.memory_days.whole)
    kept = tuple((d, p) for d, p in state.pains if d != moment.day and moment.day - d <= memory)
    return replace(state, pains=(*kept, (moment.day, pain)))


def _maybe_over(moment: Moment, state: Progression, pain: int) -> Progression:
    flare = state.flare
    rules = moment.rules
    if flare is None or moment.day - flare.since < timedelta(days=rules.flare.relief_days.whole):
        return state
    green = rules.pain.green_max.value
    limit = green if flare.usual is None else flare.usual + rules.flare.end_rise.value
    return end(moment, state) if pain <= limit else state
