"""The person's clock: which moment a time of their day is, over daylight saving and travel."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Clock:
    """A zone, and the moment since which it is theirs (None where they had no other)."""

    zone: ZoneInfo
    since: datetime | None = None

    def day_at(self, moment: datetime) -> date:
        """Return the person's calendar day at a moment."""
        return moment.astimezone(self.zone).date()

    def wall_at(self, moment: datetime) -> time:
        """Return the time that their clock shows at a moment."""
        return moment.astimezone(self.zone).time()

    def at(self, day: date, wall: time) -> datetime:
        """Return the moment (UTC) at which their clock first shows a time of a day.

        A time that a clock change leaves out is as long after the change as it is after the last minute
        before it: 02:30 is then 03:30. One that comes twice is the first of the two.
        """
        return datetime.combine(day, wall.replace(fold=0), self.zone).astimezone(UTC)

    def lived(self, day: date, wall: time) -> datetime:
        """Return the same moment, or where travel has leapt over it the moment of arriving."""
        moment = self.at(day, wall)
        if self.since is not None and moment < self.since and self.day_at(self.since) == day:
            return self.since.astimezone(UTC)
        return moment

    def day_ends(self, day: date) -> datetime:
        """Return the moment (UTC) at which the next day begins."""
        return self.at(day + _DAY, time())


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours in which nothing is sent, from a time of day up to another; none where the two are equal."""

    begins: time
    ends: time

    def holds(self, wall: time) -> bool:
        """Whether a time of day lies in the quiet hours; their end does not."""
        if self.begins <= self.ends:
            return self.begins <= wall < self.ends
        return wall >= self.begins or wall < self.ends

    def after(self, wall: time) -> time | None:
        """Return a time of day, moved to the end of quiet hours it lies in; None where that is tomorrow."""
        if not self.holds(wall):
            return wall
        return self.ends if wall < self.ends else None

    def next_begin(self, clock: Clock, moment: datetime) -> datetime | None:
        """Return the first moment after another at which quiet hours begin; None where there are none."""
        if self.begins == self.ends:
            return None
        begins = clock.at(clock.day_at(moment), self.begins)
        return begins if begins > moment else clock.at(clock.day_at(moment) + _DAY, self.begins)
