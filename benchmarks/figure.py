"""How fast the figure is: poses, stills and frames a second, bytes, and a frame's cost in a real browser.

Usage: ``python -m benchmarks.figure [--no-browser]``.
"""

import argparse
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


def in_process(movements: Mapping[tuple[str, str], Movement]) -> dict[str, float]:
    """Return speeds and sizes of the Python side."""
    all_of = list(movements.values())
    motions = [set_in_motion(m) for m in all_of]
    pose = motions[0].solved[0]
    stills = [len(still(m).encode()) for m in all_of]
    texts = [packed_text(frames(m)).encode() for m in all_of]
    packs, wired = [len(t) for t in texts], [len(gzip.compress(t, 6)) for t in texts]
    return {
        "forward kinematics, bodies a second": rate(lambda _: stand(pose)),
        "settled stances (inverse kinematics), a second": rate(
            lambda i: settle(motions[i % len(motions)].stances[0])
        ),
        "moments of a motion, a second": rate(lambda i: motions[i % len(motions)].at(0.37 * i)),
        "stills a second": rate(lambda i: still(all_of[i % len(all_of)])),
        "packed frames a second": rate(lambda i: packed_text(frames(all_of[i % len(all_of)]))),
        "bytes of a still, median": statistics.median(stills),
        "bytes of a still, most": max(stills),
        "bytes of packed frames, median": statistics.median(packs),
        "bytes of packed frames, most": max(packs),
        "bytes of packed frames, compressed, median": statistics.median(wired),
        "bytes of packed frames, compressed, 95th": sorted(wired)[int(len(wired) * 0.95)],
        "bytes of packed frames, compressed, most": max(wired),
    }


def in_browser(movements: Mapping[tuple[str, str], Movement]) -> dict[str, float]:
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
    return {
        "pictures a second": count / 4.0,
        "script ms a picture, median": statistics.median(spent),
        "script ms a picture, 99th": sorted(spent)[int(len(spent) * 0.99)],
        "main thread ms a picture (script, style, paint)": total / max(1, count),
        "share of the 16.7 ms": total / max(1, count) / BUDGET_MS,
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-browser", action="store_true")
    movements = load_movements(exercises())
    found = in_process(movements)
    if not parser.parse_args().no_browser:
        found |= in_browser(movements)
    for name, value in found.items():
        print(f"{name:<55} {value:>12,.3f}")


if __name__ == "__main__":
    main()
