"""Random diaries: weeks of training, pain, corrections and second thoughts, out of order and twice."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from random import Random
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from mainstay.catalogue import load_catalogue
from mainstay.kernel import Event, Sidedness
from tests.diary.lines import EXAMPLES

POOL = ("bird-dog", "bridge", "front-plank", "side-plank", "dead-bug", "hip-hinge", "cat-camel", "superman")
CLEAR = {
    question.id: "no" if question.kind != "number" else 40 if question.id == "age" else 1
    for question in load_catalogue().asked_in("full")
}


class Writer:
    """Writes the diary of somebody who changes their mind."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.at = datetime(2026, 1, 5, 7, tzinfo=timezone(timedelta(hours=1)))
        self.events: list[Event] = []
        # Half of the people have an easy time and get on; the others have pain and change exercises.
        self.calm = self.chance.random() < 0.5

    def write(self, kind: str, **fields: Any) -> None:
        # Now and then two things happen at the same instant, or on a journey to another offset.
        self.at += timedelta(seconds=self.chance.choice((0, 20, 90)))
        zone = timezone(timedelta(hours=self.chance.choice((1, 1, 1, 1, -9))))
        self.events.append(Event(self.identity(), kind, self.at.astimezone(zone), fields))

    def identity(self) -> str:
        return str(UUID(int=self.chance.getrandbits(128)))

    def start(self) -> None:
        self.write("profile_set", **EXAMPLES["profile_set"] | {"avoid_positions": [], "precautions": []})
        if self.chance.random() < 0.5:
            self.write("screening_answered", questions="1", answers=CLEAR)
            return
        answer = self.chance.choice(("yes", "unsure"))
        worrying = self.chance.choice([name for name, usual in CLEAR.items() if usual == "no"])
        self.write("screening_answered", questions="1", answers={**CLEAR, worrying: answer})
        self.at += timedelta(days=1)
        self.write("clinician_cleared", by="GP", on=self.at.date().isoformat(), unlocks=["nerve-glide"])

    def day(self) -> None:
        self.at += timedelta(days=self.chance.choice((1, 1, 2, 2, 3, 9)))
        told = {"pain_usual": 1} if self.chance.random() < 0.3 else {}
        self.write("day_checked_in", pain_now=self.pain(), **told)
        if self.chance.random() < 0.8:
            self.session()
        if self.chance.random() < 0.4:
            self.extra()

    def pain(self) -> int:
        return self.chance.choice((0, 0, 1, 1, 2) if self.calm else (0, 0, 1, 1, 1, 2, 2, 3, 5, 8))

    def session(self) -> None:
        session = self.identity()
        self.write("session_started", session=session)
        for slug in self.chance.sample(POOL[: 3 if self.calm else None], 2):
            self.exercise(session, slug)
        self.write("session_finished", session=session, effort=4, pain_after=self.pain())
        self.at += timedelta(days=1)
        self.write("morning_after", session=session, pain=self.pain())

    def exercise(self, session: str, slug: str) -> None:
        if self.chance.random() < 0.1:
            self.write("exercise_skipped", session=session, exercise=slug, why="pain")
            return
        rung = self.chance.choice(load_catalogue().exercises[slug].rungs[: 1 if self.calm else 2])
        sides = ("left", "right") if rung.sides is Sidedness.EACH else (None,)
        for side in sides:
            side_told = {"side": side} if side else {}
            done = {"session": session, "exercise": slug, "rung": rung.slug}
            for number in (1, 2, 3):
                self.write("set_performed", **done, set=number, reps=30, hold_seconds=60.5, **side_told)
        symptom = self.chance.choice(("none",) * (50 if self.calm else 8) + ("sharp", "shooting"))
        effort = self.chance.choice((3, 4, 5) if self.calm else (3, 4, 5, 9))
        self.write(
            "exercise_rated", session=session, exercise=slug, effort=effort, pain=self.pain(), symptom=symptom
        )

    def extra(self) -> None:
        earlier = self.chance.choice(self.events)
        match self.chance.randrange(7):
            case 0:
                self.write("flare_reported")
            case 1:
                self.write("flare_ended")
            case 2:
                self.write("exercise_excluded", exercise=self.chance.choice(POOL))
            case 3:
                self.write("exercise_included", exercise=self.chance.choice(POOL))
            case 4:
                self.write("decision_undone", decision=f"{earlier.id}:{self.chance.choice(POOL)}")
            case 5:
                self.write("moon_seen", phase=None)
            case _:
                self.write("event_retracted", event=earlier.id)

    def second_thoughts(self, count: int) -> None:
        """Retract events, bring some back, and retract what is not there."""
        for _ in range(count):
            self.write("event_retracted", event=self.chance.choice(self.events).id)
            last = self.events[-1]
            if self.chance.random() < 0.4:
                self.write("event_retracted", event=last.id)
        self.write("event_retracted", event=self.identity())


def written(seed: int, days: int, thoughts: int = 0) -> tuple[Event, ...]:
    writer = Writer(seed)
    writer.start()
    for _ in range(days):
        writer.day()
    writer.second_thoughts(thoughts)
    return tuple(writer.events)


def arrivals(seed: int, events: tuple[Event, ...], disorder: float) -> Iterator[list[Event]]:
    """Cut a diary into batches: some events come late, some come again, some batches are in disorder."""
    chance = Random(seed)
    queue = sorted(events, key=lambda event: event.key)
    late = [event for event in queue if chance.random() < disorder]
    stream = [event for event in queue if event not in late]
    for event in late:
        stream.insert(chance.randint(0, len(stream)), event)
    while stream:
        batch, stream = stream[: (size := chance.choice((1, 1, 3, 20)))], stream[size:]
        if chance.random() < 0.3:
            batch = [*batch, chance.choice(batch)]
            chance.shuffle(batch)
        yield batch
        if chance.random() < 0.1:
            yield batch


seeds = st.integers(0, 2**32)
diaries = st.builds(written, seeds, st.integers(0, 14), st.integers(0, 3))
