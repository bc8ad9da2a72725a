"""Posting to an address that came from elsewhere, without being led into the house.

A push address is given by a browser, so somebody might make one up that points at a machine of the home
network. What is checked is therefore not the name but where the connection went, after it stands and before
a byte is sent: a name that is looked up twice cannot lead to two places. Redirects are not followed.
"""

import ipaddress
import socket

from requests import Session
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPSConnection
from urllib3.connectionpool import HTTPSConnectionPool

from mainstay.reminders.message import Refused

_INSIDE = "This push address does not lead to the internet, so nothing was sent to it."


def is_outside(host: str) -> bool:
    """Return whether an address written as a number belongs to the internet at large."""
    address = ipaddress.ip_address(host.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        # These carry an address of the older kind, which is the one that counts.
        within = address.ipv4_mapped or address.sixtofour
        if within is not None:
            return within.is_global and not within.is_multicast
        if int(address) >> 32 in (0, 0x64_FF9B << 64):
            return False
    return address.is_global and not address.is_multicast


class _OutsideConnection(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        """Connect, and hang up before anything is said where that led inside."""
        made = super()._new_conn()
        if not is_outside(made.getpeername()[0]):
            made.close()
            raise Refused(_INSIDE)
        return made


class _OutsidePool(HTTPSConnectionPool):
    ConnectionCls = _OutsideConnection


def outside_session() -> Session:
    """Return a session that reaches https addresses of the internet, and nothing else."""
    adapter = HTTPAdapter()
    adapter.poolmanager.pool_classes_by_scheme = {"https": _OutsidePool}
    session = one_way_session()
    session.adapters.clear()
    session.mount("https://", adapter)
    return session


def one_way_session() -> Session:
    """Return a session that follows no redirect: it raises requests.TooManyRedirects."""
    session = Session()
    session.max_redirects = 0
    # A proxy would make the connection instead of us, where we cannot see it.
    session.trust_env = False
    return session
