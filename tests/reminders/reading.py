"""What a life should bring, read off its clock minute by minute.

Two answers are given of a look: what must have arrived after it, and what may arrive in it. Between the two
lies what is left open: a time of day that a leap of the clock leaves out may be told up to an hour later, and
where a journey falls between due and sent either clock may speak.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from tests.reminders.lives import LENGTH, STEP, Life, Stay

USEFUL = {"session": 240, "walk": 240, "break": 10}
CLOSE = 10


@dataclass(frozen=True)
class Slot:
    """A reminder that a clock calls for, due at a minute, or up to an ``open`` hour later.

    ``is_plain`` where neither a leap of the clock nor a journey has anything to do with it.
    """

    kind: str
    day: date
    minute: int
    open: int
    is_plain: bool


def slots(life: Life) -> list[Slot]:
    """Return every reminder that any clock of the life calls for."""
    found = []
    for stay in life.stays:
        ends = min([other.since for other in life.stays if other.since > stay.since] + [LENGTH + CLOSE])
        days: dict[date, list[tuple[int, datetime]]] = {}
        for minute in range(stay.since, ends, STEP):
            shown = life.local(minute, stay)
            days.setdefault(shown.date(), []).append((minute, shown))
        for kind, wall in _walls(life):
            found += [slot for day, shown in days.items() for slot in _passed(kind, wall, stay, day, shown)]
    return found


def _walls(life: Life) -> Iterator[tuple[str, time]]:
    for kind, wall in (("session", life.session), ("walk", life.walk)):
        if wall is not None and (moved := _out_of_quiet(life, wall)):
            yield kind, moved
    if life.breaks:
        every, begins, ends = life.breaks
        minute = begins.hour * 60 + begins.minute + every
        while minute <= ends.hour * 60 + ends.minute:
            yield "break", time(minute // 60, minute % 60)
            minute += every


def _out_of_quiet(life: Life, wall: time) -> time | None:
    begins, ends = life.quiet
    if begins == ends:
        return wall
    if begins < ends:
        return ends if begins <= wall < ends else wall
    return None if wall >= begins else max(wall, ends)


def _passed(
    kind: str, wall: time, stay: Stay, day: date, shown: list[tuple[int, datetime]]
) -> Iterator[Slot]:
    """Yield the first minute of a day at which the clock shows the time, or one after it."""
    for minute, at in shown:
        if at.time().replace(fold=0) >= wall:
            exact = at.time().replace(fold=0) == wall
            leaps = len({there.utcoffset() for _, there in shown}) > 1
            # What was due before the person wished for it is not; a break that a journey leapt over is none.
            if exact or (minute > 0 and (kind != "break" or (leaps and minute > stay.since))):
                left_out = not exact and minute > stay.since
                yield Slot(kind, day, minute, 60 if left_out else 0, exact and not leaps)
            return


def may(life: Life, called: list[Slot], kind: str, minute: int) -> set[date]:
    """Return the days whose reminder of a kind may arrive at a minute, whatever the person does."""
    if life.is_quiet(minute):
        return set()
    return {
        slot.day
        for slot in called
        if slot.kind == kind and slot.minute <= minute <= slot.minute + USEFUL[kind] + slot.open
    }


def must(life: Life, called: list[Slot], minute: int, looked: list[int]) -> list[Slot]:
    """Return the reminders that must have arrived when a look at a minute is over, if they are wanted."""
    stay = life.stay(minute)
    found = []
    for slot in called:
        mine = slot.minute >= stay.since and slot.day == life.local(minute).date()
        if not (mine and slot.minute + slot.open <= minute <= slot.minute + USEFUL[slot.kind]):
            continue
        if slot.kind == "break" and not _is_clear(slot, called):
            continue
        if _is_unbroken(life, slot, minute) and not _tried_elsewhere(slot, called, stay, looked):
            found.append(slot)
    return found


def _is_unbroken(life: Life, slot: Slot, minute: int) -> bool:
    """Whether the reminder stays of use from its time on: neither quiet hours nor midnight between."""
    between = (*range(slot.minute, minute, STEP), minute)
    return not any(life.is_quiet(at) or life.local(at).date() != slot.day for at in between)


def _is_clear(slot: Slot, called: list[Slot]) -> bool:
    """Whether no other reminder is near, on a day without a leap."""
    others = (other for other in called if other.kind != "break")
    return slot.is_plain and all(abs(other.minute - slot.minute) > 60 + CLOSE for other in others)


def _tried_elsewhere(slot: Slot, called: list[Slot], stay: Stay, looked: list[int]) -> bool:
    """Whether a look before the journey had its chance with the same day."""
    before = [
        other
        for other in called
        if (other.kind, other.day) == (slot.kind, slot.day) and other.minute < stay.since
    ]
    return any(other.minute <= at < stay.since for other in before for at in looked)
