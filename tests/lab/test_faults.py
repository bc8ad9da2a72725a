"""The invariants bite: each deliberate fault in the coach is caught by the one that is meant to catch it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mainstay.lab import INVARIANTS
from tests.lab.biting import occurrences, read_faults

SEED, FAULTS = read_faults()
ROOT = Path(__file__).resolve().parent.parent.parent
NAMES = [fault["name"] for fault in FAULTS]


def test_there_are_faults_enough_and_every_invariant_that_can_be_broken_by_one_has_its_own() -> None:
    assert len(set(NAMES)) == len(NAMES) >= 25
    assert {fault["caught"] for fault in FAULTS} <= {one.name for one in INVARIANTS}


@pytest.mark.parametrize("fault", FAULTS, ids=NAMES)
def test_the_place_of_a_fault_is_still_there(fault: dict[str, Any]) -> None:
    assert occurrences(fault) == 1, f"look for {fault['old']!r} in {fault['file']}, and plant the fault anew"


def test_every_fault_is_caught() -> None:
    """One process forks a fresh one for each fault, so that nothing but the coach is loaded again."""
    program = (sys.executable, "-m", "tests.lab.biting", "--json")
    done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, timeout=1200, check=False)
    assert done.returncode == 0, done.stderr
    broken = {found["name"]: found["broken"] for found in map(json.loads, done.stdout.splitlines())}
    missed = {
        fault["name"]: fault["caught"] for fault in FAULTS if fault["caught"] not in broken[fault["name"]]
    }
    assert not missed, f"not caught: {missed}"
