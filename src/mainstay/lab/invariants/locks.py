"""Which answers keep a programme locked: a second, plain reading of the safety questions.

It says "locked" only where the words leave no doubt, so that whoever prescribes then is wrong.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mainstay.catalogue import Catalogue, Outcome
from mainstay.kernel import Clearance, Event, Symptom

_PAIN = "pain-now"


@dataclass(slots=True)
class Locks:
    """What has been answered and not been lifted since. ``reasons`` names everything that locks on a day."""

    full_day: date | None = None
    signs: frozenset[str] = frozenset()
    seen: frozenset[str] = frozenset()
    open_questions: bool = False
    emergency: date | None = None
    pain: bool = False
    nerve: bool = False
    late: bool = False
    trained: date | None = None

    def take(self, catalogue: Catalogue, event: Event) -> None:
        """Take in one event."""
        told = event.fields
        match event.kind:
            case "screening_answered":
                self._answered(catalogue, event)
            case "clinician_cleared":
                self._looked_at(event)
            case "day_checked_in":
                self.pain = _is_sign(catalogue, _PAIN, told["pain_now"])
                self._felt(event)
            case "morning_after":
                self.pain = _is_sign(catalogue, _PAIN, told["pain"])
            case "exercise_rated" | "set_performed":
                self.late = self.late or self._away(catalogue, event.day)
                self.trained = event.day
                self._felt(event)

    def reasons(self, catalogue: Catalogue, day: date) -> Iterator[str]:
        """Yield what keeps the programme locked on a day."""
        if self.full_day is None:
            yield "the questions were never answered"
        if self.emergency:
            yield "an emergency answer that no clinician has cleared"
        if self.signs:
            yield f"answered and not looked at: {', '.join(sorted(self.signs))}"
        if self.open_questions:
            yield "a required question was left open"
        if self.pain:
            yield "pain that a clinician should see first"
        if self.nerve:
            yield "a nerve symptom, and the full set not answered since"
        if self.late or self._away(catalogue, day):
            yield "a long absence, and the full set not answered since"

    def _away(self, catalogue: Catalogue, day: date) -> bool:
        if self.full_day is None:
            return False
        last = max(self.full_day, self.trained or self.full_day)
        return (day - last).days >= catalogue.rules.gap.rescreen_days.whole

    def _felt(self, event: Event) -> None:
        self.nerve = self.nerve or Symptom(event.fields.get("symptom") or "none").is_nerve

    def _answered(self, catalogue: Catalogue, event: Event) -> None:
        answers, full = event.fields["answers"], event.fields.get("scope", "full") == "full"
        locking = {
            name for name, answer in answers.items() if name != _PAIN and _is_sign(catalogue, name, answer)
        }
        locking |= set(_together(catalogue, answers))
        if any(
            _clearance(catalogue, name, answers[name]) is Clearance.EMERGENCY
            for name in locking & set(answers)
        ):
            self.emergency = event.day
        if not full:
            self.signs |= locking
            self.seen -= locking
            return
        self.seen &= _lasting(catalogue, answers)
        self.signs = frozenset(locking - self.seen)
        self.full_day, self.nerve, self.late = event.day, False, False
        self.pain = _is_sign(catalogue, _PAIN, answers.get(_PAIN))
        self.open_questions = any(q.required and q.id not in answers for q in catalogue.asked_in("full"))

    def _looked_at(self, event: Event) -> None:
        """A visit lifts what it can have seen; an emergency only on a later day than it was told."""
        visit = date.fromisoformat(event.fields["on"])
        self.seen |= self.signs
        self.signs, self.pain = frozenset(), False
        if self.emergency and self.emergency < event.day and visit >= self.emergency:
            self.emergency = None


def _outcome(catalogue: Catalogue, name: str, answer: object) -> Outcome | None:
    question = catalogue.questions.get(name)
    return next((one for one in question.outcomes if _leads_to(one, answer)), None) if question else None


def _leads_to(outcome: Outcome, answer: object) -> bool:
    if isinstance(answer, int | float):
        high = outcome.at_least is not None and answer >= outcome.at_least
        return high or (outcome.below is not None and answer < outcome.below)
    return answer in outcome.among


def _clearance(catalogue: Catalogue, name: str, answer: object) -> Clearance:
    outcome = _outcome(catalogue, name, answer)
    return outcome.clearance if outcome else Clearance.CLEAR


def _is_sign(catalogue: Catalogue, name: str, answer: object) -> bool:
    return _clearance(catalogue, name, answer) in (Clearance.EMERGENCY, Clearance.CLINICIAN)


def _lasting(catalogue: Catalogue, answers: Mapping[str, Any]) -> frozenset[str]:
    """The answers that are facts of a life, which stay looked at."""
    found = ((name, _outcome(catalogue, name, answer)) for name, answer in answers.items())
    return frozenset(name for name, outcome in found if outcome and outcome.lasting)


def _together(catalogue: Catalogue, answers: Mapping[str, Any]) -> Iterator[str]:
    for one in catalogue.combinations:
        count = sum(answers.get(part.question) in part.among for part in one.counted)
        beside = all(answers.get(part.question) in part.among for part in one.along_with)
        if count >= one.at_least and beside and one.clearance in (Clearance.EMERGENCY, Clearance.CLINICIAN):
            yield one.id


def precaution_tags(catalogue: Catalogue, answers: Mapping[str, Any]) -> frozenset[str]:
    """Return the precautions that answers bring."""
    found = (_outcome(catalogue, name, answer) for name, answer in answers.items())
    return frozenset(tag for outcome in found if outcome for tag in outcome.precautions)


def asks_for_care(catalogue: Catalogue, answers: Mapping[str, Any]) -> bool:
    """Whether an answer of the full set asks for lower loads, as worry and mood do not."""
    found = (_outcome(catalogue, name, answer) for name, answer in answers.items())
    return any(outcome.body for outcome in found if outcome and outcome.clearance is not Clearance.CLEAR)
