"""What Today costs: bytes with an empty cache, and how soon it can be used on a slow phone.

Usage: ``python -m benchmarks.today_page``. Serves the example diary by ``mainstay serve`` and opens
``/today/`` in Chromium at phone size: bytes as the network counted them (compressed, headers included). Then
with the processor four times slower and a slow 4G network (150 ms there and back, 1.6 Mbit/s), as the
browser's own tools throttle them: when the session's card is painted with its button, which is then pressed.
"""

import time
import urllib.request
from collections.abc import Iterator
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.player import PHONE, THROTTLING, Traffic
from benchmarks.rows import Row, show
from dev import find_browser
from scripts.screenshots import ADDRESS, served

TODAY = f"{ADDRESS}/today/"
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
TIMES = 7
GOAL_KB, GOAL_MS = 60, 1_000
AFTERWARDS = "/api/"
# The styles hold the first picture back, so that what a frame finds in its place is what people see with it:
# what is set to run behind that frame runs when it has been painted and the page answers.
WATCH = """
const look = () => {
  const start = document.querySelector(".session .button");
  if (!start?.checkVisibility() || start.getBoundingClientRect().bottom > innerHeight) {
    requestAnimationFrame(look);
    return;
  }
  setTimeout(() => {
    const at = performance.now();
    const told = setInterval(() => {
      globalThis.tellUsable?.(at);
      if (globalThis.tellUsable) clearInterval(told);
    }, 20);
  });
};
requestAnimationFrame(look);
"""


def weight(page: Page) -> Iterator[Row]:
    """Measure what the page takes, and what is fetched behind it for a week without the server."""
    traffic = Traffic(page.context.new_cdp_session(page))
    page.goto(TODAY)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(2_000)
    mine = {path: size for path, size in traffic.bytes.items() if not path.startswith(AFTERWARDS)}
    kinds = traffic.by_kind()
    yield Row("Today, empty cache", sum(mine.values()) / 1000, "KB", goal=f"≤ {GOAL_KB}")
    yield Row("of that: the page itself", mine.get("/today/", 0) / 1000, "KB")
    for kind in ("styles", "scripts", "figures", "signs"):
        yield Row(f"of that: {kind}", kinds[kind] / 1000, "KB")
    behind = sum(size for path, size in traffic.bytes.items() if path.startswith(AFTERWARDS))
    yield Row("fetched quietly afterwards, for seven days", behind / 1000, "KB")


def usable(browser: Browser) -> float:
    """Return the milliseconds from asking for the page until its button is painted; then press it."""
    context = browser.new_context(viewport=PHONE, service_workers="block", timezone_id="UTC")
    page = context.new_page()
    page.add_init_script(WATCH)
    cdp = context.new_cdp_session(page)
    cdp.send("Network.enable")
    cdp.send("Network.emulateNetworkConditions", SLOW_4G)
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLING})
    page.goto(TODAY, wait_until="commit")
    page.get_by_role("link", name="Start the session").wait_for()
    found: float = page.evaluate("new Promise((tell) => { globalThis.tellUsable = tell; })")
    page.get_by_role("link", name="Start the session").click(no_wait_after=True)
    page.wait_for_url("**/train/", wait_until="commit")
    context.close()
    return found


def answering() -> float:
    """Return the server's own part: the milliseconds of one answer, the middle of many."""
    return median(_answer() for _ in range(TIMES * 3))


def _answer() -> float:
    begun = time.perf_counter()
    with urllib.request.urlopen(TODAY) as answer:
        answer.read()
    return (time.perf_counter() - begun) * 1000


def rows() -> Iterator[Row]:
    """Measure the weight, then the time."""
    with served(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        context = browser.new_context(viewport=PHONE, service_workers="block", timezone_id="UTC")
        yield from weight(context.new_page())
        context.close()
        times = sorted(usable(browser) for _ in range(TIMES))
        goal = f"≤ {GOAL_MS:,}"
        yield Row("Today usable, 4 × slower, slow 4G: the middle", median(times), "ms", goal=goal)
        yield Row("the fastest and the slowest of seven", times[0], "ms", times[-1], "the slowest")
        yield Row("of that: the server’s answer", answering(), "ms")
        browser.close()


def main() -> None:
    """Print the table."""
    show(rows())


if __name__ == "__main__":
    main()
