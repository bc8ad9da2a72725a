"""What a person sees: zeros, gaps, peaks, sides and planned days left free."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from mainstay.charts import (
    NARROW,
    WIDE,
    Adherence,
    Climb,
    Deed,
    Held,
    Move,
    Norm,
    Pain,
    Point,
    Ramp,
    SelfTested,
    Span,
    Walking,
    adherence_calendar,
    holds_chart,
    ladders_chart,
    pain_chart,
    ramp_chart,
    self_tests_chart,
    walking_chart,
)
from tests.charts.series import ON, RUNGS, view

SVG = "{http://www.w3.org/2000/svg}"
ACCENT, SECOND, STRONG = "accent", "second", "strong"


def back(days: int) -> date:
    return ON - timedelta(days=days)


def nodes(svg: str, tag: str, tone: str, attribute: str = "fill") -> list[ElementTree.Element]:
    found = ElementTree.fromstring(svg).iter(f"{SVG}{tag}")
    return [node for node in found if (node.get(attribute) or "").startswith(f"var(--chart-{tone},")]


def dots(svg: str) -> list[ElementTree.Element]:
    """The dots of the answers; the last circle is the legend's."""
    return nodes(svg, "circle", ACCENT)[:-1]


def test_a_pain_of_zero_is_drawn_on_the_ground_line() -> None:
    chart = pain_chart(view(14, WIDE), Pain((Point(back(3), 0), Point(back(5), 10))))
    ten, zero = (float(dot.get("cy", 0)) for dot in dots(chart.svg))
    grounds = [
        float(n.get("y", 0)) for n in ElementTree.fromstring(chart.svg).iter(f"{SVG}text") if n.text == "0"
    ]
    assert zero == pytest.approx(grounds[0] - 13 * 0.35, abs=0.2)
    assert ten < zero
    assert chart.table.rows[-1][1:4] == ("0", "0", "0")


@pytest.mark.parametrize(("apart", "joined"), [(8, True), (9, False)])
def test_a_line_joins_answers_eight_days_apart_and_leaves_a_longer_gap(apart: int, joined: bool) -> None:
    chart = pain_chart(view(40, WIDE), Pain((Point(back(apart), 3), Point(ON, 4))))
    lines = [n for n in nodes(chart.svg, "path", ACCENT, "stroke") if n.get("fill") == "none"]
    assert bool(lines) is joined
    assert len(dots(chart.svg)) == 2


def test_one_bad_day_in_ten_years_is_not_smoothed_away() -> None:
    calm = [Point(back(n), 2) for n in range(0, 3600, 2)]
    calm[700] = Point(calm[700].day, 10)
    chart = pain_chart(view(3650, WIDE), Pain(tuple(calm)))
    tops = [float(node.get("y", 99)) for node in nodes(chart.svg, "rect", "range")]
    assert tops == [10.0]
    assert [row[3] for row in chart.table.rows].count("10") == 1
    assert "between 2 and 10" in chart.svg


def test_the_usual_level_is_a_dashed_line_that_changes_on_its_day() -> None:
    chart = pain_chart(view(28, WIDE), Pain((), (Point(back(20), 4), Point(back(10), 2))))
    line = nodes(chart.svg, "path", SECOND, "stroke")[0]
    assert line.get("stroke-dasharray")
    heights = re.findall(r"[\d.]+ ([\d.]+)", line.get("d", ""))
    assert len(set(heights)) == 2


def test_a_flare_up_is_a_band_with_a_cap_and_is_in_the_table() -> None:
    pain = Pain((Point(back(9), 5), Point(back(1), 2)), flares=(Span(back(10), back(7)),))
    chart = pain_chart(view(28, WIDE), pain)
    assert nodes(chart.svg, "rect", "band")
    assert nodes(chart.svg, "rect", STRONG)
    assert [row[-1] for row in chart.table.rows] == ["yes", "no"]


def test_a_flare_up_of_long_ago_leaves_no_trace() -> None:
    chart = pain_chart(view(28, WIDE), Pain((Point(ON, 2),), flares=(Span(back(60), back(50)),)))
    assert not nodes(chart.svg, "rect", "band")


def stairs(moves: tuple[Move, ...]) -> list[ElementTree.Element]:
    chart = ladders_chart(view(84, WIDE), (Climb("Bird dog", RUNGS, moves),))
    return [n for n in nodes(chart.svg, "path", ACCENT, "stroke") if n.get("fill") == "none"]


def test_a_ladder_has_a_gap_while_the_exercise_rests() -> None:
    climbing = (Move(back(80), 0), Move(back(40), 0, 2))
    assert len(stairs(climbing)) == 1
    assert len(stairs((*climbing, Move(back(20), None), Move(back(6), 0, 1)))) == 2


def test_a_ladder_says_where_the_exercise_stands_across_its_variants() -> None:
    climb = Climb("Bird dog", RUNGS, (Move(back(80), 0), Move(back(3), 1, 1)))
    chart = ladders_chart(view(84, WIDE), (climb,))
    assert "Arm and leg · step 6 of 13" in chart.svg
    assert [row[3] for row in chart.table.rows] == ["1", "6"]


def test_an_exercise_that_comes_later_is_not_shown_yet() -> None:
    later = Climb("Bird dog", RUNGS, (Move(ON + timedelta(days=1), 0),))
    assert ladders_chart(view(84, WIDE), (later,)).table.rows == ()


def test_holds_show_the_longest_of_the_days_that_share_a_column() -> None:
    held = Held("Plank", tuple(Point(back(n), 10 + (n == 901) * 20) for n in range(0, 3000, 1)))
    chart = holds_chart(view(3650, NARROW), (held,))
    assert [row[2] for row in chart.table.rows].count("30") == 1


