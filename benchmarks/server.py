"""Requests a second, waiting times and memory of the real server, on SQLite and on PostgreSQL.

``python -m benchmarks.server`` puts a year of training behind ``mainstay serve``, and asks with ``wrk`` from
Debian, from 1, 8 and 32 clients that keep their connections. In the same run the floor: the same server
program (granian, one worker, one thread) around the least that Python can do: read one row, or write one
durably, of the same size. Clients and server share the machine's cores.
"""

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from benchmarks.rows import Row, show
from mainstay.catalogue import load_catalogue
from mainstay.diary import to_line
from mainstay.kernel import Event
from tests.coach.diaries import years_of_training
from tests.postgres import running_postgres

CLIENTS = (1, 8, 32)
SECONDS = 3
ROOT = Path(__file__).resolve().parent
MAINSTAY = Path(sys.executable).parent / "mainstay"
GRANIAN = Path(sys.executable).parent / "granian"
FLOOR = ("--interface", "wsgi", "--workers", "1", "--blocking-threads", "1", "--no-log")
READS = {"today as JSON": "api/v1/today", "the page Today": "today/", "a page without diary": "healthz"}


@dataclass(frozen=True, slots=True)
class Answered:
    """What ``wrk`` saw: requests a second and the time in milliseconds that 99 of 100 did not exceed."""

    rate: float
    p99: float


class Server:
    """A program that answers on a port of its own."""

    def __init__(self, *command: str | Path, **environment: str) -> None:
        """Say how to start it; ``{port}`` in the command is its port."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.command = [str(part).replace("{port}", str(self.port)) for part in command]
        self.environment = {**os.environ, **environment}
        self.url = f"http://127.0.0.1:{self.port}"

    @contextmanager
    def running(self) -> Iterator["Server"]:
        """Serve until the end of the block."""
        process = subprocess.Popen(
            self.command, env=self.environment, cwd=ROOT.parent, stdout=subprocess.DEVNULL
        )
        self.process = process.pid
        try:
            self._wait()
            yield self
        finally:
            process.terminate()
            process.wait(20)

    def _wait(self) -> None:
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"{self.url}/healthz") as answer:
                    answer.read()
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise SystemExit(f"this did not start: {' '.join(self.command)}")

    def asked(self, path: str, clients: int, seconds: int = SECONDS, script: Sequence[str] = ()) -> Answered:
        """Return how the server does with so many clients; every answer has to be a good one.

        ``script`` is a program for ``wrk`` and the words that it is given.
        """
        # What an earlier question left in the queue is not ours.
        self._wait()
        timing = ("-t1", f"-c{clients}", f"-d{seconds}s", "--latency", "--timeout", "20s")
        program = ("-s", script[0]) if script else ()
        command = ("wrk", *timing, *program, f"{self.url}/{path}", "--", *script[1:])
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        assert "Non-2xx" not in told, told
        assert "Socket errors" not in told, told
        return Answered(_rate(told), _p99(told))

    @property
    def megabytes(self) -> float:
        """The memory that the server and its children hold."""
        return sum(_resident(process) for process in _family(self.process)) / 1e6


def _rate(told: str) -> float:
    found = re.search(r"Requests/sec:\s+([\d.]+)", told)
    assert found, told
    return float(found[1])


def _p99(told: str) -> float:
    found = re.search(r"99%\s+([\d.]+)(us|ms|s)", told)
    assert found, told
    return float(found[1]) * {"us": 0.001, "ms": 1.0, "s": 1000.0}[found[2]]


def _family(process: int) -> list[int]:
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [process, *(one for child in children for one in _family(int(child)))]


def _resident(process: int) -> int:
    """Return the bytes of a process that are in memory, each shared page counted by its share."""
    told = Path(f"/proc/{process}/smaps_rollup").read_text()
    found = re.search(r"Pss:\s+(\d+) kB", told)
    return int(found[1]) * 1024 if found else 0


def diary_file(folder: Path) -> Path:
    """Write a year of training that ended yesterday."""
    events = years_of_training(load_catalogue(), 1)
    shift = date.today() - timedelta(days=1) - events[-1].day
    moved = (Event(event.id, event.kind, event.at + shift, event.fields) for event in events)
    file = folder / "diary.jsonl"
    file.write_text("".join(f"{to_line(event)}\n" for event in moved), encoding="utf-8")
    return file


def mainstay(folder: Path, diary: Path, database: str) -> Server:
    """Return the app with a diary in it, not yet started."""
    folder.mkdir()
    where = {"MAINSTAY_DATA": str(folder), "MAINSTAY_DATABASE_URL": database}
    subprocess.run(
        [MAINSTAY, "import", diary], env={**os.environ, **where}, check=True, stdout=subprocess.DEVNULL
    )
    return Server(MAINSTAY, "serve", "--port", "{port}", **where)


def token(server: Server) -> tuple[str, str, str]:
    """Return the diary's name, the CSRF token and the cookie that go with a change."""
    with urllib.request.urlopen(f"{server.url}/api/v1/hello") as answer:
        hello = json.load(answer)
        return hello["diary"], hello["csrf"], answer.headers["Set-Cookie"].split(";")[0]


def both(what: str, ours: Answered, least: Answered, than: str) -> list[Row]:
    """Return the two rows of one job."""
    return [
        Row(what, ours.rate, "/s", least.rate, than),
        Row(f"{what}, 99th", ours.p99, "ms", least.p99, than),
    ]


def measured(server: Server, name: str, floor: Server) -> Iterator[Row]:
    """Yield the rows of one database: what is read, what is saved, and the memory after all that."""
    for what, path in READS.items():
        server.asked(path, 1, seconds=1)
        for clients in CLIENTS:
            job = f"{what}, {name}, {clients} at once"
            yield from both(job, server.asked(path, clients), floor.asked("read", clients, 1), "one row read")
    script = (str(ROOT / "post_event.lua"), *token(server))
    for clients in CLIENTS:
        job = f"one event saved, {name}, {clients} at once"
        saved = server.asked("api/v1/diary/events", clients, script=script)
        yield from both(job, saved, floor.asked("write", clients, 1), "one row written")
    yield Row(f"memory after that, {name}", server.megabytes, "MB", floor.megabytes, "the floor", "≤ 70")


def rows() -> Iterator[Row]:
    """Measure everything."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        diary = diary_file(folder)
        least = Server(GRANIAN, *FLOOR, "--port", "{port}", "benchmarks.floor:application", FLOOR=str(folder))
        floor = stack.enter_context(least.running())
        stores = {"SQLite": "", "PostgreSQL": stack.enter_context(running_postgres())}
        for name, address in stores.items():
            with mainstay(folder / name, diary, address).running() as server:
                yield from measured(server, name, floor)


def main() -> None:
    """Print the table."""
    show(rows())


if __name__ == "__main__":
    main()
