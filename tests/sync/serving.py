"""The real server as a process of its own, which can be killed and started again, and a person in it."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from mainstay.diary import new_id, to_line
from mainstay.kernel import Event
from tests.web.conftest import PROFILE, all_clear

EVENTS = "SELECT event_id, kind, at, body FROM diary_event WHERE NOT retracted ORDER BY at_utc, event_id"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MAINSTAY = (sys.executable, "-c", "from mainstay.cli import main; main()")


class Server:
    """``mainstay serve`` on a port of its own.

    ``source`` runs another copy of the code. ``login`` is a name and a password: then the app is open, as it
    is behind a proxy, and asks for them.
    """

    def __init__(
        self, folder: Path, source: Path | None = None, login: tuple[str, str] | None = None
    ) -> None:
        self.folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        # A name and not a number: the browser then trusts the address as it trusts one with TLS.
        self.url = f"http://localhost:{self.port}"
        self._environment = {**os.environ, "MAINSTAY_DATA": str(folder), "MAINSTAY_DATABASE_URL": ""}
        if source:
            self._environment["PYTHONPATH"] = str(source)
        if login:
            self._environment["MAINSTAY_HOSTS"] = f"localhost:{self.port}"
            subprocess.run(
                (*MAINSTAY, "login", login[0]),
                env=self._environment,
                input=f"{login[1]}\n".encode(),
                check=True,
                stdout=subprocess.DEVNULL,
            )
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and wait until it answers."""
        command = (*MAINSTAY, "serve", "--no-worker", "--port", str(self.port))
        # A group of its own, so that the worker dies with the process that started it.
        self._process = subprocess.Popen(
            command, env=self._environment, stdout=subprocess.DEVNULL, start_new_session=True
        )
        for _ in range(1500):
            if self._process.poll() is not None:
                raise RuntimeError(f"the server went away with exit code {self._process.returncode}")
            try:
                with urllib.request.urlopen(f"{self.url}/healthz"):
                    return
            except OSError:
                time.sleep(0.02)
        self.kill()
        raise TimeoutError("the server does not start")

    def kill(self) -> None:
        """SIGKILL: it can neither finish nor tidy up."""
        if self._process:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    @property
    def events(self) -> list[dict[str, Any]]:
        """The standing events, read behind the server's back."""
        with closing(sqlite3.connect(self.folder / "mainstay.sqlite3")) as store:
            rows = store.execute(EVENTS).fetchall()
        return [{"id": name, "kind": kind, "at": at, **json.loads(body)} for name, kind, at, body in rows]

    def told(self, kind: str) -> list[dict[str, Any]]:
        """The standing events of a kind."""
        return [event for event in self.events if event["kind"] == kind]

    def set_up(self) -> None:
        """Make a person ready who trains today and on the fourth day, by the API as any program would."""
        days = [WEEKDAYS[(datetime.now().weekday() + ahead) % 7] for ahead in (0, 3)]
        at = datetime.now(UTC) - timedelta(hours=1)
        answers = {"questions": "test", "scope": "full", "answers": all_clear()}
        profile = PROFILE | {"days": days}
        told = [
            Event(new_id(at), "screening_answered", at, answers),
            Event(new_id(at), "profile_set", at, profile),
        ]
        self.hand_over([json.loads(to_line(event)) for event in told])

    def hand_over(self, events: list[dict[str, Any]]) -> None:
        """Send events as a device does."""
        with urllib.request.urlopen(f"{self.url}/api/v1/hello") as answer:
            hello = json.load(answer)
            cookie = answer.headers["Set-Cookie"].split(";")[0]
        headers = {"Content-Type": "application/json", "X-CSRFToken": hello["csrf"], "Cookie": cookie}
        body = json.dumps({"diary": hello["diary"], "events": events}).encode()
        request = urllib.request.Request(f"{self.url}/api/v1/diary/events", body, headers)
        with urllib.request.urlopen(request) as answer:
            assert json.load(answer)["refused"] == []
