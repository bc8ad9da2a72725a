"""Today: what to do, or why not, for one person on one day."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from mainstay.catalogue import Catalogue
from mainstay.coach.person import Person, clearance_on, needs_referral
from mainstay.coach.planning.between import DayHabit, habits_on
from mainstay.coach.planning.candidates import Setting, setting_on
from mainstay.coach.planning.days import WeekPattern, pattern
from mainstay.coach.planning.needs import is_first_day
from mainstay.coach.planning.preview import on_return
from mainstay.coach.planning.rescheduling import WeekAsked, WeekLeft, week_left
from mainstay.coach.planning.session import PlannedSession, Selection, select
from mainstay.coach.planning.walk import Walk, walk_on
from mainstay.coach.progression import Mode
from mainstay.kernel import Clearance, Reason

_WEEK = 7
MISSING = frozenset({"nothing-fits", "nothing-at-all"})
"""The codes of what a session was meant to hold and no exercise could be found for."""


@dataclass(frozen=True, slots=True)
class Today:
    """A day's plan. ``mode`` is normal, relief, ramp, rest, locked or first-day."""

    date: date
    clearance: Clearance
    mode: str
    session: PlannedSession | None
    walk: Walk | None
    reasons: tuple[Reason, ...]
    habits: tuple[DayHabit, ...] = ()

    @property
    def walk_minutes(self) -> int | None:
        """The minutes of the day's walk, of one bout where there are several; None on a day without."""
        return self.walk.minutes if self.walk else None


@dataclass(frozen=True, slots=True)
class Outlook:
    """A day before its exercises are chosen. ``setting`` is None on a day without a session."""

    today: Today
    setting: Setting | None


def today(catalogue: Catalogue, person: Person, day: date) -> Today:
    """Return the plan of a day; reading it changes nothing.

    Locked where screening says so or has to be answered again; rest on other days than the person's
    training days and after today's session; otherwise a session within the person's minutes.
    """
    outlook = outlook_on(catalogue, person, day)
    return with_session(outlook.today, outlook.setting) if outlook.setting else outlook.today


def outlook_on(catalogue: Catalogue, person: Person, day: date) -> Outlook:
    """Return everything about a day but its session, which alone is worth a search."""
    person = on_return(catalogue, person, day)
    verdict = clearance_on(catalogue, person, day)
    if verdict.locked or person.profile is None:
        why = verdict.reasons or (Reason("no-profile", source="mainstay-product"),)
        return Outlook(Today(day, verdict.clearance, "locked", None, None, why), None)
    setting = setting_on(catalogue, person, day)
    left = training_left(setting)
    reasons = (*verdict.reasons, *setting.mode_why, *left.reasons, *_advice(setting))
    rest = _rest_reason(setting, left)
    mode = mode_name(setting)
    if rest:
        mode = "relief" if setting.mode is Mode.RELIEF else "rest"
        reasons = (rest, *reasons)
    found = Today(day, verdict.clearance, mode, None, walk_on(setting), reasons, habits_on(setting))
    return Outlook(found, None if rest else setting)


def with_session(day: Today, setting: Setting) -> Today:
    """Return the day with its exercises chosen, and what nothing could be found for.

    Where nothing at all was found there is no session: one without exercises cannot be begun.
    """
    selection = choose(setting)
    session = selection.session if selection.session.items else None
    return replace(day, session=session, reasons=(*day.reasons, *selection.missing))


def choose(setting: Setting) -> Selection:
    """Return the day's session: whose turn it is in its week, by the strength days done before."""
    week = week_pattern(setting)
    strength = setting.day in training_left(setting).strength or is_first_day(setting)
    sessions = len(week.strength) if strength and setting.mode is not Mode.RELIEF else 1
    state = setting.person.progression
    done = state.strength_days - (state.last_strength == setting.day)
    return select(setting, sessions, done, strength=strength)


def week_pattern(setting: Setting) -> WeekPattern:
    """Return the person's training days; the first session's weekday is one of them where it can."""
    assert setting.person.profile is not None
    anchor = setting.person.progression.first_session or setting.day
    return pattern(setting.catalogue, setting.person.profile, anchor)


def training_left(setting: Setting) -> WeekLeft:
    """Return the training days left of the person's week, which begins on the weekday of their first session.

    Nothing is said of missed sessions in a flare-up, in which any of the person's days is for the gentle set,
    or on the way back from a break, which is spoken of already.
    """
    state, profile, week = setting.person.progression, setting.person.profile, week_pattern(setting)
    assert profile is not None
    since = (setting.day - state.first_session).days if state.first_session else 0
    # A light session takes its own day; anything else that was trained was the session asked for.
    trained = (day for day, strength in state.trained if strength or day.weekday() not in week.light)
    asked = WeekAsked(
        pattern=week,
        offered=profile.days,
        begins=setting.day - timedelta(days=since % _WEEK),
        trained=frozenset(day for day in trained if day < setting.day),
        least=setting.catalogue.rules.plan.strength_days_min.whole,
    )
    left = week_left(asked, setting.day)
    on_way_back = setting.mode is Mode.RAMP and state.ramp_why == "gap-ramp"
    return replace(left, reasons=()) if on_way_back or setting.mode is Mode.RELIEF else left


def mode_name(setting: Setting) -> str:
    """Return the mode as the contract names it; an easy week is a normal day with a reason."""
    if setting.mode in (Mode.RELIEF, Mode.RAMP):
        return setting.mode.value
    return "first-day" if is_first_day(setting) else "normal"


def _rest_reason(setting: Setting, left: WeekLeft) -> Reason | None:
    profile = setting.person.profile
    assert profile is not None
    if setting.person.progression.finished_on == setting.day:
        return Reason("trained-today", source="mainstay-product")
    own_day = setting.mode is Mode.RELIEF and setting.day.weekday() in profile.days
    if own_day or setting.day in (*left.strength, *left.light):
        return None
    return Reason("not-a-training-day", source="mainstay-product")


def _advice(setting: Setting) -> tuple[Reason, ...]:
    """Suggest a professional after several red responses, or a flare-up that does not ease."""
    found = []
    rules = setting.catalogue.rules
    if needs_referral(setting.catalogue, setting.person, setting.day):
        window = (("days", rules.pain.red_window_days.whole), ("reds", len(setting.person.progression.reds)))
        found.append(Reason("refer-reds", window, rules.pain.reds_for_referral.source))
    flare = setting.person.progression.flare
    if flare and (setting.day - flare.since).days > rules.flare.refer_days.whole:
        numbers = (("days", (setting.day - flare.since).days),)
        found.append(Reason("refer-flare", numbers, rules.flare.refer_days.source))
    return tuple(found)
