"""What the browser gets: small, complete, and the same shapes as the stills."""

import gzip
import json
from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from mainstay.figure import Movement, frames, pack, packed_text, still
from mainstay.figure.packing import Row, steps

Movements = Mapping[tuple[str, str], Movement]
LIMIT, ON_THE_WIRE = 15_360, 4_096
"""Bytes of a movement's frames as text, and compressed: a session brings a dozen of them to a phone."""


def test_every_movement_packs_into_four_kilobytes_on_the_wire(movements: Movements) -> None:
    texts = {key: packed_text(frames(movement)).encode() for key, movement in movements.items()}
    assert {key: len(text) for key, text in texts.items() if len(text) > LIMIT} == {}
    assert {key for key, text in texts.items() if len(gzip.compress(text, 6)) > ON_THE_WIRE} == set()


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
        for plane in made.planes:
            for part in plane.parts:
                assert len(part.places) in (1, made.samples), key
                widths = {len(place) for place in part.places}
                assert len(widths) == 1
                if part.radii:
                    assert widths == {2 * len(part.radii)}


def test_the_last_sample_is_the_first_again(movements: Movements) -> None:
    for movement in movements.values():
        for plane in frames(movement).planes:
            tracks = [*(part.places for part in plane.parts), *(glow.places for glow in plane.glows)]
            assert all(places[0] == places[-1] for places in tracks)


def test_what_glows_in_the_still_glows_in_the_frames(movements: Movements) -> None:
    for key, movement in movements.items():
        glows = [glow for plane in frames(movement).planes for glow in plane.glows]
        assert len(glows) == still(movement).count("<ellipse rx="), key


def test_the_spine_is_sent_where_the_still_shows_it(movements: Movements) -> None:
    assert {bool(frames(movement).spine) for movement in movements.values() if movement.shows_spine} == {True}
    assert frames(movements["squat", "free"]).spine == ()


def unpacked(flat: list[int], width: int) -> list[Row]:
    """What ``unpack`` in the page's script does."""
    rows, change = list[Row](), [0] * width
    for start in range(0, len(flat), width):
        turn = flat[start : start + width]
        for k in range(2, width):
            turn[k] += turn[k - 2]
        if rows:
            change = [a + b for a, b in zip(change, turn, strict=True)]
            turn = [a + b for a, b in zip(rows[-1], change, strict=True)]
        rows.append(tuple(turn))
    return rows


places = st.integers(1, 6).flatmap(
    lambda spots: st.lists(st.tuples(*[st.integers(-900, 900)] * 2 * spots), min_size=1, max_size=9)
)


@given(places)
def test_steps_add_up_to_the_places(rows: list[Row]) -> None:
    assert unpacked(steps(rows), len(rows[0])) == rows


def test_a_stiff_part_at_a_steady_pace_packs_into_zeros() -> None:
    rows = [(10 + 3 * k, 20 - k, 50 + 3 * k, 60 - k) for k in range(4)]
    assert steps(rows) == [10, 20, 40, 40, 3, -1, 0, 0, *[0] * 8]
