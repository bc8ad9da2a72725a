"""Every rung of every exercise has a movement that agrees with its tempo."""

from collections.abc import Mapping

from mainstay.catalogue.exercise import Exercise
from mainstay.figure import Movement

Movements = Mapping[tuple[str, str], Movement]


def test_every_rung_of_every_exercise_has_a_movement(exercises: list[Exercise], movements: Movements) -> None:
    rungs = [(exercise.slug, rung.slug) for exercise in exercises for rung in exercise.rungs]
    assert [rung for rung in rungs if rung not in movements] == []


def test_no_movement_is_without_its_rung(exercises: list[Exercise], movements: Movements) -> None:
    rungs = {(exercise.slug, rung.slug) for exercise in exercises for rung in exercise.rungs}
    assert set(movements) <= rungs


def test_phases_come_in_the_order_of_the_tempo(exercises: list[Exercise], movements: Movements) -> None:
    for exercise in exercises:
        for rung in exercise.rungs:
            frames = movements[exercise.slug, rung.slug].keyframes
            names = [frame.phase for frame in (*frames[1:], frames[0])]
            tempo = _names(rung.tempo)
            told = list(dict.fromkeys(name for name in names if name != "return" or name in tempo))
            assert told == tempo, f"{exercise.slug}/{rung.slug}: {told}"


def test_moving_time_is_the_tempos_unless_the_movement_only_shows_one_turn_of_a_flow(
    exercises: list[Exercise], movements: Movements
) -> None:
    for exercise in exercises:
        for rung in exercise.rungs:
            movement = movements[exercise.slug, rung.slug]
            if movement.flows:
                continue
            for phase in rung.tempo:
                seconds = sum(f.seconds for f in movement.keyframes if f.phase == phase.name)
                assert abs(seconds - phase.seconds) < 1e-6, f"{exercise.slug}/{rung.slug} {phase.name}"


def test_a_rung_with_a_hold_says_where_it_is_held(exercises: list[Exercise], movements: Movements) -> None:
    for exercise in exercises:
        for rung in exercise.rungs:
            holds = any(dose.hold_seconds for dose in rung.steps)
            held = sum(frame.holds for frame in movements[exercise.slug, rung.slug].keyframes)
            assert held == int(holds), f"{exercise.slug}/{rung.slug}"


def test_every_repetition_is_counted_once(movements: Movements) -> None:
    for key, movement in movements.items():
        assert sum(frame.counts for frame in movement.keyframes) == 1, key


def test_sided_rungs_say_which_side_they_show(exercises: list[Exercise], movements: Movements) -> None:
    for exercise in exercises:
        for rung in exercise.rungs:
            side = movements[exercise.slug, rung.slug].side
            assert (side is not None) == (rung.sides.value == "each"), f"{exercise.slug}/{rung.slug}"


def _names(tempo: tuple[object, ...]) -> list[str]:
    return [phase.name for phase in tempo]  # type: ignore[attr-defined]
