"""Real workers, really killed: ``python -m tests.reminders.killing FIRST COUNT`` prints what came of it.

One process starts them all, by forking, so that many can die in a second. What a worker hands over goes
through a socket to the process that kills it, which answers, or kills instead of answering.
"""

import json
import os
import select
import signal
import socket
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from datetime import time as wall
from random import Random

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
"""A Monday, with a session of half past eight, a walk of eleven and a break of noon all still of use."""

COPIES = 6


@dataclass
class Worker:
    """A forked worker: killed on its ``dies_at``-th message, or after ``seconds``, if at all."""

    dies_at: int
    seconds: float
    pid: int = 0
    ours: socket.socket | None = None
    got: list[str] = field(default_factory=list)
    state: str = "works"

    def start(self) -> None:
        """Fork it."""
        from django.db import connections

        connections.close_all()
        self.ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.pid = os.fork()
        if self.pid == 0:
            self.ours.close()
            _work(theirs)
        theirs.close()

    def hear(self) -> None:
        """Take a message and answer it, or kill the one who sent it."""
        told = self.ours.recv(200).decode()
        if not told:
            self._gone("finished")
            return
        self.got.append(told)
        if len(self.got) == self.dies_at:
            self.kill()
        else:
            self.ours.send(b"!")

    def kill(self) -> None:
        """End it at once, wherever it is."""
        os.kill(self.pid, signal.SIGKILL)
        # What it had said before it died was heard.
        while told := self.ours.recv(200).decode():
            self.got.append(told)
        self._gone("killed")

    def _gone(self, state: str) -> None:
        os.waitpid(self.pid, 0)
        self.ours.close()
        self.state = state


def _work(theirs: socket.socket) -> None:
    """Look once in a process of our own, and never come back."""
    from mainstay.reminders.outbox import Carrier

    began = time.monotonic()

    def hand_over(channel, message) -> None:
        theirs.send(f"{channel.pk} {message.key}".encode())
        if not theirs.recv(1):
            os._exit(1)

    try:
        Carrier(send=hand_over, clock=lambda: NOON + timedelta(seconds=time.monotonic() - began)).round()
    finally:
        os._exit(0)


def run(seed: int) -> dict[str, object]:
    """Let workers die, let one more clean up, and tell what arrived how often."""
    from mainstay.reminders.models import Delivery
    from mainstay.reminders.outbox import Carrier

    chance, diary = Random(seed), _person()
    workers = [_doomed(chance) for _ in range(chance.choice([1, 2]))]
    for worker in workers:
        worker.start()
    _watch(workers)
    mine = Delivery.objects.filter(reminder__diary=diary)
    left = Counter(mine.values_list("state", flat=True))
    late: list[str] = []
    for minutes in (2, 4):
        now = NOON + timedelta(minutes=minutes)
        Carrier(lambda channel, said: late.append(f"{channel.pk} {said.key}"), lambda now=now: now).round()
    ends = Counter(mine.values_list("state", flat=True))
    diary.delete()
    return {
        "seed": seed,
        "workers": [worker.state for worker in workers],
        "left": dict(left),
        "ends": dict(ends),
        "copies": Counter([told for worker in workers for told in worker.got] + late),
        "excused": Counter(worker.got[-1] for worker in workers if worker.state == "killed" and worker.got),
    }


def _doomed(chance: Random) -> Worker:
    how = chance.choice(["message", "time", "time", "spared"])
    return Worker(
        dies_at=chance.randint(1, COPIES) if how == "message" else 0,
        seconds=chance.uniform(0, 0.08) if how == "time" else 60,
    )


def _watch(workers: list[Worker]) -> None:
    began = time.monotonic()
    while alive := [worker for worker in workers if worker.state == "works"]:
        first = min(alive, key=lambda worker: worker.seconds)
        left = first.seconds - (time.monotonic() - began)
        if left <= 0:
            first.kill()
            continue
        heard, _, _ = select.select([worker.ours for worker in alive], [], [], left)
        for worker in alive:
            if worker.ours in heard:
                worker.hear()


def _person():
    """Somebody with three reminders due and two ways to reach them."""
    from mainstay.diary import new_id
    from mainstay.diary.store import Diary, append
    from mainstay.kernel import Event
    from mainstay.reminders.models import Channel, ReminderSettings
    from tests.web.conftest import PROFILE, all_clear

    diary, at = Diary.objects.create(), NOON - timedelta(hours=5)
    breaks = {"break_minutes": 60, "break_hours": {"from": "10:00", "to": "12:30"}}
    told = {
        "screening_answered": {"questions": "test", "scope": "full", "answers": all_clear()},
        "profile_set": PROFILE | breaks,
    }
    append(diary, [Event(new_id(at), kind, at, fields) for kind, fields in told.items()])
    wishes = {
        "session": True,
        "session_time": wall(8, 30),
        "walk": True,
        "walk_time": wall(11),
        "breaks": True,
    }
    ReminderSettings.objects.create(diary=diary, zone="UTC", **wishes)
    ReminderSettings.objects.filter(diary=diary).update(changed_at=at)
    for name in ("one", "other"):
        Channel.objects.create(diary=diary, kind="push", name=name, address={})
    return diary


def main() -> None:
    """Run them all."""
    import django

    django.setup()
    first, count = map(int, sys.argv[1:])
    print(json.dumps([run(seed) for seed in range(first, first + count)]))


if __name__ == "__main__":
    main()
