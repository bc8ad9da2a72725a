"""What the pages about progress cost at one year of diary and at ten, through the real server.

``python -m benchmarks.progress`` starts two servers, one for each diary, and asks them in turn, so that a
busy machine is busy for both; the last column is the ten years' time divided by the one year's. "After a
walk" has an event added before every request, so that the month under way is worked out anew each time.
"""

import gzip
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, datetime, timedelta
from http.cookiejar import CookieJar
from pathlib import Path
from statistics import median

from benchmarks.rows import Row, show
from mainstay.catalogue import load_catalogue
from mainstay.diary import new_id, to_line
from mainstay.kernel import Event
from tests.coach.diaries import years_of_training

YEARS = (1, 10)
TIMES = 11
PAGES = (
    "progress/",
    "progress/?span=year",
    "progress/?span=all",
    "progress/exercises/",
    "progress/exercises/?span=all",
    "progress/week/",
    "progress/measures/",
    "progress/tests/",
    "progress/own-days/",
)
MAINSTAY = Path(sys.executable).parent / "mainstay"


def diary_of(years: int) -> list[Event]:
    """Return some years of training that ended yesterday, with walks, measures and self-tests."""
    events = years_of_training(load_catalogue(), years)
    shift = date.today() - timedelta(days=1) - events[-1].day
    moved = [Event(event.id, event.kind, event.at + shift, event.fields) for event in events]
    return [*moved, *_between(moved)]


def _between(events: list[Event]) -> Iterator[Event]:
    """Yield a walk every other day, a measure every quarter and a self-test every month."""
    at, end, day = events[0].at.replace(hour=18), events[-1].at, 0
    while at < end:
        if day % 2:
            yield _event(at, "walk_logged", minutes=15 + day % 20)
        if day % 91 == 0:
            yield _event(at, "measure_answered", measure="pain-average", score=5 - day % 3)
        if day % 28 == 14:
            yield _event(at, "self_test_done", test="front-plank", value=40 + day % 60)
        at, day = at + timedelta(days=1), day + 1


def _event(at: datetime, kind: str, **fields: object) -> Event:
    return Event(new_id(at), kind, at, fields)


class Server:
    """One diary behind the real server."""

    def __init__(self, folder: Path, years: int) -> None:
        """Import the diary and start the server."""
        self.folder = folder / str(years)
        self.folder.mkdir()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.environment = {**os.environ, "MAINSTAY_DATA": str(self.folder)}
        file = self.folder / "diary.jsonl"
        file.write_text("".join(f"{to_line(event)}\n" for event in diary_of(years)), encoding="utf-8")
        subprocess.run([MAINSTAY, "import", file], env=self.environment, check=True, capture_output=True)
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    @contextmanager
    def running(self) -> Iterator["Server"]:
        """Serve until the end of the block."""
        command = [MAINSTAY, "serve", "--port", str(self.port)]
        process = subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL)
        try:
            self._wait()
            yield self
        finally:
            process.terminate()
            process.wait(10)

    def _wait(self) -> None:
        for _ in range(200):
            try:
                self.ask("healthz")
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise SystemExit("the server did not start")

    def ask(self, path: str) -> tuple[float, bytes]:
        """Return the milliseconds of a page, and the page."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/{path}")
        request.add_header("Accept-Encoding", "gzip")
        start = time.perf_counter()
        with self.browser.open(request) as answer:
            body = answer.read()
        spent = (time.perf_counter() - start) * 1000
        return spent, gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body

    def walk(self) -> None:
        """Add a walk of today, as a device does."""
        event = _event(datetime.now().astimezone(), "walk_logged", minutes=10)
        file = self.folder / "walk.jsonl"
        file.write_text(to_line(event) + "\n", encoding="utf-8")
        subprocess.run([MAINSTAY, "import", file], env=self.environment, check=True, capture_output=True)


def rows() -> Iterator[Row]:
    """Measure every page: ten years, beside one year."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        servers = {years: stack.enter_context(Server(Path(folder), years).running()) for years in YEARS}
        for path in PAGES:
            yield measure(f"`/{path}`", path, servers, TIMES)
        yield measure("`/progress/` after a walk", "progress/", servers, 5, changing=True)


def measure(name: str, path: str, servers: dict[int, Server], rounds: int, *, changing: bool = False) -> Row:
    """Ask for one page of both servers in turn."""
    times: dict[int, list[float]] = {years: [] for years in YEARS}
    for server in servers.values():
        server.ask(path)
    for _ in range(rounds):
        for years, server in servers.items():
            if changing:
                server.walk()
            spent, page = server.ask(path)
            assert re.search(rb"<h1", page), f"{path} is not a page"
            times[years].append(spent)
    one, ten = (median(times[years]) for years in YEARS)
    return Row(name, ten, "ms", one, "1 year", "ratio ≤ 1.1")


def main() -> None:
    """Print the table."""
    show(rows())


if __name__ == "__main__":
    main()
