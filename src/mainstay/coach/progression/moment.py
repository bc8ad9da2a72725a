"""One event, with everything a decision about it may look at."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from mainstay.catalogue import Catalogue, Exercise
from mainstay.catalogue.rules import Rules
from mainstay.coach.decision import Decision, Place, Verdict
from mainstay.coach.limits import Limits, open_rungs
from mainstay.coach.progression.state import Progression
from mainstay.kernel import Event, Reason

Outcome = tuple[Progression, tuple[Decision, ...]]
"""The state after a moment, and the decisions it led to."""


@dataclass(frozen=True, slots=True)
class Moment:
    """An event of the diary, the catalogue, and the person's hard constraints on that day.

    The constraints are asked for by call, because most events (a performed set) never need them.
    """

    catalogue: Catalogue
    event: Event
    limits_of_person: Callable[[], Limits]

    @property
    def limits(self) -> Limits:
        """The person's hard constraints."""
        return self.limits_of_person()

    @property
    def rules(self) -> Rules:
        """The coach's numbers."""
        return self.catalogue.rules

    @property
    def day(self) -> date:
        """The person's local date."""
        return self.event.day

    def open_rungs(self, exercise: Exercise) -> tuple[int, ...]:
        """Return the rungs of an exercise that the person may be given."""
        return open_rungs(self.catalogue, exercise, self.limits)

    def decision_id(self, slug: str) -> str:
        """Return the id of this event's decision on an exercise."""
        return f"{self.event.id}:{slug}"

    def decide(
        self,
        slug: str,
        verdict: Verdict,
        was: Place | None,
        now: Place | None,
        why: tuple[Reason, ...],
    ) -> Decision:
        """Return this event's decision on an exercise."""
        return Decision(self.decision_id(slug), self.day, slug, verdict, was, now, why)
