"""What the guided session costs: bytes transferred for one session, and the main thread while it plays.

Usage: ``python -m benchmarks.player``. Serves the example diary, opens ``/train/`` in Chromium at phone size
with an empty cache and no service worker, and asks the browser itself: bytes as the network counted them
(``encodedDataLength``, compressed, headers included), time from a trace, the processor slowed four times.
"""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import CDPSession, Page, sync_playwright

from benchmarks.rows import Row, show
from dev import find_browser
from scripts.guided_tour import check_in, press, press_on
from scripts.screenshots import ADDRESS, served

THROTTLING = 4
SECONDS = 8
WORK = ("FireAnimationFrame", "UpdateLayoutTree", "Layout", "PrePaint", "Paint", "Layerize", "Commit")
TASK = "RunTask"
CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel"]
PHONE = {"width": 390, "height": 844}


class Traffic:
    """Counts what the browser receives, by address."""

    def __init__(self, cdp: CDPSession) -> None:
        """Begin to count."""
        self.bytes: Counter[str] = Counter()
        self._paths: dict[str, str] = {}
        cdp.on("Network.responseReceived", self._received)
        cdp.on("Network.loadingFinished", self._finished)
        cdp.send("Network.enable")

    def _received(self, told: dict[str, Any]) -> None:
        self._paths[told["requestId"]] = urlsplit(told["response"]["url"]).path

    def _finished(self, told: dict[str, Any]) -> None:
        self.bytes[self._paths.get(told["requestId"], "?")] += int(told["encodedDataLength"])

    def by_kind(self) -> Counter[str]:
        """Return the bytes of pages, styles, scripts, figures, the packet and the rest."""
        found: Counter[str] = Counter()
        for path, size in self.bytes.items():
            found[kind_of(path)] += size
        return found


def kind_of(path: str) -> str:
    """Return what an address gives."""
    if path.startswith("/api/v1/days/"):
        return "packet"
    if path.startswith("/library/"):
        return "figures"
    ends = {".css": "styles", ".js": "scripts", ".svg": "signs"}
    return next(
        (kind for end, kind in ends.items() if path.endswith(end)), "page" if path == "/train/" else "rest"
    )


def whole_session(page: Page) -> None:
    """Open every exercise of the session once, so that each figure has come."""
    check_in(page)
    press(page, "Start training")
    page.locator(".guide-figure svg").wait_for()
    shown = page.get_by_role("heading", level=1)
    for _ in range(200):
        if shown.inner_text() == "And all in all?":
            return
        press_on(page)
        page.wait_for_timeout(60)


def weight(page: Page) -> list[Row]:
    """Return the bytes that one session takes, by kind."""
    traffic = Traffic(page.context.new_cdp_session(page))
    page.goto(f"{ADDRESS}/train/")
    page.locator("#pain_now").wait_for()
    whole_session(page)
    page.wait_for_timeout(500)
    found = traffic.by_kind()
    parts = [Row(f"a session: {kind}", size / 1000, "kB") for kind, size in sorted(found.items())]
    return [*parts, Row("a session in all", sum(found.values()) / 1000, "kB", goal="≤ 120")]


def playing(page: Page) -> list[Row]:
    """Return what a picture costs while a figure moves, with the processor slowed down."""
    page.goto(f"{ADDRESS}/train/")
    page.locator(".guide, #pain_now").first.wait_for()
    if page.locator("#pain_now").count():
        check_in(page)
        press(page, "Start training")
        page.locator(".guide").wait_for()
    # A walk moves all the time: no hold makes it cheaper than it is.
    page.get_by_role("heading", name="Easy walk").wait_for()
    if page.get_by_role("button", name="Start", exact=True).count():
        press(page, "Start")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": THROTTLING})
    page.wait_for_timeout(6_500)
    browser = page.context.browser
    assert browser is not None
    browser.start_tracing(
        page=page, categories=["devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel"]
    )
    page.wait_for_timeout(SECONDS * 1000)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    main = main_thread(events)
    mine = [event for event in events if (event["pid"], event["tid"]) == main]
    frames = sum(event["name"] == "FireAnimationFrame" for event in mine)
    work = sum(spent(event) for event in mine if event["name"] in WORK) / 1000
    tasks = sum(spent(event) for event in mine if event["name"] == TASK) / 1000
    each = sorted(spent(event) / 1000 for event in mine if event["name"] == "FireAnimationFrame")
    return [
        Row("player at 4 × throttling: pictures", frames / SECONDS, "/s", goal="60"),
        Row("player at 4 ×: work of a picture", work / frames, "ms", goal="≤ 4"),
        Row("player at 4 ×: every task, a picture", tasks / frames, "ms"),
        Row("player at 4 ×: script, 99th", each[int(len(each) * 0.99)], "ms", each[len(each) // 2], "median"),
    ]


def spent(event: dict[str, Any]) -> float:
    """Return the microseconds of the thread itself that a piece of work took, and of no other program."""
    return float(event.get("tdur", event.get("dur", 0)))


def main_thread(events: list[dict[str, Any]]) -> tuple[int, int]:
    """Return process and thread of the page: the ones that make its pictures."""
    made = Counter((e["pid"], e["tid"]) for e in events if e["name"] == "FireAnimationFrame")
    return made.most_common(1)[0][0]


def rows() -> Iterator[Row]:
    """Measure the weight of a session, then the work while it plays."""
    with served(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for measure in (weight, playing):
            context = browser.new_context(viewport=PHONE, service_workers="block", timezone_id="UTC")
            yield from measure(context.new_page())
            context.close()
        browser.close()


def main() -> None:
    """Print the table."""
    show(rows())


if __name__ == "__main__":
    main()
