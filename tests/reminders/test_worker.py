"""The worker beside the server: it sends while the server runs, and is gone when the server is."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mainstay.cli.refusal import Refused
from mainstay.cli.reminding import run_dry, run_round, run_test
from mainstay.diary import new_id, store
from mainstay.kernel import Event
from mainstay.reminders.models import Channel, ReminderSettings
from mainstay.reminders.outbox import log
from mainstay.reminders.worker import work
from mainstay.words import reminder_text
from tests.reminders.conftest import MONDAY, Desk
from tests.reminders.stores import a_store
from tests.web.conftest import PROFILE, all_clear

WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


@pytest.fixture
def service() -> Iterator[tuple[str, list[dict[str, str]]]]:
    """A service on this machine, and what it was sent."""
    got: list[dict[str, str]] = []

    class Taker(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Taker) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"json://127.0.0.1:{server.server_port}/", got
        server.shutdown()


def wait_for(holds: Callable[[], object], seconds: float = 30) -> bool:
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if holds():
            return True
        time.sleep(0.05)
    return False


def is_working(server: int) -> bool:
    found = subprocess.run(["pgrep", "-f", f"mainstay.reminders.worker {server}$"], stdout=subprocess.DEVNULL)
    return found.returncode == 0


def noon_zone(now: datetime) -> str:
    """A zone in which it is about noon, whenever the test runs."""
    ahead = 12 - now.hour
    return f"Etc/GMT{-ahead:+d}" if ahead else "UTC"


def somebody(address: str, now: datetime) -> None:
    """Put a person into a new store whose session was due a minute ago."""
    there, at = store.the_diary(), now - timedelta(hours=1)
    told = {
        "screening_answered": {"questions": "test", "scope": "full", "answers": all_clear()},
        "profile_set": PROFILE | {"days": WEEK},
    }
    store.append(there, [Event(new_id(at), kind, at, fields) for kind, fields in told.items()])
    zone = noon_zone(now)
    due = now.astimezone(ZoneInfo(zone)) - timedelta(minutes=1)
    wishes = {
        "session": True,
        "session_time": due.time(),
        "zone": zone,
        "quiet_from": "00:00",
        "quiet_to": "00:00",
    }
    ReminderSettings.objects.create(diary=there, **wishes)
    ReminderSettings.objects.update(changed_at=at)
    Channel.objects.create(diary=there, kind="service", name="here", address={"url": address})


def test_a_served_app_sends_what_is_due_once_and_a_killed_server_leaves_no_worker(
    service: tuple[str, list[dict[str, str]]], tmp_path: Path, django_db_blocker
) -> None:
    address, got = service
    with django_db_blocker.unblock(), a_store(tmp_path / "mainstay.sqlite3"):
        somebody(address, datetime.now(UTC))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "MAINSTAY_DATA": str(tmp_path), "MAINSTAY_DATABASE_URL": ""}
    command = [sys.executable, "-c", "from mainstay.cli import main; main()", "serve", "--port", str(port)]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        assert wait_for(lambda: got), "nothing arrived"
        assert is_working(server.pid)
        os.kill(server.pid, signal.SIGKILL)
        server.wait()
        assert wait_for(lambda: not is_working(server.pid), 10), "the worker lives on"
    finally:
        os.killpg(server.pid, signal.SIGKILL)
    assert [told["title"] for told in got] == [reminder_text("discreet.title")]
    with django_db_blocker.unblock(), a_store(tmp_path / "mainstay.sqlite3"):
        assert [told.state for told in log(store.the_diary())] == ["sent"]


def test_a_look_that_fails_is_not_the_last(caplog) -> None:
    looks = []

    def look() -> None:
        looks.append(len(looks))
        if len(looks) == 1:
            raise OSError("postgresql://me:s3cret@somewhere is away")

    work(look, lambda: len(looks) == 3, every=0.01)
    assert looks == [0, 1, 2]
    assert "OSError" in caplog.text
    assert "s3cret" not in caplog.text


def test_remind_says_what_is_to_come_what_went_and_why_nothing_does(desk: Desk, travel, capsys) -> None:
    travel(MONDAY - timedelta(minutes=10))
    run_dry(as_json=True)
    assert json.loads(capsys.readouterr().out) == {
        "due": [],
        "coming": [{"key": "session-2026-03-02", "kind": "session", "due_at": "2026-03-02T08:00:00+00:00"}],
        "silent": [],
    }
    travel(MONDAY)
    desk.way(kind="service", address={"url": "json://127.0.0.1:9/"})
    run_round(as_json=True)
    (copy,) = json.loads(capsys.readouterr().out)["copies"]
    assert (copy["key"], copy["channel"], copy["state"]) == ("session-2026-03-02", "phone", "due")
    assert copy["problem"]
    travel(MONDAY + timedelta(days=1))
    run_dry(as_json=False)
    assert capsys.readouterr().out == f"no session: {reminder_text('problem.not-planned')}\n"
    run_round(as_json=False)
    assert capsys.readouterr().out == f"session-2026-03-02 to phone: failed. {copy['problem']}\n"


def test_a_test_over_a_way_that_is_not_there_or_not_reached_is_refused_in_words(desk: Desk) -> None:
    desk.way(kind="service", address={"url": "json://127.0.0.1:9/"})
    with pytest.raises(Refused, match="pager: no channel has this name; the channels are: phone"):
        run_test("pager", as_json=False)
    with pytest.raises(Refused, match=r"phone: .* could not be reached"):
        run_test("phone", as_json=False)
