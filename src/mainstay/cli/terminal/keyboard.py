"""Single keys from a terminal, as they are pressed."""

import os
import select
import sys
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager

_SPELT = {" ": "space", "\x1b[C": "n", "\x1b[D": "b", "\x1b[B": "n", "\x1b[A": "b"}
_LONGEST = 32


@contextmanager
def single_keys() -> Iterator[None]:
    """Give keys one by one and without showing them; the terminal is put back as it was in any case."""
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal)
        yield
    finally:
        # What was pressed for the clock is no answer to the question that comes next.
        termios.tcsetattr(terminal, termios.TCSAFLUSH, before)


def pressed(seconds: float) -> list[str]:
    """Return the keys that were pressed, waiting at most so long for the first: letters, or “space”.

    Arrows are the letters for on and back. Raise EOFError where the terminal has gone.
    """
    terminal = sys.stdin.fileno()
    if not select.select([terminal], [], [], seconds)[0]:
        return []
    text = os.read(terminal, _LONGEST).decode(errors="ignore")
    if not text:
        raise EOFError
    if text.startswith("\x1b"):
        return [_SPELT[text]] if text in _SPELT else []
    return [_SPELT.get(letter, letter.lower()) for letter in text]
