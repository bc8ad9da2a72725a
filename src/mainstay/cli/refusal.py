"""An input that cannot be taken, with one line for each fault."""

from collections.abc import Iterable


class Refused(Exception):
    """The input was refused. ``lines`` say where, what is wrong and what to do, one fault a line."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Keep the lines, first fault first."""
        self.lines = tuple(lines)
        super().__init__("\n".join(self.lines))
