"""Running the real command in a process of its own, as a person or a script would."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "three-weeks.jsonl"
COMMAND = Path(sys.executable).parent / "mainstay"


@dataclass(frozen=True)
class Ran:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as the one JSON document that it must be."""
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run ``mainstay`` with arguments, with its data in an empty folder."""

    def call(*arguments: str, text: str = "") -> Ran:
        environment = {**os.environ, "MAINSTAY_DATA": str(tmp_path / "data"), "COLUMNS": "100"}
        done = subprocess.run(
            [str(COMMAND), *arguments], input=text, capture_output=True, text=True, env=environment, cwd=ROOT
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return call
