"""Reading what a form posted: values, and a fault with its remedy for each that cannot be read."""

from collections.abc import Container, Mapping

POINTS = range(11)


class Answers:
    """A posted form being read. ``faults`` maps a field's name to what is wrong and what would do."""

    def __init__(self, posted: Mapping[str, str]) -> None:
        """Start reading; nothing is wrong yet."""
        self._posted = posted
        self.faults: dict[str, str] = {}

    def points(self, name: str, missing: str = "") -> int | None:
        """Return an answer of 0 to 10; None where it was left open, a fault where ``missing`` says so."""
        text = self._posted.get(name, "").strip()
        if text.isascii() and text.isdigit() and int(text) in POINTS:
            return int(text)
        if text:
            self.faults[name] = "Please choose a number from 0 to 10."
        elif missing:
            self.faults[name] = missing
        return None

    def choice(self, name: str, allowed: Container[str], missing: str = "") -> str:
        """Return one of the allowed words; empty where it was left open."""
        text = self._posted.get(name, "").strip()
        if text in allowed:
            return text
        if text or missing:
            self.faults[name] = missing or "Please choose one of the answers."
        return ""

    def text(self, name: str, longest: int = 2000) -> str:
        """Return a free text without the spaces around it."""
        return self._posted.get(name, "").strip()[:longest]
