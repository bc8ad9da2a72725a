"""The script in a real browser draws the outlines that Python draws, moment for moment."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import mainstay.figure
from mainstay.figure import Movement, frames, packed_text

SCRIPT = Path(mainstay.figure.__file__).parent / "browser/figure.js"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_content("<!doctype html><body></body>")
    script = SCRIPT.read_text(encoding="utf-8").replace("export function", "function")
    page.evaluate(f"{script};window.mount=mount;0")
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
        " return [...f.svg.querySelectorAll('g[id] > path')].map((p) => p.getBBox()).map((b) =>"
        " [b.x, b.y, b.width, b.height]) }"
    )
    parts = [part for _, parts in made.layers for part in parts]
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
    top = "() => (f.at({}, {}), f.svg.querySelectorAll('g[id] > path')[12].getBBox().y)"
    moments = ((0, 0), (0, 0.5), (0, 1), (1, 1))
    start, half, end, home = (page.evaluate(top.format(*moment)) for moment in moments)
    assert start < half < end or start > half > end
    assert home == pytest.approx(start, abs=1)
