"""Lighthouse on Today and on a lesson: performance, accessibility, best practices, search engines.

Usage: ``python -m benchmarks.lighthouse``. Lighthouse comes from npm, pinned exactly in
``benchmarks/lighthouse/package-lock.json``, and runs with the Node that Playwright brings; ``npm`` itself
must be there, and the network the first time. It judges a phone with a slow network by its own simulation.
"""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from playwright._impl._driver import compute_driver_executable

from benchmarks.rows import Row, show
from dev import find_browser
from scripts.screenshots import ADDRESS, served

FOLDER = Path(__file__).resolve().parent / "lighthouse"
COMMAND = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
PAGES = {"Today": "/today/", "a lesson": "/lessons/how-progress-goes/"}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST = 95
RUNS = 3
"""The middle one of three counts: a shared machine is noisy."""


def install() -> None:
    """Fetch exactly what the lock names, and run nothing of it while doing so."""
    if COMMAND.exists():
        return
    npm = shutil.which("npm")
    if npm is None:
        raise RuntimeError("Lighthouse needs npm; install it, or leave this benchmark out.")
    subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=FOLDER, check=True)


def judged(path: str) -> dict[str, Any]:
    """Return what Lighthouse says of a page."""
    node, _ = compute_driver_executable()
    environment = {**os.environ, "CHROME_PATH": str(find_browser())}
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.json"
        command = [
            str(node),
            str(COMMAND),
            ADDRESS + path,
            "--quiet",
            "--output=json",
            f"--output-path={told}",
        ]
        flags = ["--chrome-flags=--headless=new --no-sandbox", f"--only-categories={','.join(CATEGORIES)}"]
        subprocess.run([*command, *flags], env=environment, check=True)
        found: dict[str, Any] = json.loads(told.read_text(encoding="utf-8"))
    return found


def scores(told: Mapping[str, Any]) -> dict[str, float]:
    """Return the four scores, of 100."""
    return {name: round(100 * told["categories"][name]["score"]) for name in CATEGORIES}


def lacking(told: Mapping[str, Any]) -> Iterator[str]:
    """Yield what keeps a score from being full."""
    for name in CATEGORIES:
        for part in told["categories"][name]["auditRefs"]:
            audit = told["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{name}: {audit['title']} {audit.get('displayValue', '')}".strip()


def rows() -> Iterator[Row]:
    """Judge each page; what is lacking is printed beside."""
    install()
    with served():
        for page, path in PAGES.items():
            runs = sorted((judged(path) for _ in range(RUNS)), key=lambda told: scores(told)["performance"])
            middle = runs[RUNS // 2]
            for name, score in scores(middle).items():
                yield Row(f"{page}: {name}", score, "of 100", goal=f"≥ {LEAST}")
            for told in lacking(middle):
                print(f"  {page}, {told}")


def main() -> None:
    """Print the table."""
    show(rows())


if __name__ == "__main__":
    main()
