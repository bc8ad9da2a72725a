"""A person at a terminal: a real pseudo-terminal of 80 by 24, keys pressed, and what is on the screen."""

import os
import pty
import re
import select
import signal
import struct
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

_DRIVER = """
import sys, time
from datetime import datetime
from mainstay.cli.refusal import Refused
from mainstay.cli.session import run_session
start, speed = time.monotonic(), {speed}
try:
    run_session({file!r}, {pace!r}, steady=lambda: (time.monotonic() - start) * 1000 * speed,
                clock=lambda: datetime.fromisoformat({now!r}))
except Refused as refused:
    print(*refused.lines, sep="\\n", file=sys.stderr)
    raise SystemExit(1)
"""
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[()][A-Z0-9]")


class Terminal:
    """One run of ``mainstay session``; ``text`` is everything that it has shown so far, without colours."""

    def __init__(self, child: int, screen: int) -> None:
        """Take over a process and its terminal."""
        self._child, self._screen = child, screen
        self._shown = ""
        self._seen = 0
        self.raw = ""

    def see(self, words: str, seconds: float = 20) -> None:
        """Wait until some words are shown, after those that were seen before."""
        end = time.monotonic() + seconds
        while words not in self._shown[self._seen :]:
            assert time.monotonic() < end, f"{words!r} is not shown:\n{self._shown[self._seen :][-3000:]}"
            self._read(0.2)
        self._seen += self._shown[self._seen :].index(words) + len(words)

    def newest(self, choices: tuple[str, ...], seconds: float = 0.13) -> str:
        """Let the player take in what was pressed; return which of some words it has shown last."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._read(0.05)
        found = max(choices, key=self._shown.rfind)
        self._seen = max(self._seen, self._shown.rfind(found) + len(found))
        return found

    def press(self, keys: str) -> None:
        """Press keys."""
        os.write(self._screen, keys.encode())

    def answer(self, question: str, keys: str) -> None:
        """Wait for a question and answer it with a line."""
        self.see(question)
        self.press(keys + "\n")

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        self.press("\x03")

    def end(self, seconds: float = 20) -> int:
        """Wait for the process to end; return its exit code."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._read(0.1)
            child, status = os.waitpid(self._child, os.WNOHANG)
            if child:
                return os.waitstatus_to_exitcode(status)
        raise AssertionError(f"still running:\n{self._shown[-3000:]}")

    def stop(self) -> None:
        """End the process whatever it is doing."""
        try:
            os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        os.close(self._screen)

    def _read(self, seconds: float) -> None:
        if select.select([self._screen], [], [], seconds)[0]:
            try:
                text = os.read(self._screen, 65536).decode(errors="replace")
            except OSError:  # the other end has closed
                return
            self.raw += text
            self._shown += _ESCAPES.sub("", text).replace("\r", "")


@contextmanager
def at_terminal(
    file: Path | None, now: str, *, pace: str = "paced", speed: float = 1, data: Path | None = None
) -> Iterator[Terminal]:
    """Run the session of a diary file, or of the store in ``data``, on a clock that goes ``speed`` times."""
    script = _DRIVER.format(file=str(file) if file else None, pace=pace, now=now, speed=speed)
    child, screen = pty.fork()
    if child == 0:
        place = {"MAINSTAY_DATA": str(data)} if data else {}
        environment = os.environ | {"TERM": "xterm-256color"} | place
        os.execve(sys.executable, [sys.executable, "-c", script], environment)
    ioctl(screen, TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    terminal = Terminal(child, screen)
    try:
        yield terminal
    finally:
        terminal.stop()
