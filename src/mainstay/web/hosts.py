"""Under which addresses the app answers. By default only this machine's own names, safe from DNS rebinding.

``MAINSTAY_OPEN=1`` (set by ``mainstay serve`` when it listens beyond this machine) opens it to addresses
written as numbers and to the machine's own name: neither can be pointed here by somebody else's web site.
``MAINSTAY_HOSTS`` names more, separated by commas; behind a proxy with TLS write the whole address:
``https://coach.example``. If all of them are ``https://``, cookies are sent over TLS alone.
"""

import ipaddress
import socket
from collections.abc import Mapping

from django.http.request import split_domain_port

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")

_SECURE = "https://"


def is_open(environment: Mapping[str, str]) -> bool:
    """Return whether others than this machine can reach the app: directly, or by a proxy's name."""
    return environment.get("MAINSTAY_OPEN") == "1" or bool(_addresses(environment))


def known_hosts(environment: Mapping[str, str]) -> frozenset[str]:
    """Return the names, in lower case, under which the app answers beside addresses written as numbers."""
    own = socket.gethostname().lower()
    named = (address.partition("://")[2] or address for address in _addresses(environment))
    return frozenset({*LOOPBACK, own, f"{own}.local", *(split_domain_port(name)[0] for name in named)})


def secure_origins(environment: Mapping[str, str]) -> list[str]:
    """Return the ``https://`` addresses, whose forms are trusted though the proxy speaks plain HTTP to us."""
    return [address for address in _addresses(environment) if address.startswith(_SECURE)]


def is_only_secure(environment: Mapping[str, str]) -> bool:
    """Return whether addresses are named, and every one is ``https://``."""
    named = _addresses(environment)
    return bool(named) and all(address.startswith(_SECURE) for address in named)


def answers_to(host: str, known: frozenset[str]) -> bool:
    """Return whether a request's ``Host`` is one of ours; one written as a number always is."""
    name, _ = split_domain_port(host)
    return name in known or _is_number(name)


def _addresses(environment: Mapping[str, str]) -> list[str]:
    given = environment.get("MAINSTAY_HOSTS", "").lower().split(",")
    return [address.strip().rstrip("/") for address in given if address.strip()]


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True
