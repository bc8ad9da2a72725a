"""``mainstay simulate``."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mainstay.catalogue import load_catalogue
from mainstay.cli.output import console, print_json
from mainstay.cli.refusal import Refused
from mainstay.lab import INVARIANTS, Engine, Order, Tally, dask, local, save_diary, simulate

_SHOWN = 20


def run_simulate(
    people: int,
    weeks: int,
    seed: int,
    as_json: bool,
    save: str | None,
    engine: str,
    processes: int | None,
) -> None:
    """Print the summary of a cohort and every broken invariant; end with code 1 where there is one."""
    order = Order(people, weeks, seed)
    tally = _with_progress(order, _engine(engine, processes))
    files = _saved(order, tally, save)
    if as_json:
        print_json(_document(order, tally, files))
    else:
        _print(order, tally, files)
    if tally.breaches:
        raise SystemExit(1)


def _engine(name: str, processes: int | None) -> Engine:
    if name == "local":
        return local(processes or os.cpu_count() or 1)
    try:
        return dask()
    except ModuleNotFoundError:
        raise Refused(["--engine dask: Dask is not installed; install mainstay[cluster]"]) from None


def _with_progress(order: Order, engine: Engine) -> Tally:
    """Simulate behind a bar on standard error, which shows only in a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("Lives", total=order.people)
        return simulate(order, engine, lambda more: progress.advance(task, more))


def _saved(order: Order, tally: Tally, folder: str | None) -> Mapping[int, str]:
    """Write a diary for everybody whose life broke an invariant."""
    if folder is None:
        return {}
    catalogue = load_catalogue()
    numbers = sorted({breach.number for breach in tally.breaches})
    try:
        return {
            number: str(save_diary(catalogue, Path(folder), order.seed, number, order.weeks))
            for number in numbers
        }
    except OSError as error:
        raise Refused([f"{folder}: cannot be written ({error.strerror}); name another folder"]) from None


def _document(order: Order, tally: Tally, files: Mapping[int, str]) -> dict[str, Any]:
    return {
        "people": order.people,
        "weeks": order.weeks,
        "seed": order.seed,
        "sessions": tally.sessions,
        "events": tally.events,
        "kinds": tally.kinds,
        "days_seen": tally.modes,
        "decisions": tally.verdicts,
        "invariants": [
            {"name": one.name, "words": one.words, "broken": _count(tally, one.name)} for one in INVARIANTS
        ],
        "breaches": [
            {
                "invariant": breach.invariant,
                "person": breach.number,
                "day": breach.day.isoformat(),
                "what": breach.what,
                "diary": files.get(breach.number),
            }
            for breach in tally.breaches
        ],
    }


def _count(tally: Tally, name: str) -> int:
    return sum(breach.invariant == name for breach in tally.breaches)


def _print(order: Order, tally: Tally, files: Mapping[int, str]) -> None:
    from rich.table import Table

    out = console()
    out.print(f"[bold]{order.people} virtual people, {order.weeks} weeks, seed {order.seed}[/bold]")
    out.print(f"{tally.sessions:,} sessions, {tally.events:,} events")
    for title, counts in (("People", tally.kinds), ("Days seen", tally.modes), ("Decisions", tally.verdicts)):
        out.print(f"{title}: {', '.join(f'{count:,} {name}' for name, count in counts.items())}")
    table = Table("", "Invariant", "Broken", box=None, padding=(0, 2, 0, 0))
    for one in INVARIANTS:
        broken = _count(tally, one.name)
        table.add_row("✗" if broken else "✓", one.name, str(broken))
    out.print(table)
    for breach in tally.breaches[:_SHOWN]:
        out.print(f"· person {breach.number}, {breach.day}: {breach.invariant}: {breach.what}", markup=False)
    if len(tally.breaches) > _SHOWN:
        out.print(f"… and {len(tally.breaches) - _SHOWN} more; --json has them all")
    for number, path in files.items():
        out.print(f"person {number}: mainstay decisions --diary {path}", markup=False)
    out.print("A model is not a trial: this tests the coach's rules, not backs.")
