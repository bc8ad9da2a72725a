"""Mutants of the coach: made by mutmut, put in place in a process of their own, and tried."""

import ast
import os
import random
import resource
import shutil
import signal
import sys
import time
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "mainstay"
MEMORY = 1 << 30
"""Bytes for one mutant; who needs more has lost its way, and somebody would notice."""


@dataclass(frozen=True)
class Function:
    """A function that has mutants, by its own object; ``mutants`` are other codes for it."""

    name: str
    own: types.FunctionType
    mutants: dict[str, Any]


functions: dict[str, Function] = {}


# --- Making -----------------------------------------------------------------------------------------------


def make(out: Path, version: str) -> None:
    """Write the package with all mutants beside their originals, unless those of this version are there."""
    from mutmut.mutation.file_mutation import mutate_file_contents

    package, made = out / "src" / "mainstay", out / "made"
    if made.exists() and made.read_text(encoding="utf-8") == version:
        return
    shutil.rmtree(package, ignore_errors=True)
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    for file in sorted((package / "coach").rglob("*.py")):
        code = mutate_file_contents(str(file), file.read_text(encoding="utf-8")).code
        file.write_text(code, encoding="utf-8")
    made.write_text(version, encoding="utf-8")


def diff(out: Path, name: str) -> str:
    """Return what a mutant changes, as lines with - and +."""
    module, _, mutant = name.rpartition(".")
    path = out / "src" / Path(*module.split("."))
    file = path.with_suffix(".py") if path.with_suffix(".py").exists() else path / "__init__.py"
    text = file.read_text(encoding="utf-8")
    lines, spans = text.splitlines(), _spans(text)
    (before, after) = (lines[slice(*spans[one])] for one in (f"{mutant.rpartition('_')[0]}_orig", mutant))
    found = [line for line in unified_diff(before, after, n=0, lineterm="") if line[:3] not in ("---", "+++")]
    return "\n".join(line for line in found if line[0] in "+-" and "__mutmut_" not in line)


def _spans(text: str) -> dict[str, tuple[int, int]]:
    """Return where each function begins and ends, as a slice of the lines."""
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    return {node.name: (node.lineno - 1, node.end_lineno or node.lineno) for node in nodes}


def stand_in() -> None:
    """Take the place of mutmut's wrapper: note the function and leave it as it is."""

    def wrap(mutants: dict[str, Any], **_: bool) -> Callable[[Any], Any]:
        def note(function: types.FunctionType) -> types.FunctionType:
            name = f"{function.__module__}.{function.__qualname__}"
            functions[name] = Function(name, function, mutants)
            return function

        return note

    stub = types.ModuleType("mutmut.mutation.trampoline")
    stub.__dict__.update(wrap_in_trampoline=wrap, MutantDict=dict)
    sys.modules["mutmut.mutation.trampoline"] = stub


# --- Reaching ---------------------------------------------------------------------------------------------


def reach(cases: list[Any]) -> dict[str, list[tuple[float, int]]]:
    """Live every case, unharmed; return how long each takes that reaches a function, the quickest first."""
    from tests.coach.scenario import unmet

    names = {function.own.__code__: name for name, function in functions.items()}
    found: dict[str, list[tuple[float, int]]] = {name: [] for name in functions}
    for number, case in enumerate(cases):
        called: set[types.CodeType] = set()
        began = time.process_time()
        faults = unmet(case.table)
        seconds = time.process_time() - began
        if faults:
            sys.exit(f"Without any mutant, “{case.name}” does not hold: {faults}")
        sys.setprofile(lambda frame, *_, called=called: called.add(frame.f_code))
        unmet(case.table)
        sys.setprofile(None)
        for code in called & names.keys():
            found[names[code]].append((round(seconds, 3), number))
    return {name: sorted(numbers) for name, numbers in found.items()}


# --- Trying -----------------------------------------------------------------------------------------------


def attempt(function: Function, mutant: str, check: Callable[[], str], seconds: int) -> tuple[str, str]:
    """Check with a mutant in its function's place, in a process of its own; say what noticed it."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + seconds, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        signal.signal(signal.SIGXCPU, signal.SIG_DFL)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(1, 2)
        put(function, mutant)
        os.write(theirs, check().encode()[:1000])
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        by = pipe.read().decode(errors="replace")
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status == -signal.SIGXCPU:
        return "timeout", "out of time"
    if status:
        return "killed", f"the process ended ({status})"
    return ("killed", by) if by else ("survived", "")


def put(function: Function, mutant: str) -> None:
    """Let a function do what its mutant does."""
    other = function.mutants[mutant]
    other = getattr(other, "__func__", other)
    function.own.__code__ = other.__code__
    function.own.__defaults__, function.own.__kwdefaults__ = other.__defaults__, other.__kwdefaults__


def by_cases(cases: list[Any]) -> str:
    """Return the first case that does not hold any more; empty where all do."""
    from tests.coach.scenario import unmet

    for case in cases:
        try:
            if unmet(case.table):
                return f"case: {case.name}"
        except Exception as error:
            return f"case: {case.name} ({type(error).__name__})"
    return ""


def by_tests(files: list[str], ini: Path) -> str:
    """Return the first test that fails; empty where none does."""
    import pytest

    failed: list[str] = []

    class Listener:
        def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
            if report.failed:
                failed.append(report.nodeid)

    code = pytest.main(["-x", "-q", "-c", str(ini), "--rootdir", str(ROOT), *files], plugins=[Listener()])
    return "" if code == 0 else f"test: {failed[0] if failed else f'pytest ended with {code}'}"


# --- Choosing ---------------------------------------------------------------------------------------------


def chosen(only: str, sample: float, seed: int) -> Iterator[tuple[Function, str, str]]:
    """Yield each mutant with its function and whole name: of each module a part, drawn by the seed."""
    modules: dict[str, list[tuple[Function, str, str]]] = {}
    for function in functions.values():
        module = function.own.__module__
        for mutant in function.mutants:
            if mutant != "_mutmut_orig":
                modules.setdefault(module, []).append((function, mutant, f"{module}.{mutant}"))
    picked = []
    for module, mutants in sorted(modules.items()):
        drawn = random.Random(f"{seed} {module}").sample(mutants, len(mutants))
        picked += [one for one in drawn[: max(1, round(sample * len(mutants)))] if only in one[2]]
    # All modules grow at the same pace, so that a run that is ended has seen something of each.
    random.Random(seed).shuffle(picked)
    yield from picked
