"""Today: what to do, or why not, for one person on one day."""

from dataclasses import dataclass
from datetime import date

from mainstay.catalogue import Catalogue
from mainstay.coach.person import Person, clearance_on, needs_referral
from mainstay.coach.planning.candidates import Setting, setting_on
from mainstay.coach.planning.days import WeekPattern, pattern
from mainstay.coach.planning.needs import is_first_day
from mainstay.coach.planning.preview import on_return
from mainstay.coach.planning.session import PlannedSession, Selection, select
from mainstay.coach.progression import Mode
from mainstay.kernel import Clearance, Direction, Reason

_WALKING = "walking"


@dataclass(frozen=True, slots=True)
class Today:
    """A day's plan. ``mode`` is normal, relief, ramp, rest, locked or first-day."""

    date: date
    clearance: Clearance
    mode: str
    session: PlannedSession | None
    walk_minutes: int | None
    reasons: tuple[Reason, ...]


def today(catalogue: Catalogue, person: Person, day: date) -> Today:
    """Return the plan of a day; reading it changes nothing.

    Locked where screening says so or has to be answered again; rest on other days than the person's
    training days and after today's session; otherwise a session within the person's minutes.
    """
    person = on_return(catalogue, person, day)
    verdict = clearance_on(catalogue, person, day)
    if verdict.locked or person.profile is None:
        why = verdict.reasons or (Reason("no-profile", source="mainstay-product"),)
        return Today(day, verdict.clearance, "locked", None, None, why)
    setting = setting_on(catalogue, person, day)
    reasons = (*verdict.reasons, *setting.mode_why, *_advice(setting))
    rest = _rest_reason(setting)
    walk = walk_minutes(setting)
    if rest:
        mode = "relief" if setting.mode is Mode.RELIEF else "rest"
        return Today(day, verdict.clearance, mode, None, walk, (rest, *reasons))
    selection = choose(setting)
    session = session_of_day(setting, selection)
    return Today(day, verdict.clearance, mode_name(setting), session, walk, (*reasons, *selection.missing))


def choose(setting: Setting) -> Selection:
    """Return the week's selection that the day belongs to."""
    week = week_pattern(setting)
    strength = setting.day.weekday() in week.strength or is_first_day(setting)
    sessions = len(week.strength) if strength and setting.mode is not Mode.RELIEF else 1
    return select(setting, sessions, strength=strength)


def session_of_day(setting: Setting, selection: Selection) -> PlannedSession:
    """Return whose turn it is among the week's sessions, by the strength days done before."""
    state = setting.person.progression
    done = state.strength_days - (state.last_strength == setting.day)
    return selection.sessions[done % len(selection.sessions)]


def week_pattern(setting: Setting) -> WeekPattern:
    """Return the person's training days; the first session's weekday is one of them where it can."""
    assert setting.person.profile is not None
    anchor = setting.person.progression.first_session or setting.day
    return pattern(setting.catalogue, setting.person.profile, anchor)


def mode_name(setting: Setting) -> str:
    """Return the mode as the contract names it; an easy week is a normal day with a reason."""
    if setting.mode in (Mode.RELIEF, Mode.RAMP):
        return setting.mode.value
    return "first-day" if is_first_day(setting) else "normal"


def _rest_reason(setting: Setting) -> Reason | None:
    profile = setting.person.profile
    assert profile is not None
    if setting.person.progression.finished_on == setting.day:
        return Reason("trained-today", source="mainstay-product")
    week = week_pattern(setting)
    days = (*week.strength, *week.light) if setting.mode is not Mode.RELIEF else profile.days
    if setting.day.weekday() in days:
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


def walk_minutes(setting: Setting) -> int | None:
    """Return the minutes of an easy walk today: the person's own, or short bouts in a flare-up.

    None where walking provokes, or the person has taken it out.
    """
    plan, profile = setting.catalogue.rules.plan, setting.person.profile
    if Direction.WALKING in setting.limits.provoked_by or _WALKING in setting.person.progression.excluded:
        return None
    if setting.mode is Mode.RELIEF:
        return plan.walk_relief_minutes.whole
    own = profile.walking_minutes if profile else None
    return plan.walk_default_minutes.whole if own is None else own
