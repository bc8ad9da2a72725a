"""``mainstay serve`` and ``login``: the only commands that start Django."""

import errno
import ipaddress
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress

from mainstay.cli.refusal import Refused

_PATIENCE = 3.0
_A_MOMENT = 0.1


def django_ready() -> None:
    """Start Django and bring the local store up to date."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mainstay.web.settings")
    import django
    from django.core.management import call_command

    from mainstay.diary import make_data_folder

    make_data_folder()
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


def run_login(name: str) -> None:
    """Ask for a password and store the login."""
    from getpass import getpass

    django_ready()
    from mainstay.web.accounts import password_faults, set_login

    password = getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    faults = password_faults(password)
    if faults:
        raise Refused(faults)
    set_login(name, password)
    print(f"Login for {name} is set up.")


def run_serve(host: str, port: int, *, worker: bool) -> None:
    """Serve the app, with a worker for reminders beside it if wanted.

    Refuse to be reachable from elsewhere before there is a login.
    """
    open_to_others = not is_loopback(host)
    os.environ["MAINSTAY_OPEN"] = "1" if open_to_others else ""
    django_ready()
    if open_to_others:
        _require_login(host)
    _require_port(host, port)
    from mainstay.web.serving import serve

    print(f"Mainstay runs at http://{host}:{port} (stop it with Ctrl+C)", flush=True)
    with _worker() if worker else nullcontext():
        serve(host, port)


@contextmanager
def _worker() -> Iterator[None]:
    """Run the worker as a process of its own: the server forks, and no thread would live through that."""
    process = subprocess.Popen([sys.executable, "-m", "mainstay.reminders.worker", str(os.getpid())])
    try:
        yield
    finally:
        process.terminate()
        # One that is handing something over finishes that, and ends then by itself.
        with suppress(subprocess.TimeoutExpired):
            process.wait(_PATIENCE)


def is_loopback(host: str) -> bool:
    """Return whether an address is reached from this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _require_port(host: str, port: int) -> None:
    """Refuse a port on which another program answers: the server would share it, and each get some requests.

    One that is just being stopped is waited for.
    """
    until = time.monotonic() + _PATIENCE
    while not _is_free(host, port):
        if time.monotonic() > until:
            raise Refused([f"port {port}: another program answers there; stop it, or choose one with --port"])
        time.sleep(_A_MOMENT)


def _is_free(host: str, port: int) -> bool:
    try:
        family, _, _, _, address = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)[0]
    except OSError as problem:
        raise Refused([f"{host}: is no address or name of this machine"]) from problem
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as problem:
            return problem.errno != errno.EADDRINUSE
    return True


def _require_login(host: str) -> None:
    from mainstay.web.accounts import has_login

    if not has_login():
        first = "a login comes first; set one up with 'mainstay login NAME'"
        raise Refused([f"{host}: can be reached by others, so {first}"])
