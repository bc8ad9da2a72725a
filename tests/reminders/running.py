"""A life, lived against a real database: workers look, die and are answered, and a receiver counts."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from heapq import heappop, heappush
from itertools import count
from random import Random
from threading import Barrier
from typing import Any

from django.db import connection

from mainstay.catalogue import load_catalogue
from mainstay.coach import outlook_on
from mainstay.diary import new_id
from mainstay.diary.store import append, person_of
from mainstay.kernel import Event
from mainstay.reminders import Kind, Message, Unreachable
from mainstay.reminders.models import Channel, Delivery, Diary, Reminder, ReminderSettings
from mainstay.reminders.outbox import Carrier, answer, zone_told
from tests.reminders.lives import LENGTH, STEP, Happening, Life, Look
from tests.reminders.reading import CLOSE, USEFUL, Slot, may, must, slots
from tests.web.conftest import PROFILE, all_clear

SOON = 16
"""Minutes after which a copy that nobody took is tried again at the latest."""


class Killed(BaseException):
    """The worker is gone at this very point."""


@dataclass
class Receiver:
    """Takes what is handed over; or dies, or is away. ``got`` holds channel and key of every copy."""

    got: list[tuple[int, str]] = field(default_factory=list)
    kinds: dict[str, Kind] = field(default_factory=dict)
    away: bool = False
    dies_at: int = 0
    dies_after: bool = False

    def take(self, channel: Channel, message: Message) -> None:
        """Take one copy."""
        if self.away:
            raise Unreachable("away")
        self.dies_at -= 1
        if self.dies_at == 0 and not self.dies_after:
            raise Killed
        self.got.append((channel.pk, message.key))
        self.kinds[message.key] = message.kind
        if self.dies_at == 0:
            raise Killed


@dataclass
class Run:
    """One life under way, and everything found fault with."""

    life: Life
    pool: ThreadPoolExecutor
    diary: Diary = field(init=False)
    receiver: Receiver = field(default_factory=Receiver)
    minute: int = 0
    called: list[Slot] = field(default_factory=list)
    looked: list[int] = field(default_factory=list)
    excused: Counter[tuple[int, str]] = field(default_factory=Counter)
    again: dict[str, int] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    blocked: int = -1
    reach: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    channels: list[int] = field(default_factory=list)
    steps: list[tuple[int, int, Any]] = field(default_factory=list)
    number: Iterator[int] = field(default_factory=count)

    def go(self) -> None:
        """Live it."""
        self.called = slots(self.life)
        chance = Random(self.life.seed)
        self._settle()
        self._steps()
        while self.steps:
            self.minute, _, step = heappop(self.steps)
            if isinstance(step, Look):
                before = len(self.receiver.got)
                self._look(step)
                self._press(chance, before)
            elif isinstance(step, Happening):
                self._happen(step)
            else:
                zone_told(self.diary, step.zone.key, self.now())
                self.reach["journey"] += 1
        self._count()
        ReminderSettings.objects.filter(diary=self.diary).delete()
        Delivery.objects.filter(reminder__diary=self.diary).delete()

    def _steps(self) -> None:
        """Put what happens in order; at the same minute journeys come first and looks last."""
        for stay in self.life.stays[1:]:
            self._put(stay.since, stay)
        for step in (*self.life.happenings, *self.life.looks):
            self._put(step.minute, step)

    def _put(self, minute: int, step: Any) -> None:
        if minute < LENGTH:
            heappush(self.steps, (minute, next(self.number), step))

    def now(self) -> datetime:
        """The moment, in UTC."""
        return self.life.utc(self.minute)

    def _settle(self) -> None:
        life = self.life
        self.diary = Diary.objects.create()
        breaks = life.breaks
        told = {"break_minutes": breaks[0], "break_hours": _hours(breaks)} if breaks else {}
        answers = {"questions": "test", "scope": "full", "answers": all_clear()}
        self._write(screening_answered=answers, profile_set=PROFILE | {"days": life.days, **told})
        ReminderSettings.objects.create(
            diary=self.diary,
            session=life.session is not None,
            walk=life.walk is not None,
            breaks=breaks is not None,
            **({"session_time": life.session} if life.session else {}),
            **({"walk_time": life.walk} if life.walk else {}),
            quiet_from=life.quiet[0],
            quiet_to=life.quiet[1],
            zone=life.stays[0].zone.key,
        )
        ReminderSettings.objects.filter(diary=self.diary).update(changed_at=life.begins)
        for number in range(life.channels):
            made = Channel.objects.create(diary=self.diary, kind="push", name=f"{number}", address={})
            self.channels.append(made.pk)

    def _write(self, **told: dict[str, Any]) -> None:
        at = self.life.local(self.minute)
        append(self.diary, [Event(new_id(at), kind, at, fields) for kind, fields in told.items()])

    def _happen(self, happening: Happening) -> None:
        session = f"00000000-0000-7000-8000-{self.life.seed:012d}"
        match happening.what:
            case "begins":
                self._write(session_started={"session": session})
            case "finishes":
                self._write(session_finished={"session": session, "effort": 4, "pain_after": 1})
            case "walks":
                self._write(walk_logged={"minutes": 10})
            case "numb":
                self._write(day_checked_in={"pain_now": 2, "symptom": "numbness"})
        self.reach[happening.what] += 1

    def _look(self, look: Look) -> None:
        before, wanted = len(self.receiver.got), self._wanted()
        self.receiver.away = look.how == "away"
        self.receiver.dies_at = look.hand_over if look.how == "killed" else 0
        self.receiver.dies_after = look.after
        carrier = Carrier(send=self.receiver.take, clock=self.now)
        died = False
        if look.how == "both":
            self._both(carrier)
        else:
            died = _dies(carrier.round, look.statement if look.how == "killed" else 0, look.after)
        self.looked.append(self.minute)
        new = self.receiver.got[before:]
        if died:
            self.reach["died while handing over" if new else "died before"] += 1
            self.blocked = max(self.blocked, self.minute)
            self.excused.update(new[-1:])
        if look.how == "away":
            self.blocked = max(self.blocked, self.minute + SOON)
        for _, key in new:
            self._judge(key, wanted)
        if not died and self.minute > self.blocked:
            self._expect(wanted)

    def _both(self, carrier: Carrier) -> None:
        start = Barrier(2)

        def one() -> None:
            start.wait()
            carrier.round()

        for worker in [self.pool.submit(one), self.pool.submit(one)]:
            worker.result()
        self.reach["two at once"] += 1

    def _judge(self, key: str, wanted: dict[str, bool]) -> None:
        """Find fault with what should not have come."""
        kind = self.receiver.kinds[key]
        first, _, number = key.partition("-n")
        if not wanted[kind]:
            self._fault(f"{key} came, and was not wanted")
        if number:
            if self.minute < self.again.get(first, 10**9) or self.life.is_quiet(self.minute):
                self._fault(f"{key} came too soon")
            self.reach["again"] += 1
            return
        days = may(self.life, self.called, kind, self.minute)
        if not days or (kind != "break" and first.removeprefix(f"{kind}-") not in map(str, days)):
            self._fault(f"{key} came at another time than it should")

    def _expect(self, wanted: dict[str, bool]) -> None:
        """Find fault with what should have come by now."""
        for slot in must(self.life, self.called, self.minute, self.looked[:-1]):
            key = self._key(slot)
            pressed = key in self.refused or key in self.again
            if not wanted[slot.kind] or pressed or self._is_too_soon(slot):
                continue
            self.reach[f"expected: {slot.kind}"] += 1
            self.reach["expected though a clock leapt"] += not slot.is_plain
            for channel in self.channels:
                if (channel, key) not in self.receiver.got:
                    self._fault(f"{slot} never came")
        for key, minute in self.again.items():
            self._expect_again(key, minute, wanted)

    def _key(self, slot: Slot) -> str:
        if slot.kind == "break":
            return f"break-{self.life.utc(slot.minute):%Y%m%dt%H%Mz}"
        return f"{slot.kind}-{slot.day}"

    def _is_too_soon(self, slot: Slot) -> bool:
        """Whether a break of another clock came less than the person's minutes before, or another is near."""
        if slot.kind != "break" or self.life.breaks is None:
            return False
        if any(abs(slot.minute - again) < CLOSE for again in self.again.values()):
            return True
        near = range(slot.minute - self.life.breaks[0] + 1, slot.minute)
        keys = {f"break-{self.life.utc(minute):%Y%m%dt%H%Mz}" for minute in near}
        return any(key in keys for _, key in self.receiver.got)

    def _expect_again(self, key: str, minute: int, wanted: dict[str, bool]) -> None:
        between = (*range(minute, self.minute, STEP), self.minute)
        whole = all(
            not self.life.is_quiet(at) and self.life.local(at).date() == self.life.local(minute).date()
            for at in between
        )
        stay = self.life.stay(self.minute)
        if minute <= self.minute <= minute + USEFUL["session"] and whole and wanted["session"]:
            told_there = stay == self.life.stay(max(0, minute - 60))
            if told_there and key not in self.refused:
                self.reach["expected again"] += 1
                if not any(got.startswith(f"{key}-n") for _, got in self.receiver.got):
                    self._fault(f"{key} was asked for again and never came")

    def _press(self, chance: Random, before: int) -> None:
        """Press one of the buttons on what has just come, sometimes."""
        for _, key in dict.fromkeys(self.receiver.got[before:]):
            if key.startswith("session") and "-n" not in key and chance.random() < self.life.presses:
                what = chance.choice(["later", "not_today"])
                assert answer(self.diary, key, what, self.now())
                self.reach[what] += 1
                if what == "later":
                    self.again[key] = self.minute + 60
                    soon = self.again[key] + chance.choice([-1, 0, 3])
                    self._put(soon, Look(soon))
                else:
                    self.refused.add(key)

    def _wanted(self) -> dict[str, bool]:
        """Say of each kind whether the coach and the diary have room for it at this minute."""
        day = self.life.local(self.minute).date()
        outlook = outlook_on(load_catalogue(), person_of(self.diary), day)
        done = {
            one.what: self.minute - one.minute
            for one in self.life.happenings
            if one.minute <= self.minute and self.life.local(one.minute).date() == day
        }
        is_open, walk = outlook.today.mode != "locked", outlook.today.walk
        return {
            "session": is_open and outlook.setting is not None and "begins" not in done,
            "walk": is_open and walk is not None and walk.minutes > 0 and "walks" not in done,
            "break": is_open and ("begins" not in done or "finishes" in done or done["begins"] >= 120),
        }

    def _count(self) -> None:
        """Find fault with every copy that is one too many."""
        for (channel, key), copies in Counter(self.receiver.got).items():
            if copies - 1 > self.excused[(channel, key)]:
                self._fault(f"{key} came {copies} times to {channel}")
            self.reach["doubled by a death in the hand-over"] += copies > 1
            self.reach[f"came: {self.receiver.kinds[key]}"] += 1
        named = Reminder.objects.filter(diary=self.diary).values_list("key", flat=True)
        if len(set(named)) != len(named):
            self._fault("a reminder was made twice")

    def _fault(self, said: str) -> None:
        shown = self.life.local(self.minute)
        self.faults.append(f"life {self.life.seed}, minute {self.minute} ({shown}): {said}")


def _hours(breaks: tuple[int, Any, Any]) -> dict[str, str]:
    return {"from": breaks[1].isoformat("minutes"), "to": breaks[2].isoformat("minutes")}


def _dies(look: Callable[[], object], statement: int, after: bool) -> bool:
    """Look, dying at a statement if one is named; return whether that happened."""
    try:
        with _death_at(statement, after):
            look()
    except Killed:
        # What the dead have begun is undone when the database notices that they are gone.
        connection.close()
        return True
    return False


@contextmanager
def _death_at(statement: int, after: bool) -> Iterator[None]:
    left = statement

    def step(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal left
        left -= 1
        done = execute(sql, params, many, context) if left or after else None
        if left == 0:
            context["cursor"].close()
            raise Killed
        return done

    with connection.execute_wrapper(step):
        yield
