"""Cases as data: a person, a compact diary, and what the coach must make of it.

``tests/scenarios/README.md`` says how a case is written. This module reads the cases, and says in words which
expectations were not met; it knows nothing of what the right answers are.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mainstay import coach
from tests.coach.diaries import Diary, all_clear
from tests.coach.expecting import CHECKS
from tests.coach.living import Table, catalogue, lived, only_known
from tests.coach.telling import reasons_of, untold

SCENARIOS = Path(__file__).resolve().parents[1] / "scenarios"


@dataclass(frozen=True, slots=True)
class Scenario:
    """One case and the file that it stands in."""

    file: str
    table: Table

    @property
    def name(self) -> str:
        """The sentence that the case proves."""
        return str(self.table["name"])


def scenarios() -> list[Scenario]:
    """Read every case of every file, in order."""
    files = sorted(SCENARIOS.glob("*.toml"))
    return [
        Scenario(file.stem, case)
        for file in files
        for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
    ]


def unmet(case: Table) -> list[str]:
    """Return every expectation of a case that does not hold, in words; none means that the coach is right."""
    if "answers" in case:
        return list(_unmet_screen(case["answers"], case["expect"]))
    diary = lived(case)
    faults = [fault for expected in case["expect"] for fault in _unmet(diary, expected)]
    return [*faults, *untold(diary.catalogue, reasons_of(diary))]


def _unmet_screen(answers: Table, expected: Table) -> Iterator[str]:
    told = {**all_clear(catalogue()), **answers}
    kept = {key: answer for key, answer in told.items() if answer != "unanswered"}
    screened = coach.screen(catalogue(), kept)
    codes = [finding.code for finding in screened.findings]
    if screened.clearance.value != expected["clearance"]:
        yield f"clearance is {screened.clearance.value}, not {expected['clearance']} (findings {codes})"
    for code in expected.get("reasons", ()):
        if code not in codes:
            yield f"no finding {code} among {codes}"
    if "tags" in expected and screened.precautions != set(expected["tags"]):
        yield f"precautions are {sorted(screened.precautions)}, not {expected['tags']}"


def _unmet(diary: Diary, expected: Table) -> Iterator[str]:
    only_known(expected, {"on", *CHECKS})
    for key, check in CHECKS.items():
        if key in expected:
            yield from check(diary, expected.get("on", 0), expected[key])
