"""Where one is among the screens of a walk-through."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Steps:
    """Screens in order, and the one that is shown."""

    all: tuple[str, ...]
    here: str

    @property
    def number(self) -> int:
        """The place of this screen, counted from 1."""
        return self.all.index(self.here) + 1

    @property
    def next(self) -> str | None:
        """The screen after this one."""
        return self.all[self.number] if self.number < len(self.all) else None

    @property
    def previous(self) -> str | None:
        """The screen before this one."""
        return self.all[self.number - 2] if self.number > 1 else None

    @property
    def what(self) -> str:
        """The place in words."""
        return f"Step {self.number} of {len(self.all)}"

    @property
    def dots(self) -> list[str]:
        """A CSS class for each screen's dot."""
        return ["done"] * (self.number - 1) + ["here"] + [""] * (len(self.all) - self.number)
