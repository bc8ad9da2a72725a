"""What is inside a zip, and what kind of file anything is."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from mainstay.exchange.imports import Kind, kind_of
from tests.imports import apple, fit
from tests.imports.reading import read, told
from tests.imports.test_google import DAILY

WALK = apple.steps("2026-03-02 08:00:00 +0100", "2026-03-02 08:10:00 +0100", 900)
EXPORT = "".join(apple.export([WALK]))


def zipped(**files: str | bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (EXPORT.encode(), Kind.APPLE),
        (b"\xef\xbb\xbf" + EXPORT.encode(), Kind.APPLE),
        (b"<html></html>", Kind.APPLE),
        (fit.walk("2026-03-02T18:05:00+01:00", 30), Kind.GARMIN),
        (DAILY.encode(), Kind.TABLE),
        (b"name,weight\n", Kind.TABLE),
        (zipped(a="b"), Kind.ARCHIVE),
        (b'{"id": "018f0000-0000-7000-8000-000000000001", "kind": "x"}\n', Kind.DIARY),
        (b'{"date,step count": 1}', Kind.DIARY),
        (b"not json\n", Kind.DIARY),
        (b"", Kind.DIARY),
    ],
)
def test_the_kind_of_a_file_shows_in_its_content(content: bytes, kind: Kind) -> None:
    assert kind_of(BytesIO(content)) is kind


@pytest.mark.parametrize("name", ["apple_health_export/export.xml", "apple_health_export/exportación.xml"])
def test_the_export_is_found_in_its_zip_under_whatever_name(name: str) -> None:
    other = "<?xml version='1.0'?><ClinicalDocument/>"
    found = read(zipped(**{"a/export_cda.xml": other, "__MACOSX/a/export.xml": EXPORT, name: EXPORT}))
    assert told(found.events) == [("2026-03-02", 10, 900)]


def test_the_files_of_a_takeout_are_read_as_one_so_that_no_day_is_there_twice() -> None:
    folder = "Takeout/Google Health/Physical Activity_GoogleData"
    march = "timestamp,steps,data source\n" + "".join(
        f"2026-03-02T08:{m:02}:00Z,90,Watch\n" for m in range(10)
    )
    april = "timestamp,steps,data source\n2026-03-02T20:00:00Z,100,Phone\n2026-04-02T20:00:00Z,70,Phone\n"
    found = read(
        zipped(
            **{
                f"{folder}/steps_2026-03-01.csv": march,
                f"{folder}/steps_2026-04-01.csv": april,
                f"{folder}/weight.csv": "timestamp,weight grams\n2026-03-02T08:00:00Z,70000\n",
            }
        )
    )
    assert told(found.events) == [("2026-03-02", 11, 1000), ("2026-04-02", 1, 70)]


def test_a_zip_of_recordings_holds_several_walks() -> None:
    walks = {f"{n}.fit": fit.walk(f"2026-03-0{n}T18:05:00+01:00", 30 + n) for n in (1, 2)}
    assert told(read(zipped(**walks)).events) == [("2026-03-01", 31, None), ("2026-03-02", 32, None)]


def test_a_fault_names_the_file_inside() -> None:
    found = read(zipped(**{"t/Daily activity metrics.csv": DAILY + "soon,,,10,,\n"}))
    assert found.faults[0].text.startswith("chosen: t/Daily activity metrics.csv, line 2: ")


@pytest.mark.parametrize(
    "content", [zipped(a="b"), zipped(**{"a.csv": "name,weight\n"}), b"PK\x03\x04 and no more"]
)
def test_a_zip_without_anything_known_is_refused(content: bytes) -> None:
    found = read(content)
    assert not found.whole
    assert len(found.faults) == 1


def test_a_damaged_zip_is_refused_whole() -> None:
    whole = bytearray(zipped(**{"export.xml": EXPORT * 20}))
    whole[len(whole) // 2] ^= 0xFF
    assert not read(bytes(whole)).whole
