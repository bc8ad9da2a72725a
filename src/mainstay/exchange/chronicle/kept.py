"""What charts are drawn from: a line for each day with something in it, and the moves on the ladders.

It is worked out of the events and decisions of any stretch of time, such as a month, and such stretches are
joined again: so a look back over years need not read every set that was ever done.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from mainstay.charts import Deed
from mainstay.coach import Decision, Place
from mainstay.exchange.chronicle.sessions import sessions_in
from mainstay.kernel import Event, Reason

_AT_REST = {"day_checked_in": "pain_now", "morning_after": "pain"}
_RED = "red"


@dataclass(frozen=True, slots=True)
class Day:
    """One day; what was not told is None, and 0 is an answer.

    ``pain`` is the highest at rest, so that no peak is lost; ``usual`` the level told last; ``walked`` the
    minutes of all walks; ``trained`` says that a set was done, ``deed`` what became of the session that began
    on this day. ``held`` are the longest hold and the hold that was asked for, by exercise, in seconds.
    """

    pain: int | None = None
    usual: int | None = None
    walked: float | None = None
    trained: bool = False
    deed: Deed | None = None
    held: Mapping[str, tuple[float, float | None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Moved:
    """A decision that moved an exercise, or the first one about it."""

    day: date
    exercise: str
    was: Place | None
    now: Place | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Red:
    """A strong response: the day, the exercise, and what was told."""

    day: date
    exercise: str
    why: Reason


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything of a stretch of time, oldest first. ``began`` is the first set of each exercise."""

    days: Mapping[date, Day] = field(default_factory=dict)
    began: Mapping[str, date] = field(default_factory=dict)
    moves: tuple[Moved, ...] = ()
    reds: tuple[Red, ...] = ()


def kept_of(events: Iterable[Event], decisions: Iterable[Decision]) -> Kept:
    """Return what is kept of standing events, in the order of the diary, and of the decisions they led to."""
    told = list(events)
    days = _Days()
    for event in told:
        days.take(event)
    for session in sessions_in(told):
        days.close(session.day, session.complete)
    made = list(decisions)
    return Kept(dict(sorted(days.days.items())), days.began, _moves(made), _reds(made))


def joined(parts: Iterable[Kept]) -> Kept:
    """Return stretches of time, oldest first, as one."""
    days: dict[date, Day] = {}
    began: dict[str, date] = {}
    moves, reds = list[Moved](), list[Red]()
    for part in parts:
        days |= part.days
        began = {**part.began, **began}
        moves += part.moves
        reds += part.reds
    return Kept(days, began, tuple(moves), tuple(reds))


@dataclass(slots=True)
class _Days:
    """Days being put together."""

    days: dict[date, Day] = field(default_factory=dict)
    began: dict[str, date] = field(default_factory=dict)

    def take(self, event: Event) -> None:
        day = self.days.get(event.day, Day())
        match event.kind:
            case "day_checked_in" | "morning_after":
                pain = event.fields[_AT_REST[event.kind]]
                usual = event.fields.get("pain_usual") if event.kind == "day_checked_in" else None
                highest = pain if day.pain is None else max(pain, day.pain)
                day = replace(day, pain=highest, usual=day.usual if usual is None else usual)
            case "walk_logged":
                day = replace(day, walked=(day.walked or 0) + event.fields["minutes"])
            case "set_performed":
                self.began.setdefault(event.fields["exercise"], event.day)
                day = replace(day, trained=True, held=_with_hold(day.held, event))
            case _:
                return
        self.days[event.day] = day

    def close(self, day: date, complete: bool) -> None:
        known = self.days.get(day, Day())
        if known.deed is not Deed.FULL:
            self.days[day] = replace(known, deed=Deed.FULL if complete else Deed.PART)


def _with_hold(
    held: Mapping[str, tuple[float, float | None]], event: Event
) -> Mapping[str, tuple[float, float | None]]:
    seconds = event.fields.get("hold_seconds")
    if seconds is None:
        return held
    slug = event.fields["exercise"]
    best, asked = held.get(slug, (0, None))
    target = (event.fields.get("target") or {}).get("hold_seconds")
    return {**held, slug: (max(best, seconds), asked if target is None else target)}


def _moves(decisions: Iterable[Decision]) -> tuple[Moved, ...]:
    seen, moves = set[str](), list[Moved]()
    for one in decisions:
        if one.was != one.now or one.until or one.exercise not in seen:
            moves.append(Moved(one.date, one.exercise, one.was, one.now, one.until))
            seen.add(one.exercise)
    return tuple(moves)


def _reds(decisions: Iterable[Decision]) -> tuple[Red, ...]:
    found = []
    for one in decisions:
        why = next((reason for reason in one.why if reason.code.startswith(_RED)), None)
        if why:
            found.append(Red(one.date, one.exercise, why))
    return tuple(found)
