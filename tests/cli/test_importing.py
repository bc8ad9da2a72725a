"""``mainstay import`` of what other apps counted, through the real command."""

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import COMMAND, EXAMPLE, ROOT, Run
from tests.imports import apple, fit
from tests.imports.test_google import DAILY

DAYS = [
    apple.steps(f"2026-03-0{n} 08:00:00 +0100", f"2026-03-0{n} 08:10:00 +0100", 900 + n) for n in range(1, 6)
]


def events(run: Run) -> list[dict]:
    return [json.loads(line) for line in run("export").out.splitlines()]


def test_an_export_of_apple_health_is_recognised_and_importing_it_twice_changes_nothing(
    run: Run, tmp_path: Path
) -> None:
    run("import", str(EXAMPLE))
    before = run("today", "--on", "2026-03-23", "--json").json
    file = apple.written(tmp_path / "anything.dat", DAYS)
    done = run("import", str(file))
    assert (done.code, done.err) == (0, "")
    added = [event for event in events(run) if event.get("source") == "apple-health"]
    assert done.out.startswith(f"{len(added)} walks or days added, 0 brought up to date")
    assert added
    whole = run("export").out
    again = run("import", str(file))
    assert again.out.startswith("0 walks or days added, 0 brought up to date")
    assert run("export").out == whole
    assert run("today", "--on", "2026-03-23", "--json").json == before


def test_a_later_export_brings_days_up_to_date_and_an_older_one_does_not_take_that_back(
    run: Run, tmp_path: Path
) -> None:
    older = apple.written(tmp_path / "older.xml", DAYS[:2])
    more = apple.steps("2026-03-02 18:00:00 +0100", "2026-03-02 18:10:00 +0100", 1000)
    newer = apple.written(tmp_path / "newer.xml", [*DAYS, more])
    run("import", str(older))
    assert run("import", str(newer)).out.startswith("3 walks or days added, 1 brought up to date")
    whole = run("export").out
    assert run("import", str(older)).out.startswith("0 walks or days added, 0 brought up to date")
    assert run("export").out == whole
    walks = run("progress", "--on", "2026-03-10", "--json").json["walks"]
    assert [(w["date"], w["minutes"], w["steps"]) for w in walks][:2] == [
        ("2026-03-01", 10, 901),
        ("2026-03-02", 20, 1902),
    ]


def test_what_was_imported_leaves_as_a_diary_that_can_be_read_again(run: Run, tmp_path: Path) -> None:
    (tmp_path / "walk.fit").write_bytes(fit.walk("2026-03-02T18:05:00+01:00", 31.5, strides=1650))
    (tmp_path / "days.csv").write_text(DAILY + "2026-03-05,40,2000.5,5000,1830000,600000\n")
    for name in ("walk.fit", "days.csv"):
        assert run("import", str(tmp_path / name), "--zone", "Europe/Berlin").code == 0
    copy = run("export").out
    assert [(e["at"], e["minutes"]) for e in events(run)] == [
        ("2026-03-02T18:05:00+01:00", 31.5),
        ("2026-03-05T12:00:00+01:00", 30.5),
    ]
    assert run("progress", "--diary", "-", "--on", "2026-03-06", text=copy).code == 0


def test_a_faulty_file_is_refused_whole_and_says_where(run: Run, tmp_path: Path) -> None:
    file = apple.written(tmp_path / "export.xml", [*DAYS, DAYS[0].replace('value="901"', 'value="?"')])
    refused = run("import", str(file))
    assert (refused.code, refused.out) == (1, "")
    first, hint = refused.err.splitlines()
    assert first == f"{file}, line 16: `Record` cannot be read: '?' is not a number of steps; leave it out"
    assert "--skip-faulty" in hint
    assert run("export").out == ""
    lenient = run("import", str(file), "--skip-faulty")
    assert lenient.out.splitlines() == [
        "5 walks or days added, 0 brought up to date",
        "1 records left out: they cannot be read",
    ]


def test_a_file_that_is_not_whole_is_refused_even_when_faults_may_be_skipped(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "export.xml"
    file.write_text("".join(apple.export(DAYS))[:-40])
    refused = run("import", str(file), "--skip-faulty")
    assert refused.code == 1
    assert "is not whole XML" in refused.err
    assert run("export").out == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.xml"], "nowhere.xml: cannot be read"),
        (["-", "--from", "garmin"], "only a diary can come from standard input"),
        ([str(EXAMPLE), "--from", "fitbit"], "use one of diary, apple-health, google, garmin, zip"),
        ([str(EXAMPLE), "--from", "google"], "is not a table"),
        ([str(EXAMPLE), "--from", "zip"], "is a damaged zip file"),
        ([str(EXAMPLE), "--from", "apple-health"], "is not whole XML"),
        ([str(EXAMPLE), "--from", "garmin"], "is a damaged FIT file"),
        ([str(EXAMPLE), "--from", "google", "--zone", "Mars"], "is not a time zone"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_line(run: Run, arguments: list[str], said: str) -> None:
    refused = run("import", *arguments)
    assert refused.code == 1
    assert said in refused.err
    assert len(refused.err.splitlines()) == 1


def test_on_a_terminal_a_bar_shows_how_far_it_is_and_standard_output_stays_clean(tmp_path: Path) -> None:
    file = apple.written(tmp_path / "export.xml", apple.years_of(3_000_000, days=50))
    environment = {**os.environ, "MAINSTAY_DATA": str(tmp_path / "data"), "TERM": "xterm", "COLUMNS": "100"}
    ours, theirs = pty.openpty()
    command = [str(COMMAND), "import", str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env=environment, cwd=ROOT) as done:
        os.close(theirs)
        shown = b""
        while part := _read(ours):
            shown += part
        assert done.stdout
        assert done.stdout.read().startswith(b"50 walks or days added")
    os.close(ours)
    assert done.returncode == 0
    assert b"Reading export.xml" in shown
    assert b"100%" in shown


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except OSError:
        return b""
