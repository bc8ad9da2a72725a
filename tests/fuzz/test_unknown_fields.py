"""A field that a kind of event does not have is kept unread, whatever is in it.

A newer version or another program may write one, and it may be named like a field of another kind. Fuzzing
found that a set with a ``symptom`` of its own was taken into the diary and then broke every page.
"""

import pytest

from mainstay.diary import fields_of, known_kinds, read_lines
from mainstay.exchange.chronicle import account, calendar_bytes, csv_text, flat
from mainstay.exchange.fhir import fhir_text
from mainstay.exchange.report import clinician_pdf
from tests.diary.lines import EXAMPLES, line
from tests.fuzz.parsers import TAKEN, catalogue, diary

NAMES = frozenset(name for kind in known_kinds() for name in fields_of(kind)) - {"id", "kind", "at"}
VALUES = ["no such word", 5, -1.5, True, None, [1], {"a": 1}]


def strange(kind: str, number: int, value: object) -> str:
    """A line of this kind that also has every field of every other kind."""
    return line(kind, number, **dict.fromkeys(NAMES - fields_of(kind), value))


@pytest.mark.parametrize("value", VALUES, ids=str)
def test_a_field_of_another_kind_is_taken_and_decides_nothing(value: object) -> None:
    for kind in EXAMPLES:
        assert diary(strange(kind, 1, value).encode()) == TAKEN, kind


@pytest.mark.parametrize("value", ["no such word", {"a": 1}], ids=str)
def test_every_report_can_be_made_of_a_diary_with_such_fields(value: object) -> None:
    lines = [
        strange(kind, number, value) for number, kind in enumerate(EXAMPLES) if kind != "event_retracted"
    ]
    reading = read_lines("\n".join(lines), "strange", catalogue())
    assert not reading.faults
    told = account(catalogue(), reading.events, max(event.day for event in reading.events))
    for document in (calendar_bytes(told), csv_text(flat(told.events, told.decisions)), fhir_text(told)):
        assert document
    assert clinician_pdf(told).startswith(b"%PDF")
