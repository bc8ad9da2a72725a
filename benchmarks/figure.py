"""How fast the figure is: poses, stills and frames a second, bytes, and a frame's cost in a real browser.

Usage: ``python -m benchmarks.figure``.
"""

import gzip
import json
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))

from figures import exercises

from benchmarks.rows import Row, show
from mainstay.catalogue.movements import load_movements
from mainstay.figure import Movement, frames, packed_text, set_in_motion, settle, stand, still

SCRIPT = Path(__file__).resolve().parent.parent / "src/mainstay/web/static/mainstay/js/figure.js"
BUDGET_MS = 1000 / 60


def rate(work: Callable[[int], object], seconds: float = 1.0) -> float:
    """Return how many times a second ``work`` runs, over at least ``seconds``."""
    count, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        work(count)
        count += 1
    return count / (time.perf_counter() - start)


def in_process(movements: Mapping[tuple[str, str], Movement]) -> list[Row]:
    """Return speeds and sizes of the Python side."""
    all_of = list(movements.values())
    motions = [set_in_motion(m) for m in all_of]
    pose = motions[0].solved[0]
    stills = [len(still(m).encode()) for m in all_of]
    texts = [packed_text(frames(m)).encode() for m in all_of]
    packs, wired = [len(t) for t in texts], [len(gzip.compress(t, 6)) for t in texts]
    return [
        Row("figure: bodies posed", rate(lambda _: stand(pose)), "/s"),
        Row("figure: stances settled", rate(lambda i: settle(motions[i % len(motions)].stances[0])), "/s"),
        Row("figure: moments of a motion", rate(lambda i: motions[i % len(motions)].at(0.37 * i)), "/s"),
        Row("figure: stills drawn", rate(lambda i: still(all_of[i % len(all_of)])), "/s"),
        Row("figure: motions packed", rate(lambda i: packed_text(frames(all_of[i % len(all_of)]))), "/s"),
        Row("figure: a still, largest", max(stills) / 1000, "kB", goal="≤ 12"),
        Row("figure: frames, compressed, median", statistics.median(wired) / 1000, "kB"),
        Row("figure: frames, compressed, largest", max(wired) / 1000, "kB", max(packs) / 1000, "as it is"),
    ]


def in_browser(movements: Mapping[tuple[str, str], Movement]) -> list[Row]:
    """Return what one picture of the animation costs in Chromium, by its own trace, at phone size."""
    from playwright.sync_api import sync_playwright

    browser_path = shutil.which("chromium") or shutil.which("google-chrome")
    packed = packed_text(frames(movements["bird-dog", "full"]))
    script = SCRIPT.read_text(encoding="utf-8").replace("export function", "function")
    play = (
        f"{script};const f=mount(document.body,{packed});let t0=0;window.spent=[];"
        "const tick=(t)=>{t0=t0||t;const s=performance.now();f.show(((t-t0)/3000%1)*(f.samples-1));"
        "spent.push(performance.now()-s);requestAnimationFrame(tick)};requestAnimationFrame(tick)"
    )
    with sync_playwright() as play_wright:
        browser = play_wright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 390, "height": 844})
        page.set_content("<!doctype html><body style='margin:0'>")
        page.evaluate(play)
        page.wait_for_timeout(500)
        browser.start_tracing(page=page, categories=["devtools.timeline"])
        page.wait_for_timeout(4000)
        trace = json.loads(browser.stop_tracing())["traceEvents"]
        spent = page.evaluate("window.spent.slice(30)")
        browser.close()
    names = ("FireAnimationFrame", "UpdateLayoutTree", "Layout", "PrePaint", "Paint", "Layerize", "Commit")
    count = sum(e["name"] == "FireAnimationFrame" for e in trace)
    total = sum(e.get("dur", 0) for e in trace if e["name"] in names) / 1000
    return [
        Row("figure alone: pictures", count / 4.0, "/s", goal="60"),
        Row("figure alone: script, a picture, median", statistics.median(spent), "ms"),
        Row("figure alone: script, a picture, 99th", sorted(spent)[int(len(spent) * 0.99)], "ms"),
        Row(
            "figure alone: main thread, a picture",
            total / max(1, count),
            "ms",
            BUDGET_MS,
            "a 60th of a second",
        ),
    ]


def rows() -> list[Row]:
    """Return everything about the figure."""
    movements = load_movements(exercises())
    return [*in_process(movements), *in_browser(movements)]


def main() -> None:
    """Print the table."""
    show(rows())


if __name__ == "__main__":
    main()
