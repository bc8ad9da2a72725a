"""The worker: looks every few seconds for what is due, as a process of its own beside the server.

``python -m mainstay.reminders.worker PID`` works until the process of that id, its parent, is gone.
"""

import os
import signal
import sys
from collections.abc import Callable
from logging import getLogger
from threading import Event

EVERY = 20.0
"""Seconds between two looks."""

_A_MOMENT = 1.0
_log = getLogger("mainstay.reminders")


def work(look: Callable[[], object], is_over: Callable[[], bool], every: float = EVERY) -> None:
    """Look, and look again after ``every`` seconds, until it is over. A look that fails is not the last."""
    pause = Event()
    while not is_over():
        try:
            look()
        except Exception as fault:
            _log.warning("reminders could not be looked after just now: %s", type(fault).__name__)
        waited = 0.0
        while waited < every and not is_over():
            pause.wait(min(_A_MOMENT, every - waited))
            waited += _A_MOMENT


def main() -> None:
    """Work for the server that started us."""
    server = int(sys.argv[1])
    told_to_stop = Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda *_: told_to_stop.set())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mainstay.web.settings")
    import django

    django.setup()
    from mainstay.reminders.outbox import Carrier

    # Orphans are adopted: a killed server leaves nobody behind who would send in its name.
    work(_with_fresh_connections(Carrier().round), lambda: told_to_stop.is_set() or os.getppid() != server)


def _with_fresh_connections(look: Callable[[], object]) -> Callable[[], None]:
    """Let a database that was away be found again."""
    from django.db import close_old_connections

    def fresh() -> None:
        close_old_connections()
        look()

    return fresh


if __name__ == "__main__":
    main()
