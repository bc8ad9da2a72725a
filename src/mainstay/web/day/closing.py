"""What is next where today has no session, or none any more: the next one's day, and what can wait."""

from dataclasses import dataclass
from datetime import timedelta

from mainstay.coach import Person, next_session
from mainstay.web.between import BreaksCard, WalkCard
from mainstay.web.desk import Desk
from mainstay.web.lessons.offering import LessonCard
from mainstay.words import day_text


@dataclass(frozen=True, slots=True)
class Closing:
    """``next`` is the next session's day in words, if one is known; ``waits`` what is open and can wait."""

    next: str
    waits: tuple[str, ...]
    trained: bool

    @property
    def all_done(self) -> bool:
        """Whether nothing of the day is left."""
        return not self.waits


@dataclass(frozen=True, slots=True)
class Between:
    """What a day offers beside the session; None where it does not."""

    walk: WalkCard | None
    breaks: BreaksCard | None
    lesson: LessonCard | None


def closing(desk: Desk, person: Person, between: Between) -> Closing:
    """Return how a day without a session, or after it, ends."""
    trained = person.progression.finished_on == desk.day
    return Closing(_next_day(desk, person), tuple(_open(between)), trained)


def _open(between: Between) -> list[str]:
    walk = between.walk
    found = ["the walk"] if walk and walk.minutes and walk.done < walk.minutes else []
    return [*found, *(["the lesson"] if between.lesson else [])]


def _next_day(desk: Desk, person: Person) -> str:
    """Return the next day with a session, in words."""
    found = next_session(desk.catalogue, person, desk.day)
    if found is None:
        return ""
    return "tomorrow" if found - desk.day == timedelta(days=1) else f"on {day_text(found)}"
