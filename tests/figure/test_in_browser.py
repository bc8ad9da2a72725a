"""The script in a real browser draws the outlines that Python draws, moment for moment."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import mainstay
from mainstay.figure import Movement, frames, packed_text
from mainstay.figure.drawing import draw_light
from mainstay.figure.inside import Light
from mainstay.figure.muscles import Patch
from mainstay.figure.paint import DARK, LIGHT
from mainstay.figure.silhouette import smooth_path

SCRIPT = Path(mainstay.__file__).parent / "web/static/mainstay/js/figure.js"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_content("<!doctype html><body></body>")
    script = SCRIPT.read_text(encoding="utf-8").replace("export function", "function")
    page.evaluate(f"{script};Object.assign(window,{{mount,smooth,belly,colours:[LIGHT,DARK]}});0")
    yield page
    page.close()


@pytest.mark.parametrize("key", [("bird-dog", "full"), ("squat", "chair-touch"), ("side-plank", "twist")])
def test_at_a_sample_the_browser_has_the_places_that_were_sent(
    page: Page, movements: Mapping[tuple[str, str], Movement], key: tuple[str, str]
) -> None:
    made = frames(movements[key])
    middle = made.samples // 2
    paths = page.evaluate(
        f"() => {{ window.f = mount(document.body, {packed_text(made)}); f.show({middle});"
        " return [...f.svg.querySelectorAll('.f-line + g > path')].map((p) => p.getBBox()).map((b) =>"
        " [b.x, b.y, b.width, b.height]) }"
    )
    parts = [part for plane in made.planes for part in plane.parts]
    assert len(paths) == len(parts)
    for (x, y, w, h), part in zip(paths, parts, strict=True):
        place = part.places[min(middle, len(part.places) - 1)]
        if part.radii:
            xs = [(u - r, u + r) for u, r in zip(place[::2], part.radii, strict=True)]
            ys = [(v - r, v + r) for v, r in zip(place[1::2], part.radii, strict=True)]
            assert x == pytest.approx(min(a for a, _ in xs), abs=1.5)
            assert x + w == pytest.approx(max(b for _, b in xs), abs=1.5)
            assert y == pytest.approx(min(a for a, _ in ys), abs=1.5)
            assert y + h == pytest.approx(max(b for _, b in ys), abs=1.5)
        else:
            assert x - 3 <= min(place[::2])
            assert x + w + 3 >= max(place[::2])


def test_the_picture_is_named_for_a_screen_reader_and_can_be_turned_over(
    page: Page, movements: Mapping[tuple[str, str], Movement]
) -> None:
    movement = movements["bird-dog", "full"]
    page.evaluate(
        f"() => {{ window.f = mount(document.body, {packed_text(frames(movement))}); f.mirror(true) }}"
    )
    assert page.get_by_role("img", name=movement.title).count() == 1
    assert page.evaluate("f.svg.lastElementChild.getAttribute('transform')").startswith("matrix(-1 0 0 1")
    assert page.evaluate("f.stops.map((s) => s.phase)") == ["reach", "return"]


def test_between_stops_the_share_says_where_it_is(
    page: Page, movements: Mapping[tuple[str, str], Movement]
) -> None:
    packed = packed_text(frames(movements["squat", "free"]))
    page.evaluate(f"() => {{ window.f = mount(document.body, {packed}) }}")
    top = "() => (f.at({}, {}), f.svg.querySelectorAll('.f-line + g > path')[12].getBBox().y)"
    moments = ((0, 0), (0, 0.5), (0, 1), (1, 1))
    start, half, end, home = (page.evaluate(top.format(*moment)) for moment in moments)
    assert start < half < end or start > half > end
    assert home == pytest.approx(start, abs=1)


def test_the_browser_knows_the_colours_of_the_stills(
    page: Page, movements: Mapping[tuple[str, str], Movement]
) -> None:
    light, dark = page.evaluate("colours")
    assert light == {name: LIGHT[name] for name in light}
    assert dark == {name: DARK[name] for name in light}
    used = {part.colour for m in movements.values() for plane in frames(m).planes for part in plane.parts}
    assert used <= set(light)


def test_colours_reach_the_picture_where_no_inline_style_may(
    page: Page, movements: Mapping[tuple[str, str], Movement]
) -> None:
    page.evaluate(
        f"() => {{ window.f = mount(document.body, {packed_text(frames(movements['squat', 'free']))}) }}"
    )
    page.emulate_media(color_scheme="light")
    fill = "getComputedStyle(f.svg.querySelector('.f-top')).fill"
    assert page.evaluate(fill) == "rgb(76, 154, 146)"
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(fill) == "rgb(88, 174, 164)"
    assert page.evaluate("f.svg.querySelectorAll('[style], style').length") == 0


def test_an_open_curve_is_the_one_that_python_draws(page: Page) -> None:
    spots = [(0.0, 0.0), (60.0, 12.0), (96.0, 48.0), (90.0, 120.0)]
    lengths = [
        page.evaluate(
            "(d) => { const p = document.createElementNS('http://www.w3.org/2000/svg', 'path');"
            " p.setAttribute('d', d); return [p.getTotalLength(), p.getPointAtLength(70).x] }",
            path,
        )
        for path in (smooth_path(spots, closed=False), page.evaluate("(p) => smooth(p, false)", spots))
    ]
    assert lengths[0] == pytest.approx(lengths[1], abs=0.6)


@pytest.mark.parametrize("ends", [((10, 20), (90, 60)), ((40, 40), (40, 40)), ((90, 60), (10, -20))])
def test_a_glow_lies_where_python_lays_it(page: Page, ends: tuple[tuple[int, int], tuple[int, int]]) -> None:
    (ax, ay), (bx, by) = ends
    drawn = draw_light(Light(Patch("torso", ((ax, ay, 12.0), (bx, by, 12.0))), 0.8), "k")
    told = page.evaluate("([v, r]) => belly(v, r)", [[ax, ay, bx, by], 12])
    rx, ry = (float(value) for value in re.findall(r' r[xy]="([^"]+)"', drawn))
    assert (told["rx"], told["ry"]) == (pytest.approx(rx, abs=0.5), pytest.approx(ry, abs=0.6))
    wanted = re.search(r'transform="([^"]+)"', drawn)
    assert wanted
    numbers = [[float(n) for n in NUMBER.findall(text)] for text in (told["transform"], wanted[1])]
    assert numbers[0] == pytest.approx(numbers[1], abs=0.5)


def test_lights_and_spine_move_with_the_body(
    page: Page, movements: Mapping[tuple[str, str], Movement]
) -> None:
    packed = packed_text(frames(movements["cat-camel", "full"]))
    page.evaluate(f"() => {{ window.f = mount(document.body, {packed}) }}")
    look = (
        "(k) => (f.show(k), [...f.svg.querySelectorAll('g > ellipse[fill], .f-bones path')]"
        ".map((e) => e.outerHTML))"
    )
    first, later = page.evaluate(look, 0), page.evaluate(look, 2.5)
    assert len(first) == len(later) > 2
    assert all(a != b for a, b in zip(first, later, strict=True))
