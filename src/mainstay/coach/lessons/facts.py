"""What may bring a lesson up, as the days since it last was so."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from mainstay.catalogue import Catalogue, LessonFact, MomentRule
from mainstay.coach.person import Person, clearance_on, needs_referral
from mainstay.coach.profile import Profile
from mainstay.coach.screening.screen import UNANSWERED
from mainstay.kernel import Direction, Event, Symptom

LESSON_KINDS = frozenset(
    {
        "lesson_read",
        "day_checked_in",
        "exercise_rated",
        "set_performed",
        "flare_reported",
        "clinician_cleared",
        "walk_logged",
    }
)
"""The kinds of event that lessons look at."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Days since each fact last was so, and since each exercise was done; one that is missing never was."""

    days: Mapping[LessonFact, int]
    done: Mapping[str, int]

    def of(self, moment: MomentRule) -> int | None:
        """Return what a moment looks at, or None where it is not known."""
        if moment.fact is LessonFact.DONE:
            return self.done.get(moment.exercise)
        return self.days.get(moment.fact)


def facts_on(catalogue: Catalogue, person: Person, events: Iterable[Event], on: date) -> Facts:
    """Return every fact that is known on a day; ``events`` stand and may be later than it."""
    told = [event for event in events if event.kind in LESSON_KINDS and event.day <= on]
    since = {fact: (on - day).days for fact, day in _last_days(catalogue, person, told)}
    done = {event.fields["exercise"]: event.day for event in told if event.kind == "set_performed"}
    now = dict.fromkeys(_true_now(catalogue, person, on), 0)
    return Facts({**since, **now, **_week(person, on)}, {slug: (on - day).days for slug, day in done.items()})


def _last_days(
    catalogue: Catalogue, person: Person, told: Iterable[Event]
) -> Iterator[tuple[LessonFact, date]]:
    """Yield facts with their days, the last one of each to be believed."""
    days = [(event.day, fact) for event in told for fact in _in_event(catalogue, event)]
    days.extend(_in_person(person))
    return ((fact, day) for day, fact in sorted(days))


def _in_event(catalogue: Catalogue, event: Event) -> Iterator[LessonFact]:
    # In a kind that does not have it, a field of this name is kept unread, and may be anything.
    if event.kind in ("day_checked_in", "exercise_rated"):
        yield from _felt(Symptom(event.fields.get("symptom") or "none"))
    if event.kind == "day_checked_in":
        slept = event.fields.get("sleep_hours")
        if slept is not None and slept < catalogue.rules.lessons.short_night_hours.value:
            yield LessonFact.SHORT_NIGHT
    elif event.kind == "flare_reported":
        yield LessonFact.FLARE
    elif event.kind == "clinician_cleared":
        yield LessonFact.CLEARED
    elif event.kind == "walk_logged":
        yield LessonFact.WALKED


def _felt(symptom: Symptom) -> Iterator[LessonFact]:
    if symptom.is_nerve:
        yield LessonFact.NERVE
    elif symptom.is_red:
        yield LessonFact.STOPPED
    elif symptom is Symptom.SORENESS:
        yield LessonFact.SORENESS


def _in_person(person: Person) -> Iterator[tuple[date, LessonFact]]:
    """Yield what the coach has seen by itself: a flare-up in the pain, a red response, a step up."""
    progression = person.progression
    if progression.flare:
        yield progression.flare.since, LessonFact.FLARE
    if progression.last_red:
        yield progression.last_red, LessonFact.STOPPED
    for ladder in progression.ladders.values():
        if ladder.last_up:
            yield ladder.last_up, LessonFact.STEPPED_UP


def _true_now(catalogue: Catalogue, person: Person, on: date) -> Iterator[LessonFact]:
    findings = clearance_on(catalogue, person, on).findings
    if any(one.clearance.locks and one.code != UNANSWERED for one in findings):
        yield LessonFact.LOCKED
    if needs_referral(catalogue, person, on):
        yield LessonFact.REFERRED
    if _sits_badly(person.profile):
        yield LessonFact.SITTING


def _sits_badly(profile: Profile | None) -> bool:
    return profile is not None and Direction.SITTING in profile.provoked_by


def _week(person: Person, on: date) -> Mapping[LessonFact, int]:
    first = person.progression.first_session
    return {LessonFact.WEEK: (on - first).days // 7 + 1} if first and first <= on else {}
