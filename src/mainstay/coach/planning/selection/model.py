"""The week problem made ready for the search: no option that cannot matter, needs in a good order."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from mainstay.coach.planning.selection.problem import Need, Option, WeekProblem
from mainstay.coach.planning.selection.rooms import PLACES, SHIFT


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of a need. ``gains[k - 1]`` is its worth in k sessions; ``bit`` marks a shared exercise."""

    option: int
    seconds: int
    bit: int
    gains: tuple[int, ...]


Offers = tuple[tuple[int, int, int], ...]
"""Ways to meet a need: what is gained, and the seconds and places that it takes in the week."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One need of the problem (its place there), with the choices worth looking at."""

    need: int
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Model:
    """The stages of the search, heaviest worth first, with what can be said of the stages still ahead."""

    problem: WeekProblem
    stages: tuple[Stage, ...]

    @property
    def rooms(self) -> list[int]:
        """The sessions of the problem as rooms."""
        problem = self.problem
        return [
            max(0, seconds) << SHIFT | max(0, places)
            for seconds, places in zip(problem.seconds, problem.places, strict=True)
        ]

    @property
    def start(self) -> tuple[tuple[int, ...], int, int]:
        """The state before the first stage: rooms, different exercises left, shared exercises used."""
        rooms = sorted([self.useful[0][room] for room in self.rooms], reverse=True)
        return tuple(rooms), min(self.problem.distinct, len(self.stages)), 0

    @cached_property
    def offers(self) -> tuple[Offers, ...]:
        """For each stage, the ways to meet its need that are best at some prices."""
        return tuple(_worthwhile(_offers(stage)) for stage in self.stages)

    @cached_property
    def reachable(self) -> tuple[int, ...]:
        """For each stage, the set of times that it and later ones can fill in one session, as bits.

        Bit t is set when some choice of at most one item a need takes exactly t seconds. Time left in a
        session beyond the highest reachable bit can never be used.
        """
        found = [1]
        for stage in reversed(self.stages):
            after = found[-1]
            here = after
            for choice in stage.choices:
                here |= after << choice.seconds
            found.append(here)
        return tuple(reversed(found))

    @cached_property
    def useful(self) -> tuple["Useful", ...]:
        """For each stage and room, the room as it and later ones see it."""
        stages = len(self.stages)
        return tuple(Useful(times, stages - stage) for stage, times in enumerate(self.reachable))

    @cached_property
    def shared_ahead(self) -> tuple[int, ...]:
        """For each stage, the bits of the shared exercises that it or later ones could use."""
        found = [0]
        for stage in reversed(self.stages):
            bits = found[-1]
            for choice in stage.choices:
                bits |= choice.bit
            found.append(bits)
        return tuple(reversed(found))


class Useful(dict[int, int]):
    """Room to room without time or places that nothing ahead can use; filled as it is asked."""

    def __init__(self, times: int, ahead: int) -> None:
        super().__init__()
        self._times = times
        self._ahead = ahead

    def __missing__(self, room: int) -> int:
        """Work out a room seen for the first time."""
        places = min(room & PLACES, self._ahead)
        time = (self._times & ((2 << (room >> SHIFT)) - 1)).bit_length() - 1
        found = self[room] = time << SHIFT | places if places and time else 0
        return found


def model_of(problem: WeekProblem) -> Model:
    """Return the model of a problem.

    An option is left out when it fits no session, or when another option of the same need is at least as
    short and as good in every number of sessions, and is not wanted elsewhere: exchanging the two in any
    week keeps it legal and loses nothing.
    """
    uses = Counter(option.exercise for need in problem.needs for option in need.options)
    shared = [exercise for exercise, count in uses.items() if count > 1]
    bits = {exercise: 1 << index for index, exercise in enumerate(shared)}
    stages = [Stage(n, tuple(_choices(problem, need, bits))) for n, need in enumerate(problem.needs)]
    worthwhile = [stage for stage in stages if stage.choices]
    worthwhile.sort(key=lambda stage: -max(choice.gains[-1] for choice in stage.choices))
    return Model(problem, tuple(worthwhile))


def _offers(stage: Stage) -> Iterator[tuple[int, int, int]]:
    for choice in stage.choices:
        for count, gain in enumerate(choice.gains, start=1):
            yield gain, choice.seconds * count, count


def _worthwhile(offers: Iterator[tuple[int, int, int]]) -> Offers:
    """Leave out what gains no more than another that takes no more: no prices make it better."""
    kept: list[tuple[int, int, int]] = []
    for gain, seconds, places in sorted(offers, key=lambda offer: (-offer[0], offer[1:])):
        if not any(time <= seconds and count <= places for _, time, count in kept):
            kept.append((gain, seconds, places))
    return tuple(kept)


def _choices(problem: WeekProblem, need: Need, bits: dict[str, int]) -> Iterator[Choice]:
    longest = max(problem.seconds, default=0)
    sessions = min(len(need.worth), len(problem.seconds))
    if sessions == 0:
        return
    found = [
        Choice(index, option.seconds, bits.get(option.exercise, 0), _gains(need, option, sessions))
        for index, option in enumerate(need.options)
        if option.seconds <= longest
    ]
    for choice in found:
        if not any(_dominates(other, choice) for other in found if other is not choice):
            yield choice


def _gains(need: Need, option: Option, sessions: int) -> tuple[int, ...]:
    gains, worth = [], option.once
    for session in range(sessions):
        worth += need.worth[session] + option.value
        gains.append(worth)
    return tuple(gains)


def _dominates(better: Choice, choice: Choice) -> bool:
    """Whether ``choice`` can be left out for ``better``; of equals the first stays."""
    if better.bit not in (0, choice.bit) or better.seconds > choice.seconds:
        return False
    if any(ours < theirs for ours, theirs in zip(better.gains, choice.gains, strict=True)):
        return False
    same = better.seconds == choice.seconds and better.gains == choice.gains and better.bit == choice.bit
    return not same or better.option < choice.option
