"""What is remembered of walks and habits, bounded: this week's days, and the last time of each habit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mainstay.kernel import Reason


@dataclass(frozen=True, slots=True)
class DayWalked:
    """A day's walking: the walks told one by one, and what another app counted for the whole day."""

    day: date
    walks: float = 0.0
    counted: float = 0.0

    @property
    def minutes(self) -> float:
        """The larger of the two, because an app counts the walks too."""
        return max(self.walks, self.counted)


@dataclass(frozen=True, slots=True)
class Walking:
    """Where the walk stands.

    ``own`` are the easy minutes that the person told (None where not told), and ``step`` how many weeks'
    growth lie on them. The week ``begins`` on the weekday on which all this began; ``days`` are those walked
    in it. ``held`` says that this week brings no growth, ``why`` what last decided the minutes. ``recent``
    are the two latest days walked, ``heard`` the latest whose answer has been taken in, ``legs_on`` the last
    day on which something was felt in a leg.
    """

    own: int | None = None
    begins: date | None = None
    step: int = 0
    days: tuple[DayWalked, ...] = ()
    held: bool = False
    empty_weeks: int = 0
    weeks_at_goal: int = 0
    why: Reason | None = None
    recent: tuple[date, ...] = ()
    heard: date | None = None
    legs_on: date | None = None


@dataclass(frozen=True, slots=True)
class HabitDone:
    """The last day on which a habit was done, and how often that day."""

    day: date
    times: int


@dataclass(frozen=True, slots=True)
class Habits:
    """Everything derived about the time between sessions."""

    walking: Walking = field(default_factory=Walking)
    done: Mapping[str, HabitDone] = field(default_factory=dict)
