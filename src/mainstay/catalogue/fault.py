"""A fault in the content, and where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

Key = str | int


@dataclass(frozen=True, slots=True, order=True)
class ContentFault:
    """What is wrong in a content file, on which line, and what to do about it."""

    file: str
    line: int
    problem: str
    remedy: str


def line_of(text: str, path: Sequence[Key]) -> int:
    """Return the line, counted from 1, of a key path such as ``("rungs", 1, "steps")``; 1 where not found.

    TOML libraries do not keep positions; content files put each key and table header on its own line,
    so counting headers and looking for the key is enough to point a reader to the place.
    """
    lines, start = text.splitlines(), 0
    keys = [key for key in path if isinstance(key, str)]
    if len(path) >= 2 and isinstance(path[1], int):
        headers = [n for n, line in enumerate(lines) if line.strip() == f"[[{path[0]}]]"]
        start = headers[path[1]] if path[1] < len(headers) else 0
    elif path and f"[{path[0]}]" in (line.strip() for line in lines):
        start = next(n for n, line in enumerate(lines) if line.strip() == f"[{path[0]}]")
    for key in reversed(keys):
        for number in range(start, len(lines)):
            if lines[number].split("=")[0].strip().strip('"') == key:
                return number + 1
    return start + 1


def fault_at(file: Path, text: str, path: Sequence[Key], problem: str, remedy: str) -> ContentFault:
    """Return a fault at a key path of a file."""
    place = ".".join(str(key) for key in path)
    return ContentFault(file.name, line_of(text, path), f"{place} {problem}".strip(), remedy)
