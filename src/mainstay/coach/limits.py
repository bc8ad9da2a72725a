"""What may be prescribed to a person at all: the hard constraints, with a reason for each that bites."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from mainstay.catalogue import Catalogue, Demand, Exercise, Rung
from mainstay.coach.profile import Experience, Profile
from mainstay.kernel import Direction, Equipment, Position, Reason, Role, Trouble


@dataclass(frozen=True, slots=True)
class Limits:
    """Everything that no plan may break, on one day.

    ``load_cap`` is the highest spinal load rank allowed; ``tags`` are precautions from the profile and
    from screening; ``excluded`` are the person's vetoes and exercises that are resting.
    """

    experience: Experience = Experience.NEW
    equipment: frozenset[Equipment] = frozenset()
    avoid: frozenset[Trouble] = frozenset()
    tags: frozenset[str] = frozenset()
    provoked_by: frozenset[Direction] = frozenset()
    load_cap: int = 5
    unlocks: frozenset[str] = frozenset()


def limits_of(
    catalogue: Catalogue,
    profile: Profile,
    precautions: frozenset[str],
    caution: bool,
    flags: Iterable[Direction],
    unlocks: frozenset[str],
    green_days: int,
) -> Limits:
    """Gather the limits of a person from profile, screening and what has provoked pain lately.

    ``caution`` says that screening or recent red responses ask for care; ``green_days`` are the days
    since the last red response, or since the first session.
    """
    provoked = profile.provoked_by | frozenset(flags)
    tags = profile.precautions | precautions
    return Limits(
        experience=profile.experience,
        equipment=profile.equipment,
        avoid=profile.avoid_positions | _avoided(catalogue, tags),
        tags=tags,
        provoked_by=provoked,
        load_cap=_load_cap(
            catalogue, profile, caution or _needs_care(catalogue, tags), _top_days(provoked, green_days)
        ),
        unlocks=unlocks,
    )


def _avoided(catalogue: Catalogue, tags: frozenset[str]) -> frozenset[Trouble]:
    """The positions and strains that a person's precautions close."""
    known = (precaution for precaution in catalogue.rules.precautions if precaution.id in tags)
    return frozenset(trouble for precaution in known for trouble in precaution.avoids)


def _needs_care(catalogue: Catalogue, tags: frozenset[str]) -> bool:
    return any(precaution.care for precaution in catalogue.rules.precautions if precaution.id in tags)


def _top_days(provoked: frozenset[Direction], green_days: int) -> int:
    """A back that arching provokes never earns the highest rank, however long it has been green."""
    return 0 if Direction.EXTENSION in provoked else green_days


def _load_cap(catalogue: Catalogue, profile: Profile, caution: bool, green_days: int) -> int:
    rules = catalogue.rules.load
    months = profile.months_in_pain
    if 0 < months < rules.acute_months.value:
        return rules.acute_cap.whole
    if 0 < months < rules.subacute_months.value:
        return rules.subacute_cap.whole
    if caution:
        return rules.caution_cap.whole
    if green_days >= rules.top_green_days.whole:
        return rules.top_rank.whole
    return rules.stable_cap.whole


class Effort(Protocol):
    """What something asks of the body: a rung of an exercise, or a self-test."""

    @property
    def position(self) -> Position:
        """How the body is placed."""

    @property
    def equipment(self) -> tuple[Equipment, ...]:
        """What has to be to hand."""

    @property
    def asks_of(self) -> tuple[Trouble, ...]:
        """The positions and strains it goes through."""

    @property
    def contraindications(self) -> tuple[str, ...]:
        """The precautions that rule it out."""

    @property
    def demand(self) -> Demand:
        """How much it asks of the back in each direction."""

    @property
    def load_rank(self) -> int:
        """Its load on the spine, 1 to 5."""

    @property
    def load_from(self) -> str:
        """The source of that rank."""


def rung_faults(catalogue: Catalogue, exercise: Exercise, rung: Rung, limits: Limits) -> tuple[Reason, ...]:
    """Return every reason why this rung may not be prescribed; none means that it may."""
    if exercise.unlock and exercise.unlock not in limits.unlocks:
        locked = Reason("locked", (("unlock", exercise.unlock),), "article-b")
        return (locked, *_faults(catalogue, rung, limits, exercise))
    return tuple(_faults(catalogue, rung, limits, exercise))


def effort_faults(catalogue: Catalogue, effort: Effort, limits: Limits) -> tuple[Reason, ...]:
    """Return every reason why a person may not be asked for this effort; none means that they may."""
    return tuple(_faults(catalogue, effort, limits))


def _faults(
    catalogue: Catalogue, effort: Effort, limits: Limits, exercise: Exercise | None = None
) -> Iterator[Reason]:
    ruled_out = {*effort.contraindications, *(exercise.contraindications if exercise else ())}
    for tag in sorted(limits.tags & ruled_out):
        yield Reason("contraindicated", (("tag", tag),), "mainstay-product")
    for thing in sorted(set(effort.equipment) - limits.equipment):
        yield Reason("equipment-missing", (("equipment", thing.value),), "mainstay-product")
    for trouble in sorted(limits.avoid & set(effort.asks_of)):
        yield Reason("position-avoided", (("position", trouble.value),), "mainstay-product")
    walks = exercise is not None and Role.WALK in exercise.roles
    yield from _provocations(catalogue, effort, limits, walks=walks)
    if effort.load_rank > limits.load_cap:
        numbers = (("load_rank", effort.load_rank), ("cap", limits.load_cap))
        yield Reason("load-cap", numbers, effort.load_from)


def _provocations(catalogue: Catalogue, effort: Effort, limits: Limits, *, walks: bool) -> Iterator[Reason]:
    floor = catalogue.rules.provocation.demand_min
    for direction in sorted(limits.provoked_by):
        posture = effort.position is _POSTURES.get(direction) or (walks and direction is Direction.WALKING)
        if posture or effort.demand.of(direction) >= floor.whole:
            numbers = (("direction", direction.value), ("demand", effort.demand.of(direction)))
            yield Reason("provoked", numbers, floor.source)


_POSTURES = {Direction.SITTING: Position.SITTING, Direction.STANDING: Position.STANDING}


def open_rungs(catalogue: Catalogue, exercise: Exercise, limits: Limits) -> tuple[int, ...]:
    """Return the indexes of the rungs that may be prescribed, easiest first."""
    return tuple(
        index
        for index, rung in enumerate(exercise.rungs)
        if not rung_faults(catalogue, exercise, rung, limits)
    )


def entry_index(exercise: Exercise, limits: Limits, open_: tuple[int, ...]) -> int | None:
    """Return the rung on which a person starts: the entry for their experience, or the nearest open.

    Easier rungs come first; a harder one than the regular entry is never a start. None where no rung
    is open.
    """
    wanted = exercise.rung_index(getattr(exercise.entry, limits.experience.value))
    highest = max(wanted, exercise.rung_index(exercise.entry.regular))
    easier = [index for index in open_ if index <= wanted]
    harder = [index for index in open_ if wanted < index <= highest]
    return easier[-1] if easier else (harder[0] if harder else None)
