"""Lives at random: a person's wishes, their clock over two days, a server that comes and goes.

Everything is told in minutes since the life began, so that whoever reads the clocks here reads them in
another way than the code that is tested.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

LENGTH = 44 * 60
"""Minutes of a life: the evening before a day, the day, and the morning after."""

STEP = 5
"""Every time of day in a life, every journey and every leap of a clock falls on so many minutes."""

CHANGES = (
    ("Europe/Berlin", date(2026, 3, 29)),
    ("Europe/Berlin", date(2026, 10, 25)),
    ("Europe/London", date(2026, 3, 29)),
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("Australia/Lord_Howe", date(2026, 10, 4)),
)
"""Where and when a clock leaps."""

PLACES = (
    "Europe/Berlin",
    "America/New_York",
    "America/Los_Angeles",
    "Asia/Tokyo",
    "Asia/Kolkata",
    "Pacific/Honolulu",
    "Pacific/Kiritimati",
    "America/St_Johns",
)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Stay:
    """A zone, from a minute on."""

    since: int
    zone: ZoneInfo


@dataclass(frozen=True)
class Look:
    """A worker looks at a minute. ``how``: alone, both (two at once), away (nobody answers) or killed.

    One that is killed dies at the statement of that number, or in the hand-over of that number.
    """

    minute: int
    how: str = "alone"
    statement: int = 0
    hand_over: int = 0
    after: bool = False


@dataclass(frozen=True)
class Happening:
    """Something the person does at a minute: trains, finishes, walks, or tells of numbness."""

    minute: int
    what: str


@dataclass
class Life:
    """One run."""

    seed: int
    begins: datetime
    stays: list[Stay]
    days: list[str]
    session: time | None
    walk: time | None
    breaks: tuple[int, time, time] | None
    quiet: tuple[time, time]
    channels: int
    presses: float
    looks: list[Look] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)

    def stay(self, minute: int) -> Stay:
        """Where the person is."""
        return [stay for stay in self.stays if stay.since <= minute][-1]

    def utc(self, minute: int) -> datetime:
        """The moment of a minute."""
        return self.begins + timedelta(minutes=minute)

    def local(self, minute: int, stay: Stay | None = None) -> datetime:
        """What the person's clock shows."""
        return self.utc(minute).astimezone((stay or self.stay(minute)).zone)

    def is_quiet(self, minute: int) -> bool:
        """Whether the person's clock is in the quiet hours."""
        begins, ends = self.quiet
        shown = self.local(minute).time().replace(fold=0)
        inside = begins <= shown < ends if begins <= ends else not ends <= shown < begins
        return begins != ends and inside


def life(seed: int) -> Life:
    """Make a life from a number."""
    chance = Random(seed)
    if chance.random() < 0.6:
        name, day = chance.choice(CHANGES)
    else:
        name, day = chance.choice(PLACES), date(2026, 1, 5) + timedelta(days=chance.randrange(360))
    home = ZoneInfo(name)
    eve = datetime.combine(day - timedelta(days=1), time(18), home).astimezone(UTC)
    made = Life(
        seed=seed,
        begins=eve,
        stays=_stays(chance, home),
        days=sorted(chance.sample(WEEKDAYS, chance.randint(3, 7)), key=WEEKDAYS.index),
        session=_time(chance) if chance.random() < 0.9 else None,
        walk=_time(chance) if chance.random() < 0.5 else None,
        breaks=_breaks(chance) if chance.random() < 0.5 else None,
        quiet=chance.choice(
            [(time(0), time(0)), (time(21), time(7)), (time(1), time(2, 15)), (time(12), time(14))]
        ),
        channels=chance.choice([1, 1, 2]),
        presses=chance.choice([0, 0.4, 1]),
    )
    made.happenings = _happenings(chance)
    made.looks = _looks(chance, made)
    return made


def _stays(chance: Random, home: ZoneInfo) -> list[Stay]:
    """At home; half of the time one journey, or there and back."""
    journeys = sorted(chance.sample(range(60, LENGTH, 10), chance.choice([0, 0, 1, 2])))
    there = ZoneInfo(chance.choice([place for place in PLACES if place != home.key]))
    return [Stay(0, home), *(Stay(since, (there, home)[place]) for place, since in enumerate(journeys))]


def _time(chance: Random) -> time:
    """Often right where clocks leap."""
    if chance.random() < 0.35:
        return chance.choice([time(1, 30), time(2), time(2, 15), time(2, 30), time(2, 55), time(3), time(0)])
    return time(chance.randrange(24), chance.choice([0, 15, 30, 45]))


def _breaks(chance: Random) -> tuple[int, time, time]:
    begins = chance.randrange(0, 15)
    return (
        chance.choice([30, 45, 90]),
        time(begins),
        time(begins + chance.randint(2, 8), chance.choice([0, 30])),
    )


def _happenings(chance: Random) -> list[Happening]:
    found = []
    if chance.random() < 0.35:
        begun = chance.randrange(LENGTH - 60)
        found += [Happening(begun, "begins"), Happening(begun + 40, "finishes")]
    if chance.random() < 0.2:
        found.append(Happening(chance.randrange(LENGTH), "walks"))
    if chance.random() < 0.1:
        found.append(Happening(chance.randrange(LENGTH), "numb"))
    return sorted(found, key=lambda one: one.minute)


LATENESS = (0, 0, 0, 1, 2, 5, 9, 10, 11, 30, 59, 61, 120, 239, 240, 241, 400)


def _looks(chance: Random, made: Life) -> list[Look]:
    """Look around the times that matter, mostly, and not always."""
    near = []
    for stay in made.stays:
        for wall in filter(None, (made.session, made.walk, made.breaks and made.breaks[1])):
            for offset in range(3):
                shown = datetime.combine(
                    made.local(0).date() + timedelta(days=offset), wall, stay.zone
                ).astimezone(UTC)
                near.append(int((shown - made.begins).total_seconds()) // 60)
        if stay.since:
            near.append(stay.since)
    if made.breaks:
        near += [minute + made.breaks[0] for minute in near]
    minutes = [minute + chance.choice(LATENESS) for minute in near if chance.random() < 0.75]
    minutes += chance.sample(range(LENGTH), 2)
    inside = sorted({minute for minute in minutes if 0 <= minute < LENGTH})
    if len(inside) > 6:
        inside = sorted(chance.sample(inside, 6))
    return _with_deaths(chance, inside)


def _with_deaths(chance: Random, minutes: list[int]) -> list[Look]:
    """Decide how each look goes; after a death somebody soon looks again."""
    looks: dict[int, Look] = {}
    for minute in minutes:
        how = chance.choices(["alone", "both", "away", "killed"], [7, 1, 1, 3])[0]
        at_hand_over = chance.random() < 0.4
        looks.setdefault(
            minute,
            Look(
                minute,
                how,
                statement=0 if at_hand_over else chance.randint(1, 45),
                hand_over=chance.randint(1, 2) if at_hand_over else 0,
                after=chance.random() < 0.5,
            ),
        )
        if how in ("away", "killed"):
            again = minute + chance.choice([1, 2, 5, 20])
            looks.setdefault(again, Look(again, chance.choice(["alone", "alone", "both"])))
    return [looks[minute] for minute in sorted(looks) if minute < LENGTH]
