"""What progression remembers of a person: ladders, open sessions, pain, flare-ups. Bounded in size."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from mainstay.coach.decision import Place
from mainstay.kernel import Direction, Side, Symptom


@dataclass(frozen=True, slots=True)
class Undo:
    """The last step that can be taken back: its decision, and the place and counts before it."""

    decision: str
    place: Place
    since: date | None
    good: int
    ambers: int
    resting_until: date | None


@dataclass(frozen=True, slots=True)
class LadderState:
    """One exercise's ladder. ``resting_until`` is the first day on which it may be prescribed again."""

    place: Place
    since: date | None = None
    good: int = 0
    ambers: int = 0
    poor_forms: int = 0
    last_done: date | None = None
    last_up: date | None = None
    last_red: date | None = None
    resting_until: date | None = None
    undo: Undo | None = None


@dataclass(frozen=True, slots=True)
class SetDone:
    """One performed set; None where the person only ticked it, which means as asked."""

    number: int
    side: Side | None = None
    reps: int | None = None
    hold_seconds: float | None = None
    load_kg: float | None = None


@dataclass(frozen=True, slots=True)
class Rating:
    """What the person said of one exercise."""

    effort: int
    pain: int
    symptom: Symptom = Symptom.NONE
    form: str = ""
    camera_doubts: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """One exercise within one session. ``acted`` marks that it has already led to a step down."""

    rung: str
    sets: tuple[SetDone, ...] = ()
    asked_sets: int | None = None
    rating: Rating | None = None
    skipped: str = ""
    acted: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """A session from its start until its next morning is known."""

    id: str
    day: date
    usual: int | None
    mode: str
    work: Mapping[str, Work] = field(default_factory=dict)
    asked: Mapping[str, int] = field(default_factory=dict)
    finished: bool = False


@dataclass(frozen=True, slots=True)
class CheckIn:
    """The newest report of pain before training."""

    day: date
    now: int
    usual: int | None = None


@dataclass(frozen=True, slots=True)
class Flare:
    """A flare-up since a day, and the usual level it is measured against (None where never told)."""

    since: date
    usual: int | None


@dataclass(frozen=True, slots=True)
class StepUp:
    """A step up that was granted: when, by which decision, and the weekly load it adds."""

    day: date
    decision: str
    added: float


@dataclass(frozen=True, slots=True)
class Progression:
    """Everything derived about training. A fold of the diary; never edited otherwise.

    ``trained`` are the days of training in the eight days up to the last one, and whether each held strength
    work.
    """

    ladders: Mapping[str, LadderState] = field(default_factory=dict)
    sessions: tuple[Session, ...] = ()
    excluded: frozenset[str] = frozenset()
    included: frozenset[str] = frozenset()
    check_in: CheckIn | None = None
    pains: tuple[tuple[date, int], ...] = ()
    high_since: datetime | None = None
    flare: Flare | None = None
    ramp: tuple[float, ...] = ()
    ramp_why: str = ""
    step_ups: tuple[StepUp, ...] = ()
    loads: tuple[tuple[date, float], ...] = ()
    reds: tuple[date, ...] = ()
    last_red: date | None = None
    bad: tuple[tuple[Direction, date], ...] = ()
    flags: Mapping[Direction, date] = field(default_factory=dict)
    first_session: date | None = None
    block_start: date | None = None
    last_session: date | None = None
    strength_days: int = 0
    last_strength: date | None = None
    trained: tuple[tuple[date, bool], ...] = ()
    finished_on: date | None = None
