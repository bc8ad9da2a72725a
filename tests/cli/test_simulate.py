"""``mainstay simulate``: the summary of a cohort, and what it says when something is broken."""

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mainstay.cli import laboratory
from mainstay.cli.app import app
from mainstay.lab import INVARIANTS, Breach, Order, Tally

RUN = ("simulate", "--people", "2", "--weeks", "1", "--seed", "3", "--processes", "1")


def test_it_prints_one_document_with_every_invariant() -> None:
    done = CliRunner().invoke(app, [*RUN, "--json"])
    document = json.loads(done.stdout)
    assert done.exit_code == 0
    assert (document["people"], document["weeks"], document["seed"]) == (2, 1, 3)
    assert {one["name"]: one["broken"] for one in document["invariants"]} == {
        one.name: 0 for one in INVARIANTS
    }
    assert document["breaches"] == []
    assert document["events"] > 0


def test_it_says_that_a_model_is_not_a_trial() -> None:
    done = CliRunner().invoke(app, RUN)
    assert "A model is not a trial" in done.stdout
    assert "✓" in done.stdout


def test_a_broken_invariant_ends_with_code_1_and_a_diary_that_shows_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = Breach("fits-the-time", 1, date(2026, 1, 7), "900 seconds in a session of 600")
    monkeypatch.setattr(laboratory, "simulate", lambda *_: Tally(people=2, breaches=(broken,)))
    done = CliRunner().invoke(app, [*RUN, "--save", str(tmp_path)])
    assert done.exit_code == 1
    assert "person 1, 2026-01-07: fits-the-time: 900 seconds in a session of 600" in done.stdout
    saved = tmp_path / "seed-3-person-1.jsonl"
    assert f"mainstay decisions --diary {saved}" in done.stdout.replace("\n", "")
    again = CliRunner().invoke(app, ["decisions", "--diary", str(saved), "--json"])
    assert again.exit_code == 0
    assert isinstance(json.loads(again.stdout), list)


def test_the_order_is_what_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Order] = []
    monkeypatch.setattr(laboratory, "simulate", lambda order, *_: asked.append(order) or Tally())
    assert CliRunner().invoke(app, ["simulate", "--json"]).exit_code == 0
    assert asked == [Order(people=100, weeks=26, seed=7)]