def test_left_and_right_differ_by_shape_and_dash_and_not_by_colour_alone() -> None:
    sides = tuple((side, (Point(back(30), 40), Point(ON, 45))) for side in ("left", "right"))
    svg = self_tests_chart(view(84, WIDE), (SelfTested("Side bridge", "s", sides),)).svg
    filled = [n for n in nodes(svg, "path", ACCENT) if n.get("d", "").endswith("Z")]
    hollow = [n for n in nodes(svg, "path", "paper") if n.get("stroke")]
    assert len(filled) == len(hollow) == 3  # two results and the key
    dashes = [
        n.get("stroke-dasharray") for n in nodes(svg, "path", ACCENT, "stroke") if n.get("fill") == "none"
    ]
    assert dashes == [None, "4 3"]


def test_a_usual_range_always_names_its_people() -> None:
    norm = Norm(40, 85, "healthy young men")
    chart = self_tests_chart(
        view(84, WIDE), (SelfTested("Side bridge", "s", (("", (Point(ON, 50),)),), norm),)
    )
    assert ">healthy young men</text>" in chart.svg
    assert chart.table.rows[0][-2:] == ("40–85", "healthy young men")
    without = self_tests_chart(view(84, WIDE), (SelfTested("Side bridge", "s", (("", (Point(ON, 50),)),)),))
    assert "no usual range known" in without.svg
    assert not nodes(without.svg, "rect", "band")


def test_a_result_below_zero_has_room() -> None:
    chart = self_tests_chart(view(84, WIDE), (SelfTested("Reach", "cm", (("", (Point(ON, -7),)),)),))
    assert ">−8<" in chart.svg
    assert chart.table.rows[0][3] == "−7"


@pytest.mark.parametrize(
    ("deed", "tag", "tone", "attribute"),
    [
        (Deed.FULL, "rect", ACCENT, "fill"),
        (Deed.PART, "rect", ACCENT, "stroke"),
        (Deed.WALK, "circle", SECOND, "fill"),
        (Deed.FREE, "rect", STRONG, "stroke"),
    ],
)
def test_each_deed_has_a_mark_of_its_own(deed: Deed, tag: str, tone: str, attribute: str) -> None:
    svg = adherence_calendar(view(28, WIDE), Adherence({back(2): deed})).svg
    others = adherence_calendar(view(28, WIDE), Adherence({})).svg
    assert len(nodes(svg, tag, tone, attribute)) == len(nodes(others, tag, tone, attribute)) + 1


def test_the_calendar_counts_every_week_and_every_deed() -> None:
    days = {back(0): Deed.FULL, back(1): Deed.WALK, back(8): Deed.PART, back(9): Deed.FREE}
    table = adherence_calendar(view(14, WIDE), Adherence(days)).table
    assert [row[1:] for row in table.rows] == [
        ("0", "0", "0", "0"),
        ("0", "1", "0", "1"),
        ("1", "0", "1", "0"),
    ]


@pytest.mark.parametrize(("weeks", "squares"), [(53, True), (54, False)])
def test_more_than_a_year_is_a_bar_a_week(weeks: int, squares: bool) -> None:
    shown = view(weeks * 7 - 2, WIDE)
    svg = adherence_calendar(shown, Adherence({back(2): Deed.FULL})).svg
    assert ("days with a session, week by week" not in svg) is squares


def test_a_walk_of_no_minutes_is_drawn_and_a_day_without_one_is_empty() -> None:
    chart = walking_chart(view(14, WIDE), Walking((Point(back(1), 0), Point(back(2), 30))))
    bars = nodes(chart.svg, "rect", ACCENT)[:-1]
    assert len(bars) == 2
    assert all(float(bar.get("height", 0)) > 0 for bar in bars)
    assert [row[1] for row in chart.table.rows] == ["30", "0"]


def test_walks_of_one_day_add_up() -> None:
    table = walking_chart(view(14, WIDE), Walking((Point(ON, 10), Point(ON, 15)))).table
    assert [row[1] for row in table.rows] == ["25"]


def test_walking_over_months_is_told_by_the_week_and_over_years_by_the_mean_week() -> None:
    walks = Walking(tuple(Point(back(n), 10) for n in range(3650)), 20)
    year, decade = (walking_chart(view(days, WIDE), walks) for days in (364, 3650))
    assert {row[1] for row in year.table.rows[1:-1]} == {"70"}
    assert {row[1] for row in decade.table.rows[1:-1]} == {"70"}
    assert len(decade.table.rows) < 150


def test_a_goal_is_a_dashed_line_and_no_goal_is_none() -> None:
    walks = (Point(ON, 10),)
    with_goal, without = (walking_chart(view(14, WIDE), Walking(walks, goal)).svg for goal in (20, None))
    assert nodes(with_goal, "path", SECOND, "stroke")[0].get("stroke-dasharray")
    assert not nodes(without, "path", SECOND, "stroke")


def test_only_this_week_s_walk_is_filled_and_those_that_may_follow_are_outlines() -> None:
    chart = ramp_chart(view(14, NARROW), Ramp((Point(ON, 10), Point(ON + timedelta(days=7), 11))))
    # One more of each is in the key.
    assert len(nodes(chart.svg, "rect", ACCENT)) == 2
    assert len(nodes(chart.svg, "rect", STRONG, "stroke")) == 2
    assert [row[1] for row in chart.table.rows] == ["10", "11"]
