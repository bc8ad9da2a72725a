"""Pictures are valid, small, titled, themed and tell right from wrong."""

import re
from collections.abc import Mapping
from xml.etree import ElementTree

import pytest

from mainstay.figure import Motion, Movement, Theme, Work, muscle_map, still, storyboard, week_map
from mainstay.figure.storyboard import moments_of
from mainstay.kernel import Muscle

Movements = Mapping[tuple[str, str], Movement]
Motions = dict[tuple[str, str], Motion]
LIMIT = 12_288
SVG = "{http://www.w3.org/2000/svg}"


def test_every_still_is_valid_titled_and_at_most_twelve_kilobytes(movements: Movements) -> None:
    for key, movement in movements.items():
        text = still(movement)
        root = ElementTree.fromstring(text)
        assert len(text.encode()) <= LIMIT, (key, len(text.encode()))
        assert root.get("role") == "img"
        ids = [element.get("id") for element in (root.find(f"{SVG}title"), root.find(f"{SVG}desc"))]  # type: ignore[union-attr]
        assert root.get("aria-labelledby") == " ".join(map(str, ids)), key
        assert root.findtext(f"{SVG}title") == movement.title
        assert root.findtext(f"{SVG}desc") == movement.words


def test_every_phase_can_be_drawn_and_an_unknown_one_says_so(movements: Movements) -> None:
    for movement in movements.values():
        for frame in movement.keyframes:
            ElementTree.fromstring(still(movement, frame.phase))
    with pytest.raises(KeyError, match="has no phase"):
        still(movements["bridge", "two-leg"], "jump")


def test_ids_of_a_picture_are_its_own_and_all_its_references_exist(movements: Movements) -> None:
    seen: set[str] = set()
    for movement in movements.values():
        text = still(movement)
        ids = re.findall(r' id="([^"]+)"', text)
        assert len(ids) == len(set(ids))
        assert not seen & set(ids)
        seen |= set(ids)
        assert set(re.findall(r'href="#([^"]+)"', text)) | set(re.findall(r"url\(#([^)]+)\)", text)) <= set(
            ids
        )


def test_every_fault_looks_different_from_good_form(movements: Movements) -> None:
    faults = [(m, f) for m in movements.values() for f in m.faults]
    assert len(faults) >= 8
    for movement, fault in faults:
        wrong = still(movement, fault=fault.name)
        assert fault.words in wrong
        assert re.findall(r' d="([^"]+)"', wrong) != re.findall(r' d="([^"]+)"', still(movement, hints=False))


def test_the_faults_that_have_a_shape_are_all_there(movements: Movements) -> None:
    have = {(exercise, fault.name) for (exercise, _), m in movements.items() for fault in m.faults}
    assert have >= {
        ("front-plank", "sagging"), ("front-plank", "piked"), ("bridge", "over-arched"),
        ("side-plank", "hips-dropping"), ("bird-dog", "leg-too-high"), ("hip-hinge", "rounded"),
        ("squat", "knees-in"), ("superman", "too-high"),
    }  # fmt: skip


def test_an_unknown_fault_is_answered_with_the_known_ones(movements: Movements) -> None:
    with pytest.raises(KeyError, match="sagging"):
        still(movements["front-plank", "toes"], fault="lazy")


def test_the_other_side_is_the_same_picture_turned_over(movements: Movements) -> None:
    movement = movements["bird-dog", "full"]
    plain, turned = still(movement), still(movement, mirrored=True)
    x, _, w, _ = map(int, re.search(r'viewBox="([^"]+)"', plain)[1].split())  # type: ignore[index]
    assert f'<g transform="matrix(-1 0 0 1 {2 * x + w} 0)">' in turned
    assert re.findall(r' d="([^"]+)"', plain) == re.findall(r' d="([^"]+)"', turned)


def test_an_automatic_picture_speaks_in_variables_and_knows_the_dark(movements: Movements) -> None:
    text = still(movements["squat", "free"])
    assert "var(--figure-skin,var(--f-skin))" in text
    assert "prefers-color-scheme:dark" in text


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_a_fixed_theme_has_no_css_for_printers_that_know_none(movements: Movements, theme: Theme) -> None:
    text = still(movements["squat", "free"], theme=theme)
    assert "var(" not in text
    assert "<style" not in text
    assert "class=" not in text.replace('class="fig"', "")


def test_text_from_content_cannot_break_out_of_the_picture(movements: Movements) -> None:
    from dataclasses import replace

    hostile = replace(movements["squat", "free"], title="<script>&", words='"><b>')
    assert ElementTree.fromstring(still(hostile)).findtext(f"{SVG}title") == "<script>&"


def test_pictures_are_the_same_every_time(movements: Movements) -> None:
    movement = movements["dead-bug", "full"]
    assert still(movement) == still(movement)


def test_a_storyboard_has_numbered_pictures_for_every_rung(movements: Movements) -> None:
    for movement in movements.values():
        text = storyboard(movement)
        numbers = [e.text for e in ElementTree.fromstring(text).iter(f"{SVG}text")]
        assert numbers == [str(n + 1) for n in range(len(numbers))]
        assert 3 <= len(numbers) <= 4
        ids = re.findall(r' id="([^"]+)"', text)
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("muscle", list(Muscle))
def test_every_muscle_that_the_kernel_names_is_on_the_map(muscle: Muscle) -> None:
    text = muscle_map([muscle.value])
    ElementTree.fromstring(text)
    assert 'class="f-glow"' in text
    assert muscle.value.replace("-", " ") in text


def test_a_muscle_map_refuses_a_name_that_it_does_not_know() -> None:
    with pytest.raises(KeyError, match="no muscle on the map"):
        muscle_map(["wishbone"])


def test_the_more_sessions_work_a_muscle_the_brighter_it_is_on_the_weeks_map() -> None:
    text = week_map({"calves": Work(1, 0), "quadriceps": Work(3, 0), "adductors": Work(0, 2)})
    ElementTree.fromstring(text)
    helping, once, often = (0.45 + 0.5 * weight / 3 for weight in (0.7, 1.0, 3.0))
    lit = re.findall(r'class="f-glow" opacity="([^"]+)"', text)
    assert lit == [f"{opacity:.2f}" for opacity in (helping, often, once)]
    assert "quadriceps: mainly in 3 sessions; calves: mainly in 1 session; adductors: helping in 2" in text


def test_a_week_of_nothing_is_a_body_with_nothing_lit() -> None:
    assert 'class="f-glow"' not in week_map({})


def test_an_arrow_that_goes_round_the_body_is_painted_behind_and_before_it(movements: Movements) -> None:
    text = still(movements["hip-circles", "standing"])
    shafts = [m.start() for m in re.finditer('stroke-width="8"', text)]
    body = text.index("<use href=")
    assert shafts[0] < body < text.rindex("<use href=") < shafts[-1]
    paths = re.findall(r'stroke-width="8"[^>]* d="([^"]+)"', text)
    assert [path.count("M") for path in paths].count(2) == 1


def test_a_storyboard_of_many_stations_shows_four_of_them_evenly(motions: Motions) -> None:
    assert moments_of(motions["walking", "easy"]) == ((0, 0.0), (3, 0.0), (6, 0.0), (9, 0.0))
    assert moments_of(motions["squat", "free"]) == ((0, 0.0), (0, 0.5), (1, 0.0))
