"""Lessons: short texts in our own words, in which every claim has its source and grade."""

from dataclasses import dataclass
from enum import StrEnum

from mainstay.kernel import Amount, Grade, Muscle


class Topic(StrEnum):
    """What a lesson is about, in the order of the shelf."""

    TRAINING = "training"
    PAIN = "pain"
    DAY = "day"
    BODY = "body"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Claim:
    """A part of a paragraph that says something of the world, and what that rests on.

    ``says`` is the very words of the paragraph, so that a page can mark them.
    """

    says: str
    source: str
    grade: Grade


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, and every claim in it. What the programme does is a claim of ``mainstay-product``."""

    text: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class LessonFigure:
    """What is drawn beside a lesson: a rung of an exercise, or the map with these muscles lit."""

    exercise: str = ""
    rung: str = ""
    muscles: tuple[Muscle, ...] = ()
    also: tuple[Muscle, ...] = ()


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson. ``order`` is its place in the weekly row; ``asks`` the questions that it answers."""

    slug: str
    order: int
    topic: Topic
    title: str
    summary: str
    asks: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    see: tuple[str, ...] = ()
    figure: LessonFigure | None = None

    @property
    def text(self) -> str:
        """The whole text without title and summary."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, in the order of the text."""
        return tuple(claim for paragraph in self.paragraphs for claim in paragraph.claims)


@dataclass(frozen=True, slots=True)
class LessonRules:
    """How often a lesson is offered, and what brings one up again."""

    every_days: Amount
    again_days: Amount
    short_night_hours: Amount


class LessonFact(StrEnum):
    """What may bring a lesson up. Each is told in days since it last was so, 0 being that very day.

    ``locked``, ``referred`` and ``sitting`` are 0 while they are so; ``week`` is a number of its own, the
    week of training, counted from 1 and not known before it begins.
    """

    LOCKED = "locked"
    NERVE = "nerve"
    REFERRED = "referred"
    STOPPED = "stopped"
    FLARE = "flare"
    SORENESS = "soreness"
    CLEARED = "cleared"
    SHORT_NIGHT = "short-night"
    SITTING = "sitting"
    STEPPED_UP = "stepped-up"
    DONE = "done"
    WALKED = "walked"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class MomentRule:
    """A lesson has its moment while a fact is known and lies in ``[at_least, below)``.

    One that comes ``at_once`` is offered whatever else was read, and again when its moment comes back;
    the others only say which lesson is the week's. ``exercise`` goes with the fact ``done`` alone.
    """

    code: str
    lesson: str
    fact: LessonFact
    source: str
    grade: Grade
    below: int
    at_least: int = 0
    at_once: bool = False
    exercise: str = ""

    def holds(self, value: int | None) -> bool:
        """Whether the fact lies in the range; one that is not known never does."""
        return value is not None and self.at_least <= value < self.below
