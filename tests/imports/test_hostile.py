"""Whatever is in a file, reading it ends with events or with faults, and never with an error of ours."""

from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st

from mainstay.exchange.imports import Kind, Terms, read_import
from tests.imports import apple, fit
from tests.imports.reading import CADENCE, TODAY
from tests.imports.test_archives import zipped
from tests.imports.test_google import DAILY

STEPS = apple.steps("2026-03-02 08:00:00 +0100", "2026-03-02 08:10:00 +0100", 900)
WHOLE = {
    Kind.APPLE: "".join(
        apple.export([STEPS, apple.walk("2026-03-02 08:00:00 +0100", "2026-03-02 08:30:00 +0100", 30)])
    ).encode(),
    Kind.TABLE: (DAILY + "2026-03-02,40,2000.5,5000,1830000,600000\n").encode(),
    Kind.GARMIN: fit.walk("2026-03-02T18:05:00+01:00", 31.5, strides=1650),
    Kind.ARCHIVE: zipped(**{"a/export.xml": "".join(apple.export([STEPS]))}),
}
KINDS = st.sampled_from(list(WHOLE))
PATCHES = st.lists(st.tuples(st.integers(0, 2000), st.binary(min_size=1, max_size=12)), max_size=6)
outcomes: dict[tuple[Kind, bool], int] = {}


@settings(max_examples=300, deadline=None)
@given(kind=KINDS, patches=PATCHES, mended=st.booleans())
def test_a_file_with_some_bytes_changed(kind: Kind, patches: list[tuple[int, bytes]], mended: bool) -> None:
    content = bytearray(WHOLE[kind])
    for place, patch in patches:
        at = place % len(content)
        content[at : at + len(patch)] = patch
    if mended and kind is Kind.GARMIN:
        content[-2:] = fit.checksum(bytes(content[:-2])).to_bytes(2, "little")
        content[12:14] = b"\0\0"
    found = read_import(BytesIO(bytes(content)), kind, Terms("x", None, TODAY, CADENCE))
    assert found.whole or not found.events
    assert found.faulty >= len(found.faults)
    outcomes[kind, found.whole] = outcomes.get((kind, found.whole), 0) + 1


def test_both_outcomes_were_seen_for_every_kind() -> None:
    assert set(outcomes) == {(kind, whole) for kind in WHOLE for whole in (True, False)}
