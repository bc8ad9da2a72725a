"""Every benchmark, one after the other, and the table of what they found in ``docs/benchmarks.md``.

``python -m benchmarks`` (or ``python3 dev.py bench``). Each runs in a process of its own, so that none finds
what another has loaded. One that fails is named in the table, and the command fails.
"""

import os
import platform
import sqlite3
import subprocess
import sys
import traceback
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from importlib import import_module
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

from benchmarks.rows import Row, number, show

ROOT = Path(__file__).resolve().parent
TABLE = ROOT.parent / "docs" / "benchmarks.md"
OURS = ("__main__", "rows", "floor")
VERSIONS = ("django", "granian", "ortools", "numpy", "playwright")


def measured(name: str) -> list[Row]:
    """Return the rows of one benchmark."""
    found: list[Row] = list(import_module(f"benchmarks.{name}").rows())
    return found


def machine() -> str:
    """Say on what all of this was measured."""
    told = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    model = next((line.split(":")[1].strip() for line in told.splitlines() if "model name" in line), "?")
    packages = ", ".join(f"{package} {version(package)}" for package in VERSIONS)
    return (
        f"{date.today()}, commit {_commit()}; {os.cpu_count()} cores ({model}), {platform.platform()}; "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {packages}."
    )


def _commit() -> str:
    command = ("git", "rev-parse", "--short", "HEAD")
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()


def section(name: str, rows: list[Row]) -> list[str]:
    """Return one benchmark as a table in Markdown, under the first sentence of what it says of itself."""
    about = (import_module(f"benchmarks.{name}").__doc__ or name).strip().split("\n\n")[0].replace("\n", " ")
    head = ["| what | Mainstay | beside it, in the same run | ratio | goal |", "|---|--:|---|--:|---|"]
    return ["", f"## {name}", "", about.replace("``", "`"), "", *head, *map(_line, rows)]


def _line(row: Row) -> str:
    beside = f"{row.than}: {number(row.beside)} {row.unit}" if row.beside is not None else row.than
    ratio = f"{row.ratio:.2f}" if row.ratio is not None else ""
    return f"| {row.what} | {number(row.value)} {row.unit} | {beside} | {ratio} | {row.goal} |"


def main() -> None:
    """Run everything that is here, print it, and write the table."""
    names = sorted(path.stem for path in ROOT.glob("*.py") if path.stem not in OURS)
    lines, failed, begun = [], [], perf_counter()
    for name in names:
        print(f"\n── {name}", flush=True)
        start = perf_counter()
        try:
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
                rows = process.submit(measured, name).result()
        except Exception:
            traceback.print_exc()
            failed.append(name)
            lines += ["", f"## {name}", "", "This one failed in this run."]
            continue
        show(rows)
        print(f"({perf_counter() - start:.0f} s)")
        lines += section(name, rows)
        # After each, so that a run that is stopped leaves what it has measured.
        minutes = (perf_counter() - begun) / 60
        about = f"Measured in {minutes:.1f} minutes by `python3 dev.py bench`: {machine()}"
        TABLE.write_text("\n".join([*HEAD, about, *lines, ""]), encoding="utf-8")
    if failed:
        sys.exit(f"these benchmarks failed: {', '.join(failed)}")


HEAD = (
    "# Benchmarks",
    "",
    "Written by `python3 dev.py bench`; not edited by hand. Times on a small shared machine are noisy: what",
    "counts are the ratios, each measured side by side in the same run. Goals are those of our design.",
    "",
)


if __name__ == "__main__":
    main()
