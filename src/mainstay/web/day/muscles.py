"""What a week works: a muscle map, and in how many sessions each part of the body has its turn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mainstay.catalogue import Catalogue
from mainstay.coach import PlannedSession
from mainstay.figure import Work
from mainstay.kernel import Muscle
from mainstay.web.library.pictures import week_address

_PARTS = {
    "Back": (
        Muscle.MULTIFIDUS,
        Muscle.ERECTOR_SPINAE,
        Muscle.QUADRATUS_LUMBORUM,
        Muscle.LATISSIMUS_DORSI,
        Muscle.TRAPEZIUS,
        Muscle.RHOMBOIDS,
    ),
    "Abdomen and sides": (Muscle.TRANSVERSUS_ABDOMINIS, Muscle.RECTUS_ABDOMINIS, Muscle.OBLIQUES),
    "Buttocks and hips": (
        Muscle.GLUTEUS_MAXIMUS,
        Muscle.GLUTEUS_MEDIUS,
        Muscle.HIP_ROTATORS,
        Muscle.HIP_FLEXORS,
    ),
    "Legs": (Muscle.QUADRICEPS, Muscle.HAMSTRINGS, Muscle.ADDUCTORS, Muscle.CALVES),
    "Shoulders and neck": (
        Muscle.DELTOIDS,
        Muscle.PECTORALS,
        Muscle.SERRATUS_ANTERIOR,
        Muscle.NECK_FLEXORS,
    ),
}


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of the body and the number of sessions that are mainly for it."""

    name: str
    sessions: int


@dataclass(frozen=True, slots=True)
class WeekMuscles:
    """The week's map: its address, what it shows in words, and the parts of the body, most worked first."""

    address: str
    words: str
    parts: tuple[PartView, ...]


def week_muscles(catalogue: Catalogue, sessions: Sequence[PlannedSession]) -> WeekMuscles | None:
    """Return what the sessions of a week work together; None where there are none."""
    worked = [_worked(catalogue, session) for session in sessions]
    counts = {
        muscle.value: Work(mainly, helping)
        for muscle in Muscle
        if (mainly := sum(muscle in main for main, _ in worked))
        + (helping := sum(muscle in helpers for _, helpers in worked))
    }
    if not counts:
        return None
    parts = _parts([main for main, _ in worked])
    return WeekMuscles(week_address(counts), _words(parts), parts)


def _worked(catalogue: Catalogue, session: PlannedSession) -> tuple[frozenset[Muscle], frozenset[Muscle]]:
    """Return the muscles that a session is mainly for, and the others that help."""
    exercises = [catalogue.exercises[item.exercise] for item in session.items]
    main = frozenset(muscle for exercise in exercises for muscle in exercise.muscles_primary)
    return main, frozenset(m for exercise in exercises for m in exercise.muscles_secondary) - main


def _parts(mains: Iterable[frozenset[Muscle]]) -> tuple[PartView, ...]:
    sessions = list(mains)
    found = (
        PartView(name, sum(not main.isdisjoint(muscles) for main in sessions))
        for name, muscles in _PARTS.items()
    )
    return tuple(sorted((part for part in found if part.sessions), key=lambda part: -part.sessions))


def _words(parts: Iterable[PartView]) -> str:
    told = (f"{part.name.lower()} in {part.sessions}" for part in parts)
    return (
        f"The body from the front and from behind, the muscles of the week lit. Sessions: {', '.join(told)}."
    )
