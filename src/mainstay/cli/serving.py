"""``mainstay serve`` and ``login``: the only commands that start Django."""

import ipaddress
import os
import sys

from mainstay.cli.refusal import Refused


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


def run_serve(host: str, port: int) -> None:
    """Serve the app; refuse to be reachable from elsewhere before there is a login."""
    open_to_others = not is_loopback(host)
    os.environ["MAINSTAY_OPEN"] = "1" if open_to_others else ""
    django_ready()
    if open_to_others:
        _require_login(host)
    from mainstay.web.serving import serve

    print(f"Mainstay runs at http://{host}:{port} (stop it with Ctrl+C)", flush=True)
    serve(host, port)


def is_loopback(host: str) -> bool:
    """Return whether an address is reached from this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _require_login(host: str) -> None:
    from mainstay.web.accounts import has_login

    if not has_login():
        first = "a login comes first; set one up with 'mainstay login NAME'"
        raise Refused([f"{host}: can be reached by others, so {first}"])
