"""What the browser gets: small, complete, and the same shapes as the stills."""

import json
from collections.abc import Mapping

from mainstay.figure import Movement, frames, pack, packed_text

Movements = Mapping[tuple[str, str], Movement]
LIMIT = 15_360


def test_every_movement_packs_into_fifteen_kilobytes(movements: Movements) -> None:
    sizes = {key: len(packed_text(frames(movement)).encode()) for key, movement in movements.items()}
    assert {key: size for key, size in sizes.items() if size > LIMIT} == {}


def test_packed_text_is_json_of_the_packed_data(movements: Movements) -> None:
    made = frames(movements["squat", "free"])
    assert json.loads(packed_text(made)) == json.loads(json.dumps(pack(made)))


def test_stops_say_phases_seconds_breath_hold_and_count(movements: Movements) -> None:
    made = frames(movements["bird-dog", "full"])
    assert [(s.phase, s.seconds, s.breath, s.holds, s.counts) for s in made.stops] == [
        ("reach", 1.5, "out", True, False),
        ("return", 1.5, "in", False, True),
    ]
    assert made.stops[-1].sample == made.samples - 1


def test_every_part_has_one_place_or_one_for_each_sample(movements: Movements) -> None:
    for key, movement in movements.items():
        made = frames(movement)
        for _, parts in made.layers:
            for part in parts:
                assert len(part.places) in (1, made.samples), key
                widths = {len(place) for place in part.places}
                assert len(widths) == 1
                if part.radii:
                    assert widths == {2 * len(part.radii)}


def test_the_last_sample_is_the_first_again(movements: Movements) -> None:
    for movement in movements.values():
        for _, parts in frames(movement).layers:
            assert all(part.places[0] == part.places[-1] for part in parts)


def test_steps_add_up_to_the_places(movements: Movements) -> None:
    made = frames(movements["squat", "free"])
    packed = pack(made)
    for (_, parts), (_, rows) in zip(made.layers, packed["l"], strict=True):
        for part, (_, radii, flat) in zip(parts, rows, strict=True):
            assert tuple(radii) == part.radii
            width = len(part.places[0])
            places, now = [], [0] * width
            for i in range(0, len(flat), width):
                now = [a + b for a, b in zip(now, flat[i : i + width], strict=True)]
                places.append(tuple(now))
            assert tuple(places) == part.places
