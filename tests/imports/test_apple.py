"""Exports of Apple Health: what they hold, how large they may be, and which are refused."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.imports import apple
from tests.imports.reading import read, told

CASES = tomllib.loads((Path(__file__).parent / "days.toml").read_text())["cases"]
ONE = apple.steps("2026-03-02 08:00:00 +0100", "2026-03-02 08:10:00 +0100", 900)


def text(*records: str, **options: str) -> str:
    return "".join(apple.export(records, **options))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_days(case) -> None:
    records = [apple.steps(start, end, count, device) for device, start, end, count in case.get("steps", ())]
    records += [apple.walk(*walk) for walk in case.get("walks", ())]
    found = read(text(*records))
    assert not found.faults
    assert told(found.events) == [(day, minutes, *(rest or [None])) for day, minutes, *rest in case["days"]]
    # The order of the records says nothing.
    assert read(text(*reversed(records))).events == found.events


def test_a_day_stands_at_noon_on_the_persons_own_clock() -> None:
    (event,) = read(text(ONE)).events
    assert event.at.isoformat() == "2026-03-02T12:00:00+01:00"
    assert event.fields == {"minutes": 10, "steps": 900, "source": "apple-health", "covers": "day"}


def test_the_same_file_gives_the_same_ids_and_another_count_another() -> None:
    (one,), (again,), (other,) = (
        read(text(record)).events for record in (ONE, ONE, ONE.replace('value="900"', 'value="901"'))
    )
    assert one == again
    assert one.id != other.id
    assert one.id[14] == "7"
    assert one.id[:13] == other.id[:13]


def test_other_workouts_are_not_walks() -> None:
    run = apple.walk("2026-03-02 08:00:00 +0100", "2026-03-02 08:30:00 +0100", 30, "Running")
    hike = apple.walk("2026-03-03 08:00:00 +0100", "2026-03-03 08:30:00 +0100", 30, "Hiking")
    assert told(read(text(run, hike)).events) == [("2026-03-03", 30, None)]


def test_the_day_of_the_export_is_left_out_since_it_was_not_over() -> None:
    assert read(text(ONE, exported="2026-03-02 21:00:00 +0100")).events == ()
    assert len(read(text(ONE, exported="2026-03-03 00:10:00 +0100")).events) == 1


def test_the_broken_exports_of_ios_16_are_read() -> None:
    odd = ONE.replace("Phone", "My\x0bPhone")
    assert told(read(text(odd, doctype=apple.BROKEN_DOCTYPE)).events) == [("2026-03-02", 10, 900)]


@pytest.mark.parametrize(
    "wrong",
    [
        ONE.replace('value="900"', 'value="many"'),
        ONE.replace('value="900"', 'value="-1"'),
        ONE.replace('value="900"', 'value="nan"'),
        ONE.replace('value="900"', ""),
        ONE.replace("startDate", "began"),
        ONE.replace('startDate="2026-03-02 08:00', 'startDate="2026-03-02 09:00'),
        ONE.replace('startDate="2026-03-02', 'startDate="2026-02-02'),
        ONE.replace("2026-03-02", "2026-13-02"),
        ONE.replace("2026-03-02", "0001-01-01"),
        ONE.replace("2026-03-02", "9999-12-31"),
    ],
)
def test_a_record_that_cannot_be_read_is_told_with_its_line_and_the_others_are_read(wrong: str) -> None:
    found = read(text(ONE, wrong, ONE.replace("03-02", "03-03")))
    assert [fault.line for fault in found.faults] == [12]
    assert found.faults[0].text.startswith("chosen, line 12: `Record` cannot be read")
    assert [day for day, *_ in told(found.events)] == ["2026-03-02", "2026-03-03"]


def test_of_many_faults_the_first_are_told_and_all_are_counted() -> None:
    wrong = ONE.replace('value="900"', 'value="?"')
    found = read(text(*[wrong] * 1000))
    assert (len(found.faults), found.faulty) == (20, 1000)


BOMB = """<!DOCTYPE HealthData [
 <!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">
]>
"""
OUTSIDE = '<!DOCTYPE HealthData [ <!ENTITY secret SYSTEM "file:///etc/passwd"> ]>\n'


@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE, OUTSIDE.replace("secret", "% secret")])
def test_a_file_that_declares_entities_is_refused(doctype: str) -> None:
    found = read(text(ONE, doctype=doctype))
    assert found.events == ()
    assert not found.whole
    assert "declares entities" in found.faults[0].text


def test_entities_are_refused_too_where_they_are_hidden_behind_a_long_document_type() -> None:
    hidden = BOMB.replace("[", "[\n<!-- " + "x" * 300_000 + " -->", 1)
    assert "declares entities" in read(text(ONE, doctype=hidden)).faults[0].text


def test_entities_hidden_in_another_alphabet_are_refused() -> None:
    content = text(ONE, doctype=BOMB).replace("UTF-8", "utf-16").encode("utf-16")
    assert read(b"<HealthData/>" + content).events == ()


def test_a_word_that_nobody_declared_is_refused() -> None:
    found = read(text(ONE.replace("Phone", "&xxe;")))
    assert not found.whole
    assert "undefined entity" in found.faults[0].text


@pytest.mark.parametrize("share", [0.3, 0.6, 0.99])
def test_a_file_that_ends_early_is_refused_whole(share: float) -> None:
    whole = text(*[ONE] * 50)
    found = read(whole[: int(len(whole) * share)])
    assert found.events == ()
    assert "is not whole XML" in found.faults[0].text


def test_a_file_without_any_record_in_megabytes_is_refused_before_it_fills_the_memory() -> None:
    found = read(text("<!-- " + "x" * 12_000_000 + " -->", ONE))
    assert not found.whole


# Not ru_maxrss: a process that a large one has started begins with the peak of that one.
PEAK = """
import re, sys
from pathlib import Path
def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""
READING = """
from datetime import UTC, date
from mainstay.exchange.imports import Terms, kind_of, read_import
before = peak()
with Path(sys.argv[1]).open("rb") as file:
    found = read_import(file, kind_of(file), Terms("big", UTC, date(2026, 1, 1), 60.0))
print(len(found.events), peak() - before)
"""
KEEPING = """
from xml.etree.ElementTree import iterparse
before = peak()
elements = sum(1 for _ in iterparse(sys.argv[1]))
print(elements, peak() - before)
"""


def grown(file: Path, program: str = READING) -> tuple[int, float]:
    """What a program counted in a file, and the megabytes by which that made its process grow."""
    command = [sys.executable, "-c", PEAK + program, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    count, kilobytes = done.stdout.split()
    return int(count), int(kilobytes) / 1024


def test_reading_takes_memory_for_the_days_and_not_for_the_file(tmp_path: Path) -> None:
    small = apple.written(tmp_path / "small.xml", apple.years_of(4_000_000, days=400))
    large = apple.written(tmp_path / "large.xml", apple.years_of(60_000_000, days=400))
    assert large.stat().st_size > 60_000_000
    (days, little), (same, much) = grown(small), grown(large)
    assert (days, same) == (400, 400)
    assert much < little + 4
    assert much < 20


def test_the_bound_would_catch_a_reader_that_keeps_the_elements(tmp_path: Path) -> None:
    large = apple.written(tmp_path / "large.xml", apple.years_of(60_000_000, days=400))
    assert grown(large, KEEPING)[1] > 100
