"""From when to when, how wide, in which colours and words a chart is drawn."""

from dataclasses import dataclass
from datetime import date

from mainstay.charts.paint import Theme
from mainstay.charts.series import Captions, Span


@dataclass(frozen=True, slots=True)
class Size:
    """The width of a picture, the size of its type and the height of a single plot, in its own units.

    Both sizes keep the type at 11 px and more: the wide one down to 545 px across, the narrow one down to
    the 280 px that a page of 320 px leaves.
    """

    width: int
    type: int
    tall: int

    @property
    def is_narrow(self) -> bool:
        """Whether things stand below each other that else stand side by side."""
        return self.width < WIDE.width


WIDE = Size(640, 13, 170)
NARROW = Size(280, 12, 150)


@dataclass(frozen=True, slots=True)
class View:
    """Everything about a chart but its data. ``since`` and ``on`` are the first and the last day shown."""

    since: date
    on: date
    captions: Captions
    size: Size = WIDE
    theme: Theme = Theme.PAGE

    @property
    def span(self) -> Span:
        """The days shown."""
        return Span(self.since, self.on)

    @property
    def days(self) -> int:
        """How many days are shown, both ends included."""
        return (self.on - self.since).days + 1

    def shows(self, day: date) -> bool:
        """Whether a day is in the picture."""
        return self.since <= day <= self.on
