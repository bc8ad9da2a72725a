"""``mainstay report`` writes what its kind says, where it was told to."""

import csv
import json
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLE, Run

DIARY = ("--diary", str(EXAMPLE), "--on", "2026-03-23")
BEGINS = {
    "clinician": b"%PDF-",
    "exercises": b"%PDF-",
    "fhir": b'{"resourceType":"Bundle"',
    "ical": b"BEGIN:VCALENDAR\r\n",
    "csv": b"at,kind,about,",
}


@pytest.mark.parametrize("kind", BEGINS)
def test_each_kind_is_written_to_its_file(run: Run, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "report"
    done = run("report", *DIARY, "--kind", kind, "--to", str(file))
    assert (done.code, done.err) == (0, "")
    assert "".join(done.out.split()) == f"Writtento{file}"
    assert file.read_bytes().startswith(BEGINS[kind])


def test_the_page_for_a_clinician_is_the_default(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    run("report", *DIARY, "--to", str(file))
    assert b"%PDF-" in file.read_bytes()[:8]


def test_a_dash_is_standard_output_and_nothing_else_goes_there(run: Run) -> None:
    assert json.loads(run("report", *DIARY, "--kind", "fhir", "--to", "-").out)["type"] == "collection"
    rows = list(csv.DictReader(run("report", *DIARY, "--kind", "csv", "--to", "-").out.splitlines()))
    assert {row["field"] for row in rows} >= {"pain_now", "reps", "effort"}


def test_snomed_comes_with_its_flag_only(run: Run) -> None:
    fhir = ("report", *DIARY, "--kind", "fhir", "--to", "-")
    plain, coded = run(*fhir).out, run(*fhir, "--snomed").out
    assert "snomed" not in plain
    assert "229065009" in coded


def test_a_folder_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    done = run("report", *DIARY, "--kind", "csv", "--to", str(tmp_path / "nowhere" / "x.csv"))
    assert done.code == 1
    assert "nowhere" in done.err
    assert "check the path" in done.err


def test_a_kind_that_does_not_exist_is_wrong_usage(run: Run) -> None:
    assert run("report", *DIARY, "--kind", "poem").code == 2
