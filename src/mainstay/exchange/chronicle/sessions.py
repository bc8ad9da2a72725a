"""Sessions as they were done: when, how much of what was asked, how hard, and pain after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from mainstay.kernel import Event


@dataclass(frozen=True, slots=True)
class Done:
    """One session. ``asked`` is how many sets were shown, sides counted; 0 where that is not known."""

    id: str
    began: datetime
    ended: datetime
    exercises: tuple[str, ...]
    sets: int
    asked: int
    finished: bool
    effort: int | None
    pain_after: int | None

    @property
    def day(self) -> date:
        """The person's day on which it began."""
        return self.began.date()

    @property
    def complete(self) -> bool:
        """Whether as many sets were done as asked; without a number, whether it was brought to its end."""
        return self.sets >= self.asked if self.asked else self.finished


_KINDS = ("session_started", "set_performed", "session_finished")


def sessions_in(events: Iterable[Event]) -> tuple[Done, ...]:
    """Return the sessions in which something was done, oldest first; events stand, in order."""
    by_session: dict[str, list[Event]] = {}
    for event in events:
        if event.kind in _KINDS:
            by_session.setdefault(event.fields["session"], []).append(event)
    done = (_done(session, events) for session, events in by_session.items())
    return tuple(one for one in done if one.sets)


def _done(session: str, events: list[Event]) -> Done:
    sets = [event for event in events if event.kind == "set_performed"]
    plan = next((e.fields.get("plan") for e in events if e.kind == "session_started"), None)
    end: Mapping[str, Any] = next((e.fields for e in events if e.kind == "session_finished"), {})
    return Done(
        id=session,
        began=events[0].at,
        ended=events[-1].at,
        exercises=tuple(dict.fromkeys(event.fields["exercise"] for event in sets)),
        sets=len(sets),
        asked=_asked(plan or {}),
        finished=bool(end),
        effort=end.get("effort"),
        pain_after=end.get("pain_after"),
    )


def _asked(plan: Mapping[str, Any]) -> int:
    """The sets of a plan as it was shown; the plan is the writer's own, so nothing in it is certain."""
    blocks = plan.get("blocks")
    total = 0
    for block in blocks if isinstance(blocks, list) else ():
        items = block.get("items") if isinstance(block, dict) else None
        for item in items if isinstance(items, list) else ():
            if isinstance(item, dict) and isinstance(item.get("sets"), int):
                sides = item.get("sides")
                total += item["sets"] * max(1, len(sides) if isinstance(sides, list) else 1)
    return total
