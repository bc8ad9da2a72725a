"""``mainstay insights``, through the real command."""

import subprocess
import sys

from mainstay.diary import to_line
from tests.cli.conftest import EXAMPLE, Run
from tests.insight.people import END, Effect, diary

FIELDS = {
    "question",
    "verdict",
    "title",
    "text",
    "sure",
    "unit",
    "with",
    "without",
    "difference",
    "low",
    "high",
}


def test_three_weeks_are_too_little_for_any_question(run: Run) -> None:
    found = run("insights", "--diary", str(EXAMPLE), "--on", "2026-03-23", "--json").json
    assert {insight["verdict"] for insight in found} == {"too-little"}
    assert all({*FIELDS, "numbers", "why"} == set(insight) for insight in found)
    assert {insight["low"] for insight in found} == {None}
    said = run("insights", "--diary", str(EXAMPLE), "--on", "2026-03-23").out
    assert said.count("Can’t tell yet") == len(found)
    assert said.count("Things that go together need not cause each other") == 1


def test_a_year_with_a_real_effect_is_told_with_its_interval(run: Run) -> None:
    text = "".join(f"{to_line(event)}\n" for event in diary(3, 360, Effect(-2.5)))
    arguments = ("insights", "--diary", "-", "--on", END.isoformat())
    (walking, *_) = run(*arguments, "--json", text=text).json
    assert walking["question"] == "after-walking"
    assert walking["verdict"] == "lower"
    assert walking["low"] < walking["difference"] < walking["high"] < 0
    assert walking["why"]["source"]
    assert walking["text"] in run(*arguments, text=text).out
    assert run(*arguments, "--json", text=text).json[0] == walking


def test_the_statistics_and_the_importers_are_loaded_only_where_they_are_used() -> None:
    program = (
        "import sys, mainstay.cli, mainstay.words, mainstay.insight, mainstay.exchange.imports;"
        "print(*{name.split('.')[0] for name in sys.modules})"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert {"numpy", "scipy", "fitdecode", "django"}.isdisjoint(loaded.stdout.split())
