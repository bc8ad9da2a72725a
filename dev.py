#!/usr/bin/env python3
"""Every developer task, from a fresh clone, on a machine with only python3 and pip.

    python3 dev.py run       start Mainstay at http://127.0.0.1:8000 (extra words go to `mainstay serve`)
    python3 dev.py test      every check, then every test (extra words go to pytest)
    python3 dev.py check     lint, format, types, rooms, content and house rules
    python3 dev.py bench     every benchmark into docs/benchmarks.md, or those named
    python3 dev.py fuzz      damaged input to every parser for an hour (docs/safety/fuzzing.md)
    python3 dev.py mutate    faults put into the coach, and whether a test notices (docs/safety/mutation.md)
    python3 dev.py figures   every figure on one contact sheet a theme, in build/figures
    python3 dev.py pictures  the README's screenshots, from the real app
    python3 dev.py format    put the code in shape

Each of them first makes `.venv` match the lock file, so `.venv/bin/mainstay` is always the installed command.
"""

# Standard library only, and no syntax newer than Python 3.9: this file runs before anything is installed,
# so that a machine with too old a Python gets a sentence from us and not a SyntaxError.
from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent
BIN = ROOT / ".venv" / "bin"
BOOTSTRAP = ROOT / ".bootstrap"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APT = ("apt-get", "-q", "-o", "DPkg::Lock::Timeout=300")
WORKERS = "4"


@dataclass(frozen=True)
class Step:
    """One program of the environment to run, and the name a person knows it by."""

    name: str
    command: tuple[str, ...]


CHECKS = (
    Step("lint", ("ruff", "check")),
    Step("format", ("ruff", "format", "--check")),
    Step("types", ("mypy",)),
    Step("rooms", ("lint-imports", "--no-logo")),
    Step("content", ("mainstay", "check")),
    Step("house rules", ("pytest", "-q", "tests/test_house_rules.py")),
)


def environment() -> dict[str, str]:
    """Return the variables our tools run with: an active virtual environment must not lead them elsewhere."""
    elsewhere = {"VIRTUAL_ENV", "PYTHONHOME"}
    return {
        **{name: value for name, value in os.environ.items() if name not in elsewhere},
        "PIP_REQUIRE_VIRTUALENV": "0",
        "PIP_ROOT_USER_ACTION": "ignore",
        "PIP_USER": "0",
        "UV_COMPILE_BYTECODE": "1",
        "UV_PROJECT_ENVIRONMENT": str(ROOT / ".venv"),
        "UV_PYTHON_DOWNLOADS": "never",
        "UV_SYSTEM_CERTS": "1",
    }


def call(*command: str) -> int:
    """Run a command in the repository and return its exit code."""
    return subprocess.run(command, cwd=ROOT, env=environment(), check=False).returncode


def need(what: str, *command: str) -> None:
    """Run a command that everything after it depends on; if it fails, stop and say what failed."""
    code = call(*command)
    if code != 0:
        sys.exit(f"dev.py: could not {what}; this failed with exit code {code}:\n  {' '.join(command)}")


def find_uv() -> str:
    """Return the uv on PATH, or else the one pinned by hash in dev-requirements.txt, fetched when needed."""
    on_path = shutil.which("uv")
    if on_path:
        return on_path
    pin, installed = ROOT / "dev-requirements.txt", BOOTSTRAP / "installed.txt"
    if not installed.exists() or installed.read_bytes() != pin.read_bytes():
        fetch_uv(pin)
        shutil.copyfile(pin, installed)
    return str(BOOTSTRAP / "bin" / "uv")


def fetch_uv(pin: Path) -> None:
    """Install uv into `.bootstrap`; `--target` works without venv and with a Python that apt manages."""
    if importlib.util.find_spec("pip") is None:
        sys.exit(
            f"dev.py: {sys.executable} has no pip, and there is no uv on PATH.\n"
            "Install either one (on Debian or Ubuntu: apt-get install python3-pip) and try again."
        )
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--upgrade", "--disable-pip-version-check")
    target = ("--target", str(BOOTSTRAP), "--require-hashes", "-r", str(pin))
    need("install uv", *pip, *target)


def sync(*options: str) -> None:
    """Make `.venv` hold what the lock file says."""
    uv = find_uv()
    if call(uv, "python", "find", "--quiet") != 0:
        sys.exit(
            "dev.py: Mainstay needs Python 3.11 or newer, and none was found on this machine.\n"
            "Install one (on Debian or Ubuntu: apt-get install python3.11) and try again."
        )
    need("install the locked packages", uv, "sync", "--frozen", *options)
    # Our own code is used where it lies. Compiled now, the command starts a third faster, also where
    # Python is told to write no bytecode as it runs.
    need("compile the code", str(BIN / "python"), "-m", "compileall", "-q", str(ROOT / "src"))


def sync_everything() -> None:
    """Make `.venv` hold what running, testing and checking need."""
    sync("--all-groups", "--all-extras")


def find_browser() -> str | None:
    """Return the path of the browser that the browser tests drive, if there is one."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def driver_starts() -> bool:
    """Say whether Playwright's own Node can start; on a bare Debian it lacks a library."""
    node = next((ROOT / ".venv").glob("lib/python*/site-packages/playwright/driver/node"))
    return subprocess.run((str(node), "--version"), capture_output=True, check=False).returncode == 0


