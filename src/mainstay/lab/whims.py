"""What people do now and then without being asked: a veto, an undo, a correction, a new profile."""

from collections.abc import Callable, Mapping
from typing import Any

from mainstay.lab.person import Chance
from mainstay.lab.writing import Pen

Profile = dict[str, Any]
_CORRECTED = ("exercise_rated", "set_performed", "morning_after", "day_checked_in")
_RECENT = 60


def whim(pen: Pen, lots: Chance, profile: Profile) -> Profile:
    """Write one of these; return the profile as it is then."""
    if lots.happens(0.12):
        return _new_profile(pen, lots, profile)
    _WHIMS[lots.one_of(sorted(_WHIMS))](pen, lots)
    return profile


def _veto(pen: Pen, lots: Chance) -> None:
    known = sorted(pen.person.progression.ladders) or sorted(pen.catalogue.exercises)
    pen.write("exercise_excluded", exercise=lots.one_of(known))


def _take_back(pen: Pen, lots: Chance) -> None:
    excluded = sorted(pen.person.progression.excluded)
    pen.write("exercise_included", exercise=lots.one_of(excluded) if excluded else "superman")


def _undo(pen: Pen, lots: Chance) -> None:
    held = [ladder.undo.decision for ladder in pen.person.progression.ladders.values() if ladder.undo]
    if held:
        pen.write("decision_undone", decision=lots.one_of(held))


def _correct(pen: Pen, lots: Chance) -> None:
    recent = [event for event in pen.events[-_RECENT:] if event.kind in _CORRECTED]
    if recent:
        pen.write("event_retracted", event=lots.one_of(recent).id)


def _new_profile(pen: Pen, lots: Chance, profile: Profile) -> Profile:
    minutes = lots.one_of((5, 10, 15, 20, 30))
    changed = {**profile, "session_minutes": minutes}
    if lots.happens(0.4):
        changed["equipment"] = list(lots.some_of(profile["equipment"], 0.7))
    if lots.happens(0.3):
        changed["avoid_positions"] = [lots.one_of(("kneeling", "wrists", "prone", "floor"))]
    pen.write("profile_set", **changed)
    return changed


_WHIMS: Mapping[str, Callable[[Pen, Chance], None]] = {
    "correct": _correct,
    "take back": _take_back,
    "undo": _undo,
    "veto": _veto,
}
