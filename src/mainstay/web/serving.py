"""Runs the app in this process."""

from granian.constants import Interfaces
from granian.server import Server


def serve(host: str, port: int) -> None:
    """Serve until stopped. One worker with one thread: a person's diary has one writer at a time."""
    server = Server(
        "mainstay.web.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=1,
        log_enabled=False,
    )
    server.serve()
