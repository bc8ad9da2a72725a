"""People with a back: diaries of months with a known link between walking and pain, or with none.

Pain has a level, a course that gets better or not, a memory, weekdays, flare-ups and daily noise. What people
do depends on their pain in turn: on bad days they walk and train less, and they sleep worse. So without any
effect, what they did and how they felt go together all the same, which is what a careless look takes for one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from math import exp, log
from random import Random
from uuid import UUID

from mainstay.kernel import Event

END = date(2026, 7, 1)
_SESSION = "0197a3c4-5b6d-7e8f-9a0b-000000000000"


@dataclass(frozen=True)
class Effect:
    """Points of pain on the day after a day with a walk."""

    walking: float = 0.0


def diary(seed: int, days: int | None = None, effect: Effect = Effect()) -> list[Event]:
    """The diary of one person up to the day before ``END``: ``days`` long, or some length from 70 to 400."""
    lot = Random(seed)
    length = days or lot.randint(70, 400)
    writer = _Writer(lot, END - timedelta(days=length))
    pains = _Pain(lot, length)
    habits = _Habits(lot)
    walked = False
    away = 0
    before = pains.level
    for number in range(length):
        day = writer.start + timedelta(days=number)
        felt = pains.next(day, effect.walking if walked else 0.0)
        # A night follows the pain of the evening; the walk and the session follow that of the day.
        slept = habits.night(before - pains.level)
        minutes, trains = habits.day(day, number, felt - pains.level)
        before = felt
        walked = minutes > 0
        away = away - 1 if away else (lot.randint(2, 14) if lot.random() < 1 / 60 else 0)
        if away:
            continue
        writer.write(day, pains.told(felt), minutes, slept, trains, habits)
    return writer.events


class _Pain:
    """Pain from day to day, on no scale yet."""

    def __init__(self, lot: Random, length: int) -> None:
        self.lot, self.level = lot, lot.uniform(1.5, 5.0)
        self._better, self._pace = lot.uniform(-0.3, 2.0), lot.uniform(0.3, 1.0) * length
        self._memory, self._swing = lot.uniform(0.3, 0.95), lot.uniform(0.5, 1.5)
        self._noise = lot.uniform(0.2, 0.8)
        self._weekdays = [lot.gauss(0, 0.25) for _ in range(7)]
        self._mood, self._flare, self._fading, self._number = lot.gauss(0, self._swing), 0.0, 0.8, 0

    def next(self, day: date, effect: float) -> float:
        lot = self.lot
        self._mood = self._memory * self._mood + (1 - self._memory**2) ** 0.5 * lot.gauss(0, self._swing)
        self._flare *= self._fading
        if lot.random() < 1 / 75:
            self._flare, self._fading = lot.uniform(1.5, 4.0), lot.uniform(0.7, 0.92)
        self._number += 1
        course = self._better * (exp(-self._number / self._pace) - 1)
        return self.level + course + self._mood + self._flare + self._weekdays[day.weekday()] + effect

    def told(self, felt: float) -> int:
        return min(10, max(0, round(felt + self.lot.gauss(0, self._noise))))


class _Habits:
    """What a person does, given how much more than usual it hurts."""

    def __init__(self, lot: Random) -> None:
        self.lot = lot
        self._usual, self._often, self._growing = (
            lot.uniform(12, 35),
            lot.uniform(0.35, 0.7),
            lot.uniform(0, 0.005),
        )
        self._weekdays = [lot.gauss(0, 0.5) for _ in range(7)]
        self._urge, self._spared = 0.0, lot.uniform(0, 0.5)
        # Good intentions come and go in spells of weeks.
        self._keen, self._spell = True, lot.uniform(14, 35)
        self._days = set(lot.sample(range(7), lot.choice([3, 3, 4])))
        self._keeps = lot.uniform(0.6, 0.95)
        self._hours, self._short = lot.uniform(6, 8), lot.uniform(0, 0.25)
        self.answers, self.tells_sleep = lot.uniform(0.5, 0.95), lot.random() < 0.7
        self.notes_walks = lot.uniform(0.8, 1)

    def night(self, worse: float) -> float:
        hours = self._hours + self.lot.gauss(0, 0.8) - self._short * worse
        return min(12.0, max(2.0, round(2 * hours) / 2))

    def day(self, day: date, number: int, worse: float) -> tuple[float, bool]:
        lot = self.lot
        self._urge = 0.6 * self._urge + lot.gauss(0, 0.5)
        if lot.random() < 1 / self._spell:
            self._keen = not self._keen
        wish = (
            self._urge + self._weekdays[day.weekday()] - self._spared * max(worse, 0) + self._growing * number
        )
        wish += log(self._often / (1 - self._often)) + (0.4 if self._keen else -0.8)
        walks = lot.random() < 1 / (1 + exp(-wish))
        minutes = max(10.0, self._usual * exp(lot.gauss(0, 0.3))) if walks else 0.0
        keen = 1 if self._keen else 0.4
        trains = day.weekday() in self._days and lot.random() < keen * self._keeps - 0.15 * max(worse, 0)
        # Some sessions are made up for on another day.
        return minutes, trains or lot.random() < 0.05


class _Writer:
    """The diary so far."""

    def __init__(self, lot: Random, start: date) -> None:
        self.lot, self.start = lot, start
        self.events: list[Event] = []

    def write(
        self, day: date, pain: int, minutes: float, slept: float, trains: bool, habits: _Habits
    ) -> None:
        if self.lot.random() < habits.answers:
            sleep = {"sleep_hours": slept} if habits.tells_sleep else {}
            self._add("day_checked_in", day, 7, {"pain_now": pain, **sleep})
        if minutes and self.lot.random() < habits.notes_walks:
            self._add("walk_logged", day, 17, {"minutes": round(minutes)})
        if trains:
            self._add("session_finished", day, 18, {"session": _SESSION, "effort": 5, "pain_after": pain})

    def _add(self, kind: str, day: date, hour: int, fields: dict) -> None:
        at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
        self.events.append(Event(str(UUID(int=len(self.events))), kind, at, fields))


def crowd(
    first: int, people: int, days: int | None = None, effect: Effect = Effect()
) -> Iterator[list[Event]]:
    """The diaries of some people."""
    return (diary(seed, days, effect) for seed in range(first, first + people))
