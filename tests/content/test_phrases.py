"""The player's words are checked like all content: every fault, with its line and a remedy."""

import shutil
from pathlib import Path

import pytest

from mainstay.catalogue.lint import content_faults
from mainstay.catalogue.reading import CONTENT


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('"a.b" = ""', "is empty"),
        ('"a.b" = "Set {set} of {sets}."', ""),
        ('"a.b" = "Set {0}."', "hole that cannot be filled"),
        ('"a.b" = "Set {Set}."', "hole that cannot be filled"),
        ('"a.b" = "Set {set."', "hole that cannot be filled"),
        ('"a.b" = 3', "is not a text"),
        ('zz = { b = "Words." }', "is not a text"),
    ],
)
def test_the_lint_catches_a_phrase_that_nobody_could_show(tmp_path: Path, line: str, said: str) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    file = content / "words" / "player.toml"
    file.write_text(f"{file.read_text()}\n{line}\n")
    faults = [fault for fault in content_faults(content) if fault.file == "player.toml"]
    assert bool(faults) == bool(said)
    assert all(said in fault.problem for fault in faults)
    assert all(fault.line == len(file.read_text().splitlines()) for fault in faults)
