"""How far the player's count is from the monotonic clock, over real minutes in a real browser.

``python -m benchmarks.player_clock [SECONDS]`` plays a set of 150 repetitions of four seconds (ten minutes
by default) through the real driver and reducer, and tells how late each change of the number was.
"""

import sys
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import sync_playwright

from benchmarks.rows import Row, show
from dev import find_browser
from tests.guide.test_drift import DOWN, READY, REPS, UP, ten_minutes

WEB = Path(__file__).resolve().parent.parent / "src" / "mainstay" / "web"
SCRIPT = """
async (line) => {
  const folder = '/static/mainstay/js/guide';
  const { run } = await import(`${folder}/clock.js`);
  const { begin, cuesOf, reduce, viewOf } = await import(`${folder}/state.js`);
  const options = { sleepGapSeconds: 10, halfwayHoldSeconds: 20 };
  const at = performance.now();
  let state = reduce(begin({ only: line }, ['only'], options), { type: 'start', at });
  globalThis.log = { shown: [], heard: [], work: [], gap: 0, last: at };
  run((now) => {
    const [before, was] = [state, viewOf(state)];
    state = reduce(state, { type: 'tick', at: now });
    const view = viewOf(state);
    const done = performance.now();
    if (view.kind !== was.kind || view.number !== was.number) log.shown.push(done - at);
    cuesOf(before, state).forEach(({ sound }) => sound === 'rep' && log.heard.push(done - at));
    log.work.push(performance.now() - now);
    log.gap = Math.max(log.gap, now - log.last);
    log.last = now;
  });
}
"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves the static files, and an empty page for everything else."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer the page itself with nothing but a title."""
        if self.path != "/":
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>clock</title>")
        return None


def measure(seconds: float) -> dict[str, Any]:
    """Return what the page wrote down in so many seconds."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(WEB)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/")
        page.evaluate(SCRIPT, ten_minutes())
        time.sleep(seconds)
        log: dict[str, Any] = page.evaluate("log")
        browser.close()
    server.shutdown()
    return log


def rows() -> list[Row]:
    """Measure one minute, for the table."""
    return counts(60)


def counts(seconds: float) -> list[Row]:
    """Return how late the counts of so many seconds were."""
    log = measure(seconds)
    due = [n * 1000 for n in range(1, READY)] + [(READY + n * (UP + DOWN)) * 1000 for n in range(REPS)]
    late = [shown - at for shown, at in zip(log["shown"], due, strict=False)]
    some = max(1, len(late) // 8)
    first, last, ordered = median(late[:some]), median(late[-some:]), sorted(late)
    work = sorted(log["work"])
    over = f"{seconds:.0f} s of counting"
    return [
        Row(f"{over}: lateness at the end", last, "ms", first, "at its beginning"),
        Row(f"{over}: lateness, 95th", ordered[int(len(late) * 0.95)], "ms"),
        Row(f"{over}: lateness, worst", ordered[-1], "ms"),
        Row(f"{over}: longest between two pictures", log["gap"], "ms"),
        Row(f"{over}: work of a picture, 99th", work[int(len(work) * 0.99)], "ms"),
    ]


def main() -> None:
    """Print the table."""
    show(counts(float(sys.argv[1]) if len(sys.argv) > 1 else 602))


if __name__ == "__main__":
    main()
