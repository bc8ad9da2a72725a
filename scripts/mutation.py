"""Mutation testing of the coach: one small fault at a time, and whether a test notices.

    python -m scripts.mutation                      every mutant against every case of tests/scenarios
    python -m scripts.mutation --sample 0.1         a tenth of each module's, the same for the same --seed
    python -m scripts.mutation --only coach.limits  those whose name holds this
    python -m scripts.mutation --stage courses      survivors of the cases, against golden courses and more
    python -m scripts.mutation --again              survivors, against the cases as they are now
    python -m scripts.mutation --show               what is known so far, as tables

mutmut makes the mutants. They are tried here, because its own runner steers each call by a wrapper: with our
planner's inner loops one mutant took minutes. Here a mutant's code takes the place of the original's in a
fork of one process, and only those cases are lived that reach the function. Results are kept in ``--out``; a
run that was ended goes on where it stopped. Needs ``uv sync --group proof``; docs/safety/mutation.md tells
what came of it.
"""

import argparse
import json
import os
import sys
import time
from dataclasses import asdict, dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from scripts import mutants
from scripts.mutants import PACKAGE, ROOT, by_cases, by_tests

SECONDS = 60
"""Of the processor, for the tests of a later stage; the cases have thrice what they take unharmed."""
STAGES = {
    "courses": [
        "tests/golden/test_courses.py",
        "tests/coach/test_training.py",
        "tests/planner/test_missed_days.py",
        "tests/guide/test_packet.py",
        "tests/diary/test_reading.py",
    ],
    "lives": ["tests/coach/test_outcomes.py", "tests/coach/test_lessons.py", "tests/coach/test_between.py"],
    "properties": ["tests/coach/test_properties.py", "tests/planner/test_best_week.py"],
}
_OFF = ("django", "schemathesis", "playwright", "xdist", "cacheprovider")
INI = f"""[pytest]
pythonpath = src .
addopts = --import-mode=importlib {" ".join(f"-p no:{name}" for name in _OFF)}
filterwarnings = error
"""


@dataclass(frozen=True)
class Result:
    """What became of one mutant: ``by`` is the case or test that noticed it; none of those survived."""

    mutant: str
    outcome: str
    by: str
    stage: str
    diff: str


# --- The run ----------------------------------------------------------------------------------------------


def run(out: Path, options: argparse.Namespace) -> None:
    """Try the chosen mutants that have no result of this stage, until the time is over."""
    version = _version()
    mutants.make(out, version)
    known = results(out)
    ini = out / "pytest.ini"
    ini.write_text(INI, encoding="utf-8")
    sys.path[:0] = [str(out / "src"), str(ROOT)]
    os.chdir(ROOT)
    mutants.stand_in()
    from tests.coach.scenario import scenarios

    cases = scenarios()
    reached = {} if options.again else _reached(cases, out / "reach.json", version)
    until = time.monotonic() + options.minutes * 60
    for function, mutant, name in mutants.chosen(options.only, options.sample, options.seed):
        if not _is_due(known.get(name), options) or time.monotonic() > until:
            continue
        if options.stage != "cases":
            check = partial(by_tests, STAGES[options.stage], ini)
            outcome, by = mutants.attempt(function, mutant, check, SECONDS)
        elif options.again:
            outcome, by = mutants.attempt(function, mutant, partial(by_cases, cases), SECONDS)
        else:
            mine = [cases[number] for _, number in reached[function.name]]
            # Thrice what they take unharmed, and some seconds to begin with.
            seconds = 5 + 3 * int(sum(taken for taken, _ in reached[function.name]))
            outcome, by = mutants.attempt(function, mutant, partial(by_cases, mine), seconds)
        keep(out, Result(name, outcome, by, options.stage, mutants.diff(out, name)))


def _reached(cases: list[Any], kept: Path, version: str) -> dict[str, list[tuple[float, int]]]:
    """Return what :func:`mutants.reach` says, from a process that keeps what a case leaves behind."""
    if kept.exists() and (known := json.loads(kept.read_text(encoding="utf-8")))["version"] == version:
        return known["reached"]  # type: ignore[no-any-return]
    ours, theirs = os.pipe()
    if os.fork() == 0:
        os.close(ours)
        with os.fdopen(theirs, "w") as pipe:
            json.dump(mutants.reach(cases), pipe)
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours) as pipe:
        text = pipe.read()
    if os.wait()[1]:
        sys.exit("Without any mutant, a case does not hold.")
    kept.write_text(json.dumps({"version": version, "reached": json.loads(text)}), encoding="utf-8")
    return json.loads(text)  # type: ignore[no-any-return]


def _version() -> str:
    """Name the code, the content and the cases."""
    files = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.toml"), *(ROOT / "tests" / "scenarios").glob("*.toml")]
    whole = sha256()
    for file in sorted(files):
        whole.update(file.read_bytes())
    return whole.hexdigest()


def _is_due(known: Result | None, options: argparse.Namespace) -> bool:
    if options.stage == "cases" and not options.again:
        return known is None
    return (
        known is not None and known.outcome == "survived" and (options.again or known.stage != options.stage)
    )


def keep(out: Path, result: Result) -> None:
    """Add a result to those that are known; the last one of a mutant counts."""
    with (out / "results.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(result), ensure_ascii=False) + "\n")


def results(out: Path) -> dict[str, Result]:
    """Return what is known of each mutant."""
    file = out / "results.jsonl"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return {found.mutant: found for found in (Result(**json.loads(line)) for line in lines)}


# --- The report -------------------------------------------------------------------------------------------


def show(out: Path) -> None:
    """Print how many of each module's mutants were noticed, then every survivor."""
    known = sorted(results(out).values(), key=lambda result: result.mutant)
    modules: dict[str, list[Result]] = {}
    for result in known:
        modules.setdefault(_module(result.mutant), []).append(result)
    print("| module | tried | noticed | survived | % |\n|---|--:|--:|--:|--:|")
    for module, tried in [*modules.items(), ("all", known)]:
        survived = sum(result.outcome == "survived" for result in tried)
        noticed = len(tried) - survived
        print(
            f"| {module} | {len(tried)} | {noticed} | {survived} | {100 * noticed / max(1, len(tried)):.0f} |"
        )
    for result in known:
        if result.outcome == "survived":
            print(f"\n{result.mutant} ({result.stage})\n{result.diff}")


def _module(mutant: str) -> str:
    return mutant.rpartition(".")[0].removeprefix("mainstay.coach").removeprefix(".") or "__init__"


def main() -> None:
    """Do what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "mutation")
    parser.add_argument("--sample", type=float, default=1.0, help="the part of each module's mutants")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--only", default="", help="a part of the names of mutants")
    parser.add_argument("--stage", choices=["cases", *STAGES], default="cases")
    parser.add_argument("--again", action="store_true", help="those that survived, after new cases")
    parser.add_argument("--minutes", type=float, default=10**6)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    if options.show:
        show(options.out)
    else:
        run(options.out, options)


if __name__ == "__main__":
    main()
