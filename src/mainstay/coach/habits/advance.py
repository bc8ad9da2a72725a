"""One event in; walks and habits as they stand after it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from mainstay.catalogue import Catalogue
from mainstay.catalogue.rules import Rules
from mainstay.coach.habits.ramp import eased, minutes_of, rolled, with_minutes
from mainstay.coach.habits.state import HabitDone, Habits, Walking
from mainstay.kernel import Event, Reason, Symptom


@dataclass(frozen=True, slots=True)
class Bearing:
    """How the back stood before an event: usual pain (None where not told), and whether a flare-up is on."""

    usual: int | None
    flare: bool


Step = Callable[[Rules, Walking, Event, Bearing], Walking]


def advance(catalogue: Catalogue, state: Habits, event: Event, bearing: Callable[[], Bearing]) -> Habits:
    """Return the habits after one event; kinds that do not concern them change nothing."""
    if event.kind == "habit_done":
        return _with_habit(catalogue, state, event)
    step = _STEPS.get(event.kind)
    if step is None:
        return state
    rules, now = catalogue.rules, bearing()
    walking = rolled(rules.walking, state.walking, event.day, flare=now.flare)
    return replace(state, walking=step(rules, walking, event, now))


def flare_began(catalogue: Catalogue, state: Habits, event: Event) -> Habits:
    """Return the habits after an event that began a flare-up: the walk is eased for afterwards."""
    rules = catalogue.rules.walking
    walking = rolled(rules, state.walking, event.day, flare=False)
    back = eased(rules, walking, rules.flare_steps.whole)
    why = Reason("walk-back-flare", (("minutes", minutes_of(rules, back)),), rules.flare_steps.source)
    return replace(state, walking=replace(back, why=why))


def _with_habit(catalogue: Catalogue, state: Habits, event: Event) -> Habits:
    slug = event.fields["habit"]
    if slug not in catalogue.habits:
        return state
    known, times = state.done.get(slug), event.fields.get("count", 1)
    if known and known.day == event.day:
        times += known.times
    return replace(state, done={**state.done, slug: HabitDone(event.day, times)})


def _profile(_: Rules, walking: Walking, event: Event, __: Bearing) -> Walking:
    """Other easy minutes than told before begin the walk anew; the same ones leave it alone."""
    told = event.fields.get("walking_minutes")
    own = None if told is None else int(told)
    if walking.begins is None:
        return replace(walking, own=own, begins=event.day)
    if own == walking.own:
        return walking
    return replace(walking, own=own, step=0, weeks_at_goal=0, why=None, held=False)


def _walked(_: Rules, walking: Walking, event: Event, __: Bearing) -> Walking:
    minutes = event.fields["minutes"]
    if minutes <= 0:
        return walking
    return with_minutes(walking, event.day, minutes, counted=event.fields.get("covers") == "day")


def _checked_in(rules: Rules, walking: Walking, event: Event, bearing: Bearing) -> Walking:
    """A leg first, whatever the number; sore muscles say nothing against walking."""
    symptom = Symptom(event.fields.get("symptom") or "none")
    if symptom.is_nerve:
        return _leg(rules, replace(walking, legs_on=event.day), event)
    if symptom is Symptom.SORENESS:
        return walking
    told = event.fields.get("pain_usual")
    usual = bearing.usual if told is None else told
    return _morning(rules, walking, event, event.fields["pain_now"], Bearing(usual, bearing.flare))


def _morning_after(rules: Rules, walking: Walking, event: Event, bearing: Bearing) -> Walking:
    return _morning(rules, walking, event, event.fields["pain"], bearing)


def _leg(rules: Rules, walking: Walking, event: Event) -> Walking:
    near = [day for day in walking.recent if event.day - day <= timedelta(days=1)]
    if not near or walking.heard == near[-1]:
        return walking
    back = eased(rules.walking, walking, rules.walking.leg_steps.whole)
    numbers = (("minutes", minutes_of(rules.walking, back)),)
    why = Reason("walk-back-leg", numbers, rules.walking.leg_steps.source)
    return replace(back, heard=near[-1], why=why)


def _morning(rules: Rules, walking: Walking, event: Event, pain: int, bearing: Bearing) -> Walking:
    """Take in the morning after a walk, once for each day walked, by the numbers of any exercise.

    A high morning in a flare-up is the flare-up's, and says nothing of the short bouts.
    """
    walked, usual = event.day - timedelta(days=1), bearing.usual
    if bearing.flare or walked not in walking.recent or walking.heard == walked or usual is None:
        return walking
    walking = replace(walking, heard=walked)
    if pain >= usual + rules.pain.unsettled_rise.value:
        back = eased(rules.walking, walking, rules.walking.red_steps.whole)
        numbers = (("pain", pain), ("usual", usual), ("minutes", minutes_of(rules.walking, back)))
        return replace(back, why=Reason("walk-back-morning", numbers, rules.pain.unsettled_rise.source))
    if pain > usual + rules.pain.settled_rise.value:
        numbers = (("pain", pain), ("usual", usual), ("minutes", minutes_of(rules.walking, walking)))
        why = Reason("walk-held-morning", numbers, rules.pain.settled_rise.source)
        return replace(walking, held=True, why=why)
    return walking


_STEPS: Mapping[str, Step] = {
    "profile_set": _profile,
    "walk_logged": _walked,
    "day_checked_in": _checked_in,
    "morning_after": _morning_after,
}
