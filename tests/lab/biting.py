"""Runs the laboratory on copies of the coach with one fault each, and says which invariants broke.

``python -m tests.lab.biting`` runs every fault on the person that the data names; ``--search`` looks for the
first who shows it. Each fault lives in a process of its own, forked after everything but the coach and the
laboratory has been loaded, with its own copy of ``mainstay.coach`` in a folder of its own.
"""

import argparse
import importlib
import json
import multiprocessing
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import rtoml

import mainstay
import mainstay.lab  # what it stands on is loaded once, before the forks
from mainstay.catalogue import Catalogue, load_catalogue

FAULTS = Path(__file__).with_name("faults.toml")
COACH = Path(mainstay.__file__).parent / "coach"
Fault = Mapping[str, Any]


def read_faults() -> tuple[int, list[Fault]]:
    """Return the seed and every fault."""
    table = rtoml.load(FAULTS)
    return table["seed"], table["faults"]


def occurrences(fault: Fault) -> int:
    """How often the text of a fault stands in the coach's file today."""
    return (COACH / fault["file"]).read_text("utf-8").count(fault["old"])


def plant(fault: Fault, folder: Path) -> None:
    """Copy the coach into a folder, with the fault in it."""
    shutil.copytree(COACH, folder / "coach", ignore=shutil.ignore_patterns("__pycache__"))
    path = folder / "coach" / fault["file"]
    path.write_text(path.read_text("utf-8").replace(fault["old"], fault["new"]), encoding="utf-8")


@cache
def load_known() -> Catalogue:
    """Return the catalogue, read once before the forks: no fault lies in it."""
    return load_catalogue()


def broken_by(fault: Fault, seed: int) -> dict[str, Any]:
    """Return what the life named by a fault breaks with the fault in place. Runs in a process of its own."""
    with tempfile.TemporaryDirectory() as name:
        _use(Path(name), fault)
        lab = importlib.import_module("mainstay.lab")
        catalogue = load_known()
        people = [fault["person"]] if "person" in fault else range(fault["people"])
        return next(_breaking(lab, catalogue, fault, seed, people), {"name": fault["name"], "broken": []})


def _use(folder: Path, fault: Fault) -> None:
    """Make this process see the copy of the coach instead of the real one."""
    plant(fault, folder)
    for module in [name for name in sys.modules if name.startswith(("mainstay.coach", "mainstay.lab"))]:
        del sys.modules[module]
    sys.dont_write_bytecode = True
    mainstay.__path__ = [str(folder), *mainstay.__path__]


def _breaking(lab: Any, catalogue: Any, fault: Fault, seed: int, people: Any) -> Iterator[dict[str, Any]]:
    for number in people:
        life = lab.live(catalogue, seed, number, fault["weeks"])
        breaches = lab.breaches_of(catalogue, life)
        if any(breach.invariant == fault["caught"] for breach in breaches):
            first = min(breach.day for breach in breaches if breach.invariant == fault["caught"])
            names = sorted({breach.invariant for breach in breaches})
            yield {"name": fault["name"], "broken": names, "person": number, "day": first.isoformat()}


def run(faults: list[Fault], seed: int, processes: int = 2) -> list[dict[str, Any]]:
    """Return what each fault broke, each in a fresh process."""
    load_known()
    context = multiprocessing.get_context("fork")
    with context.Pool(processes, maxtasksperchild=1) as pool:
        return pool.starmap(broken_by, [(fault, seed) for fault in faults], chunksize=1)


def main() -> None:
    """Print what each fault breaks."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--search", nargs=2, type=int, metavar=("PEOPLE", "WEEKS"))
    parser.add_argument("--only", default="")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    seed, faults = read_faults()
    faults = [fault for fault in faults if asked.only in fault["name"]]
    if asked.search:
        people, weeks = asked.search
        faults = [{**_without(fault), "people": people, "weeks": weeks} for fault in faults]
    for found in run(faults, seed):
        print(json.dumps(found) if asked.json else found, flush=True)


def _without(fault: Fault) -> dict[str, Any]:
    return {key: value for key, value in fault.items() if key != "person"}


if __name__ == "__main__":
    main()
