"""What a person has said about themselves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from mainstay.kernel import Direction, Equipment, Trouble

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Experience(StrEnum):
    """How used to training a person is; it chooses the rung to start on."""

    NEW = "new"
    RETURNING = "returning"
    REGULAR = "regular"


@dataclass(frozen=True, slots=True)
class Profile:
    """Time, days, equipment and limits. ``days`` are weekday numbers, Monday 0, in order.

    ``break_minutes`` of sitting bring a break (0 for none wanted, None where not told), within
    ``break_hours`` of the person's clock, such as 09:00 to 17:00; ``cue`` is their if-then plan.
    """

    birth_year: int
    experience: Experience
    months_in_pain: float
    session_minutes: int
    days: tuple[int, ...]
    equipment: frozenset[Equipment] = frozenset()
    avoid_positions: frozenset[Trouble] = frozenset()
    precautions: frozenset[str] = frozenset()
    provoked_by: frozenset[Direction] = frozenset()
    walking_minutes: int | None = None
    goal: str = ""
    sex: str = ""
    break_minutes: int | None = None
    break_hours: tuple[str, str] | None = None
    cue: str = ""


def profile_from(fields: Mapping[str, Any]) -> Profile:
    """Read a validated ``profile_set`` event's fields; each such event replaces the whole profile."""
    walking, breaks = fields.get("walking_minutes"), fields.get("break_minutes")
    hours = fields.get("break_hours")
    return Profile(
        birth_year=int(fields["birth_year"]),
        experience=Experience(fields["experience"]),
        months_in_pain=float(fields["months_in_pain"]),
        session_minutes=int(fields["session_minutes"]),
        days=tuple(sorted({WEEKDAYS.index(day) for day in fields["days"]})),
        equipment=frozenset(map(Equipment, fields.get("equipment", ()))),
        avoid_positions=frozenset(map(Trouble, fields.get("avoid_positions", ()))),
        precautions=frozenset(fields.get("precautions", ())),
        provoked_by=frozenset(map(Direction, fields.get("provoked_by", ()))),
        walking_minutes=None if walking is None else int(walking),
        goal=str(fields.get("goal", "")),
        sex=str(fields.get("sex", "")),
        break_minutes=None if breaks is None else int(breaks),
        break_hours=(hours["from"], hours["to"]) if hours else None,
        cue=str(fields.get("cue", "")),
    )


def day_names(days: Iterable[int]) -> list[str]:
    """Return the diary's names of weekday numbers."""
    return [WEEKDAYS[day] for day in days]