def missing_packages(programs: tuple[str, ...] = ()) -> list[str]:
    """Return Debian's names for what the browser tests (and these programs) need and this machine lacks."""
    needs = {"chromium": find_browser() is not None, "libatomic1": driver_starts()}
    needs.update({program: shutil.which(program) is not None for program in programs})
    return [package for package, there in needs.items() if not there]


def ensure_browser(*programs: str) -> None:
    """Install what the browser tests need; a test that cannot run is a failure, never skipped."""
    missing = missing_packages(programs)
    if missing:
        apt_install(*missing)
        if missing_packages(programs):
            sys.exit(f"dev.py: {' and '.join(missing)} went in, but no browser starts. Please look into it.")


def administrator() -> tuple[str, ...] | None:
    """Return what to put before a command so that root runs it, or None if that takes a password."""
    if os.geteuid() == 0:
        return ()
    if shutil.which("sudo") and call("sudo", "-n", "true") == 0:
        return ("sudo", "-n")
    return None


def apt_install(*packages: str) -> None:
    """Install Debian packages if we may; otherwise say what to install."""
    as_root, names = administrator(), " ".join(packages)
    if as_root is None or shutil.which("apt-get") is None:
        sys.exit(
            f"dev.py: the browser tests need these, and dev.py cannot install them by itself: {names}\n"
            f"Please install them (on Debian or Ubuntu: sudo apt-get install {names}) and try again."
        )
    print(f"dev.py: the browser tests need these; installing them with apt-get: {names}", flush=True)
    apt = (*as_root, "env", "DEBIAN_FRONTEND=noninteractive", *APT)
    need("refresh apt's list of packages", *apt, "update")
    need("install what the browser tests need", *apt, "install", "-y", "--no-install-recommends", *packages)


def finish(steps: tuple[Step, ...]) -> None:
    """Run every step, even after one has failed, then name all that failed and exit."""
    failed = []
    for step in steps:
        print(f"\n── {step.name}: {' '.join(step.command)}", flush=True)
        program, *rest = step.command
        if call(str(BIN / program), *rest) != 0:
            failed.append(step)
    if failed:
        lines = [f"  {step.name}: .venv/bin/{' '.join(step.command)}" for step in failed]
        sys.exit("\n".join(["", f"dev.py: {len(failed)} of {len(steps)} steps failed:", *lines]))
    print(f"\ndev.py: all good ({len(steps)} steps).")


def run(arguments: list[str]) -> None:
    """Install what running needs, taking nothing away that testing put there, and become the server."""
    sync("--inexact")
    if not arguments:
        print("Mainstay is starting at http://127.0.0.1:8000 (Ctrl-C stops it).", flush=True)
    os.chdir(ROOT)
    os.execve(BIN / "mainstay", ["mainstay", "serve", *arguments], environment())


def test(arguments: list[str]) -> None:
    """Run every check and every test, in a real browser and with real databases."""
    sync_everything()
    ensure_browser()
    finish((*CHECKS, Step("tests", ("pytest", "-n", WORKERS, "--dist", "worksteal", *arguments))))


def check(arguments: list[str]) -> None:
    """Run every check that needs no browser."""
    refuse(arguments)
    sync_everything()
    finish(CHECKS)


def bench(arguments: list[str]) -> None:
    """Run the benchmarks: each is a module of `benchmarks/`; all of them write `docs/benchmarks.md`."""
    sync_everything()
    ensure_browser("wrk")
    modules = [f"benchmarks.{name}" for name in arguments] or ["benchmarks"]
    finish(tuple(Step(module, ("python", "-m", module)) for module in modules))


def fuzz(arguments: list[str]) -> None:
    """Fuzz the parsers; what breaks one is saved as a case for the suite."""
    sync_everything()
    finish((Step("fuzz", ("python", "-m", "scripts.fuzz", *arguments)),))


def mutate(arguments: list[str]) -> None:
    """Try mutants of the coach; `mutate --show` tells what is known so far."""
    sync_everything()
    finish((Step("mutate", ("python", "-m", "scripts.mutation", *arguments)),))


def figures(arguments: list[str]) -> None:
    """Draw the contact sheets, to be looked at."""
    sync_everything()
    ensure_browser()
    finish((Step("figures", ("python", "-m", "scripts.figures", "--out", "build/figures", *arguments)),))


def pictures(arguments: list[str]) -> None:
    """Take the README's screenshots again."""
    sync_everything()
    ensure_browser()
    finish((Step("pictures", ("python", "-m", "scripts.screenshots", *arguments)),))


def tidy(arguments: list[str]) -> None:
    """Repair what can be repaired by machine."""
    refuse(arguments)
    sync_everything()
    finish((Step("lint", ("ruff", "check", "--fix")), Step("format", ("ruff", "format"))))


def refuse(arguments: list[str]) -> None:
    """Stop on words a command would not use, rather than ignore them."""
    if arguments:
        sys.exit(f"dev.py: this command takes no arguments, but was given: {' '.join(arguments)}")


COMMANDS: dict[str, Callable[[list[str]], None]] = {
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "fuzz": fuzz,
    "mutate": mutate,
    "figures": figures,
    "pictures": pictures,
    "format": tidy,
}


def main(words: list[str]) -> None:
    """Do the command the first word names."""
    if words[:1] in (["-h"], ["--help"], ["help"]):
        print(__doc__)
    elif not words or words[0] not in COMMANDS:
        sys.exit(__doc__)
    else:
        COMMANDS[words[0]](words[1:])


if __name__ == "__main__":
    main(sys.argv[1:])
