"""What is wrong with a line, where, and what to do about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of one line. ``field`` is empty where the fault is the line's own; lines count from 1."""

    file: str
    line: int
    field: str
    problem: str
    remedy: str

    @property
    def text(self) -> str:
        """The fault as one line for people."""
        return f"{self.file}, line {self.line}: {self.what}"

    @property
    def what(self) -> str:
        """The same without its place, for who knows it: an event that came alone."""
        field = f"`{self.field}` " if self.field else ""
        return f"{field}{self.problem}; {self.remedy}"
