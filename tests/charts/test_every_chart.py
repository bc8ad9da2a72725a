"""What holds for every chart, at every width, in every theme, for a week and for ten years."""

import re
from itertools import product
from xml.etree import ElementTree

import pytest

from mainstay.charts import NARROW, WIDE, Size, Theme, stylesheet
from mainstay.charts.paint import DARK, LIGHT, PRINT
from tests.charts.series import HOSTILE, Draw, drawings, empty, view

SVG = "{http://www.w3.org/2000/svg}"
NAMES = tuple(drawings(7))
SPANS = (1, 7, 84, 365, 3650)
SIZES = {"wide": WIDE, "narrow": NARROW}
CASES = list(product(NAMES, SPANS, SIZES))
each = pytest.mark.parametrize(("name", "days", "size"), CASES)


def drawn(name: str, days: int, size: str, theme: Theme = Theme.PAGE) -> ElementTree.Element:
    return ElementTree.fromstring(drawings(days)[name](view(days, SIZES[size], theme)).svg)


@each
def test_a_chart_has_a_name_and_a_description(name: str, days: int, size: str) -> None:
    root = drawn(name, days, size)
    title, told = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img"
    assert title is not None
    assert told is not None
    assert title.text
    assert told.text
    assert root.get("aria-labelledby") == f"{title.get('id')} {told.get('id')}"


@each
def test_words_stay_inside_the_picture(name: str, days: int, size: str) -> None:
    root = drawn(name, days, size)
    _, _, width, height = map(float, root.get("viewBox", "").split())
    letter = SIZES[size].type * 0.5
    for node in root.iter(f"{SVG}text"):
        x, y, wide = float(node.get("x", 0)), float(node.get("y", 0)), len(node.text or "") * letter
        left = {"middle": x - wide / 2, "end": x - wide}.get(node.get("text-anchor", ""), x)
        assert left >= -2, node.text
        assert left + wide <= width + 10, node.text
        assert 0 < y <= height, node.text


@each
def test_marks_stay_inside_the_picture(name: str, days: int, size: str) -> None:
    root = drawn(name, days, size)
    _, _, width, height = map(float, root.get("viewBox", "").split())
    for node in root.iter(f"{SVG}rect"):
        x, y, w, h = (float(node.get(key, 0)) for key in ("x", "y", "width", "height"))
        assert min(w, h) >= 0
        assert -1 <= x <= x + w <= width + 1
        assert -1 <= y <= y + h <= height + 1


@each
def test_a_picture_for_a_page_brings_no_style_and_takes_the_page_s_colours(
    name: str, days: int, size: str
) -> None:
    svg = drawings(days)[name](view(days, SIZES[size])).svg
    assert "<style" not in svg
    assert "style=" not in svg
    named = set(re.findall(r"var\(--chart-(\w+),", svg))
    assert named <= set(LIGHT)
    assert not re.search(r'(?:fill|stroke)="#', svg)


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_on_its_own_follows_the_reader_s_system(name: str) -> None:
    svg = drawings(84)[name](view(84, WIDE, Theme.AUTO)).svg
    assert "prefers-color-scheme:dark" in svg


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.PRINT])
@pytest.mark.parametrize("name", NAMES)
def test_a_fixed_picture_needs_no_variables(name: str, theme: Theme) -> None:
    assert "var(" not in drawings(84)[name](view(84, WIDE, theme)).svg


@each
def test_nothing_is_a_gradient_a_shadow_or_a_script(name: str, days: int, size: str) -> None:
    tags = {node.tag.removeprefix(SVG) for node in drawn(name, days, size).iter()}
    assert tags <= {"svg", "title", "desc", "path", "rect", "circle", "text"}


def test_words_of_a_person_are_words() -> None:
    for name in ("ladders", "holds", "tests"):
        root = drawn(name, 84, "wide")
        assert any(HOSTILE[:20] in (node.text or "") for node in root.iter(f"{SVG}text"))


@pytest.mark.parametrize("name", NAMES)
def test_ten_years_weigh_no_more_than_a_photograph_s_corner(name: str) -> None:
    assert len(drawings(3650)[name](view(3650, WIDE)).svg) < 90_000


@each
def test_the_table_has_a_cell_for_every_column(name: str, days: int, size: str) -> None:
    table = drawings(days)[name](view(days, SIZES[size])).table
    assert table.caption
    assert table.rows
    assert {len(row) for row in table.rows} == {len(table.columns)}
    assert all(cell for row in table.rows for cell in row)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "draw"), empty().items())
def test_a_chart_of_nothing_says_so_and_has_no_rows(name: str, draw: Draw, size: str) -> None:
    chart = draw(view(84, SIZES[size]))
    ElementTree.fromstring(chart.svg)
    if name == "calendar":
        assert all(set(row[1:]) == {"0"} for row in chart.table.rows)
    else:
        assert chart.table.rows == ()


def test_two_pictures_of_one_chart_do_not_share_ids() -> None:
    ids = [re.findall(r' id="([^"]+)"', drawings(84)["pain"](view(84, size)).svg) for size in (WIDE, NARROW)]
    assert not set(ids[0]) & set(ids[1])


# The least width at which each picture is shown, in pixels: the page leaves 280 of a phone's 320.
@pytest.mark.parametrize(("size", "least"), [(NARROW, 280), (WIDE, 545)])
def test_type_is_never_smaller_than_11_pixels(size: Size, least: int) -> None:
    assert size.type * least / size.width >= 11
    assert size.type * (least * 0.8) / size.width < 11


def luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
def test_words_and_marks_can_be_told_from_the_paper_and_from_a_band(colours: dict[str, str]) -> None:
    for ground in ("paper", "band"):
        for words in ("ink", "soft"):
            assert contrast(colours[words], colours[ground]) >= 4.5, (words, ground)
        for mark in ("accent", "second", "strong"):
            assert contrast(colours[mark], colours[ground]) >= 2.9, (mark, ground)


def test_the_stylesheet_names_every_colour_in_light_and_dark() -> None:
    css = stylesheet()
    for name in LIGHT:
        assert f"--chart-{name}:{LIGHT[name]}" in css
        assert f"--chart-{name}:{DARK[name]}" in css
