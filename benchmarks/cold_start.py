"""How long ``mainstay today`` takes from nothing, beside an empty Python."""

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.rows import Row, show

ROOT = Path(__file__).resolve().parent.parent
MAINSTAY = Path(sys.executable).parent / "mainstay"
RUNS = 15
TODAY = ["today", "--diary", str(ROOT / "examples" / "three-weeks.jsonl"), "--on", "2026-03-23", "--json"]


def run(command: list[str]) -> float:
    """Return the milliseconds of one run."""
    start = perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return (perf_counter() - start) * 1000


def rows() -> list[Row]:
    """Return both medians."""
    commands = {"python -c pass": [sys.executable, "-c", "pass"], "mainstay today": [str(MAINSTAY), *TODAY]}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            times[name].append(run(command))
    empty, today = (median(found) for found in times.values())
    return [Row("`mainstay today`, from nothing", today, "ms", empty, "an empty Python", "≤ 200")]


def main() -> None:
    """Print the table."""
    show(rows())


if __name__ == "__main__":
    main()
