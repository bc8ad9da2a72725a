"""Exercises and their ladders, as the content files spell them."""

from dataclasses import dataclass

from mainstay.kernel import (
    Block,
    Direction,
    Dose,
    Equipment,
    Grade,
    Muscle,
    Position,
    Role,
    Sidedness,
    Trouble,
)


@dataclass(frozen=True, slots=True)
class Phase:
    """One part of a repetition. ``seconds`` excludes the hold, whose time is the dose's own."""

    name: str
    seconds: float
    breath: str


@dataclass(frozen=True, slots=True)
class Demand:
    """How much a rung asks of the back in each direction: 0 none, 1 little, 2 clear, 3 much."""

    flexion: int = 0
    extension: int = 0
    rotation: int = 0
    load: int = 0

    def of(self, direction: Direction) -> int:
        """Return the demand in one direction; postures (sitting, standing, walking) have none."""
        return int(getattr(self, direction.value, 0))


@dataclass(frozen=True, slots=True)
class Correction:
    """A common fault, and the words that mend it."""

    fault: str
    fix: str


@dataclass(frozen=True, slots=True)
class Rung:
    """One variant on a ladder, with the doses that are grown on it, easiest first."""

    slug: str
    name: str
    how: str
    position: Position
    sides: Sidedness
    load_rank: int
    load_from: str
    load_grade: Grade
    demand: Demand
    tempo: tuple[Phase, ...]
    steps: tuple[Dose, ...]
    dose_from: tuple[str, ...]
    dose_grade: Grade
    equipment: tuple[Equipment, ...] = ()
    asks_of: tuple[Trouble, ...] = ()
    contraindications: tuple[str, ...] = ()
    precautions: tuple[str, ...] = ()
    relief: bool = False

    @property
    def rep_seconds(self) -> float:
        """The moving time of one repetition."""
        return sum(phase.seconds for phase in self.tempo)


@dataclass(frozen=True, slots=True)
class Entry:
    """The rung on which a person starts, by experience; the planner steps down where it must."""

    new: str
    returning: str
    regular: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """A movement with a purpose, and its ladder of rungs from easier to harder."""

    slug: str
    name: str
    summary: str
    why: str
    block: Block
    roles: tuple[Role, ...]
    preference: int
    muscles_primary: tuple[Muscle, ...]
    muscles_secondary: tuple[Muscle, ...]
    breathing: str
    set_up: tuple[str, ...]
    steps: tuple[str, ...]
    cues: tuple[str, ...]
    corrections: tuple[Correction, ...]
    stop_rules: tuple[str, ...]
    entry: Entry
    rungs: tuple[Rung, ...]
    sources: tuple[str, ...]
    covers: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    direction: str = ""
    substitutes: tuple[str, ...] = ()
    contraindications: tuple[str, ...] = ()
    precautions: tuple[str, ...] = ()
    unlock: str = ""
    off_by_default: bool = False

    def rung(self, slug: str) -> Rung:
        """Return the rung called ``slug``; raise KeyError where the ladder has none."""
        return self.rungs[self.rung_index(slug)]

    def rung_index(self, slug: str) -> int:
        """Return where on the ladder the rung stands, 0 being the easiest; KeyError where absent."""
        for index, rung in enumerate(self.rungs):
            if rung.slug == slug:
                return index
        raise KeyError(f"{self.slug} has no rung {slug}")
