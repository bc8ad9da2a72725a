"""What stands on the clinician's page: finished words and pictures, ready to be set."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trend:
    """One measure from its first answer to its last, in words; ``mark`` is the coach's reading of it."""

    name: str
    first: str
    last: str
    change: str
    mark: str


@dataclass(frozen=True, slots=True)
class Line:
    """One exercise of the programme, in words."""

    exercise: str
    variant: str
    dose: str
    since: str
    moved: str
    felt: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A safety question with an answer other than no; ``weight`` is the clearance that it led to."""

    ask: str
    answer: str
    weight: str


@dataclass(frozen=True, slots=True)
class Safety:
    """What was answered: when, what other than no, how many no, how many not answered, and who has looked."""

    when: str
    answers: tuple[Answered, ...]
    rest: str
    missing: str
    cleared: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as SVG, and the words for who cannot see it."""

    svg: str
    alt: str


@dataclass(frozen=True, slots=True)
class ClinicianPage:
    """The whole page. Texts are as the person or the words' file wrote them; setting escapes them."""

    period: str
    born: str
    made: str
    asks: tuple[str, ...]
    safety: Safety
    pain: Picture
    trends: tuple[Trend, ...]
    programme: tuple[Line, ...]
    programme_note: str
    delivery: tuple[tuple[str, str], ...]
    adherence: str
    calendar: Picture | None
    adverse: tuple[str, ...]
    goal: str
