"""Every parser of what somebody else wrote, as one function from bytes: it takes them or refuses them.

A parser here returns "taken" or "refused". A refusal has to be of the parser's own kind and say in words what
is wrong and what to do; any other exception is a fault of ours. ``scripts/fuzz.py`` feeds them for hours,
``test_parsers.py`` for seconds.
"""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile
from zoneinfo import ZoneInfo

from mainstay import coach
from mainstay.catalogue import Catalogue, ContentFault, load_catalogue
from mainstay.catalogue.lint import content_faults
from mainstay.catalogue.reading import CONTENT
from mainstay.diary import read_lines, read_records, to_line
from mainstay.exchange.imports import Kind, Terms, kind_of, read_import
from mainstay.exchange.questionnaire import answers_amiss, kept, read_form, shown
from mainstay.kernel import Event
from tests.diary.lines import EXAMPLES, line
from tests.imports import apple, fit
from tests.imports.test_google import DAILY
from tests.questionnaire import forms

TAKEN, REFUSED = "taken", "refused"
TERMS = Terms("chosen", ZoneInfo("Europe/Berlin"), date(2026, 11, 1), 60.0)
_LONGEST = 2000
_WALK = ("2026-03-02 08:00:00 +0100", "2026-03-02 08:30:00 +0100")
_FIELDS = (
    b'{"at":"2026-03-02T08:00:00+01:00","kind":"profile_set","id":"0197a3c4-5b6d-7e8f-9a0b-000000000001"'
)


@dataclass(frozen=True)
class Parser:
    """A parser, and examples of what it is given: the seeds that mutation begins with."""

    name: str
    parse: Callable[[bytes], str]
    seeds: Callable[[], Iterable[bytes]]


def _said(faults: Iterable[tuple[str, str]]) -> str:
    """Check that there is a refusal in words; a line of it can be shown to anybody."""
    found = list(faults)
    assert found, "refused without a word"
    for problem, remedy in found:
        assert all((problem.strip(), remedy.strip())), f"no clear message: {problem!r}; {remedy!r}"
        assert len(problem) + len(remedy) < _LONGEST, f"a message of {len(problem)} characters"
        problem.encode(), remedy.encode()
    return REFUSED


# --- The diary, and what the coach makes of it ------------------------------------------------------------


@cache
def catalogue() -> Catalogue:
    """Return the real catalogue, read once."""
    return load_catalogue()


def diary(data: bytes) -> str:
    """Read lines of a diary; what is taken can be written again, and the coach can live with it."""
    reading = read_lines(data, "chosen", catalogue())
    for warning in reading.warnings:
        warning.text.encode()
    if reading.faults:
        assert not reading.events
        return _said((fault.problem, fault.remedy) for fault in reading.faults)
    again = read_lines("\n".join(map(to_line, reading.events)), "again", catalogue())
    assert again.events == reading.events
    _live(reading.events)
    return TAKEN


def _live(events: tuple[Event, ...]) -> None:
    """Do with the events what the pages do: the day, the measures, the review and the lesson."""
    folded = coach.fold(catalogue(), events)
    person, told = folded.person, tuple(coach.standing_events(events))
    for event in events[-1:]:
        # No page asks for other days.
        if 1901 <= event.day.year < 2199:
            day = event.day + timedelta(days=1)
            coach.today(catalogue(), person, day)
            coach.results_on(catalogue(), person, told, day)
            coach.review(catalogue(), person, told, folded.decisions, day)
            coach.lessons_on(catalogue(), person, told, day)


def profile(data: bytes) -> str:
    """Read the fields of a profile, as a form or a device sends them."""
    return diary(_FIELDS + b"," + data.replace(b"\n", b" ").strip().removeprefix(b"{"))


def batch(data: bytes) -> str:
    """Read the events of a request: JSON by another parser, so other things are in it."""
    try:
        records = json.loads(data)
    except (ValueError, RecursionError):
        return REFUSED  # by the framework, before any code of ours
    refused = False
    for record in records if isinstance(records, list) else [records]:
        if isinstance(record, dict):
            try:
                reading = read_records([record], "", catalogue())
            except ValueError:
                refused = True
                continue
            if reading.faults:
                refused = _said((fault.problem, fault.remedy) for fault in reading.faults) == REFUSED
            _live(reading.events)
    return REFUSED if refused else TAKEN


def answers(data: bytes) -> str:
    """Read answers to the safety questions; those without a fault can be judged."""
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        return REFUSED
    if not isinstance(told, dict):
        return REFUSED
    faults = coach.answer_faults(catalogue(), told)
    if faults:
        return _said((fault.problem, fault.remedy) for fault in faults)
    coach.screen(catalogue(), told)
    return TAKEN


# --- Questionnaires ---------------------------------------------------------------------------------------


def questionnaire(data: bytes) -> str:
    """Read a FHIR Questionnaire; one that is taken can be shown, answered and scored."""
    reading = read_form(data, catalogue().measures)
    if reading.form is None:
        return _said((fault.problem, fault.remedy) for fault in reading.faults)
    form = reading.form
    told = {item.link_id: item.options[0].value if item.options else 1 for item in form.walk()}
    for given in ({}, told):
        shown(form, given)
        if not answers_amiss(form, given):
            json.dumps(kept(form, given).fields, allow_nan=False).encode()
    return TAKEN


# --- Walks of other apps ----------------------------------------------------------------------------------


def _imported(data: bytes, kind: Kind) -> str:
    found = read_import(BytesIO(data), kind, TERMS)
    for event in found.events:
        to_line(event)
    wrong = read_lines("\n".join(map(to_line, found.events)), "imported", catalogue()).faults
    assert not wrong, f"imported what no diary takes: {wrong[0].text}"
    if found.whole:
        return TAKEN
    assert not found.events
    return _said((fault.problem, fault.remedy) for fault in found.faults)


def garmin(data: bytes) -> str:
    """Read a FIT file, as it is and with its checksums mended: else nearly all would stop there."""
    outcome = _imported(data, Kind.GARMIN)
    mended = bytearray(data)
    if mended[:1] in (b"\x0c", b"\x0e") and len(mended) >= mended[0] + 2:
        mended[4:8] = (len(mended) - mended[0] - 2).to_bytes(4, "little")
        mended[8:12] = b".FIT"
        if mended[0] == 14:
            mended[12:14] = b"\0\0"
        mended[-2:] = fit.checksum(bytes(mended[:-2])).to_bytes(2, "little")
        outcome = _imported(bytes(mended), Kind.GARMIN)
    return outcome


def archive(data: bytes) -> str:
    """Read a zip as it is; and the same bytes as a file within a sound zip."""
    outcome = _imported(data, Kind.ARCHIVE)
    _imported(zipped("apple_health_export/export.xml", data), Kind.ARCHIVE)
    return outcome


def zipped(name: str, data: bytes) -> bytes:
    """Return a zip with one file in it."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        made.writestr(name, data)
    return file.getvalue()


def chosen(data: bytes) -> str:
    """Find out what kind of file it is, then read it."""
    kind = kind_of(BytesIO(data))
    return diary(data) if kind is Kind.DIARY else _imported(data, kind)


# --- Content ----------------------------------------------------------------------------------------------

_SHELF = (
    "exercises/bird-dog.toml",
    "questions/age.toml",
    "habits/mobility-break.toml",
    "tests/front-plank.toml",
)
_PARTS = ("lessons/walking.toml", "measures/pain-average.toml", "rules/pain.toml", "combinations.toml")


def content(data: bytes) -> str:
    """Check a content folder one of whose files is this; the first byte says which."""
    names = _content_names()
    name = names[data[0] % len(names)] if data else names[0]
    folder = _content_folder()
    _content_lacks()
    file = folder / name
    before = file.read_bytes()
    file.write_bytes(data[1:])
    try:
        faults = content_faults(folder)
    finally:
        file.write_bytes(before)
    if set(faults) - _content_lacks():
        return _said((fault.problem, fault.remedy) for fault in faults)
    return TAKEN


@cache
def _content_lacks() -> frozenset[ContentFault]:
    """Return what is wrong with so small a shelf in any case: what its files refer to is not there."""
    return frozenset(content_faults(_content_folder()))


@cache
def _content_names() -> tuple[str, ...]:
    return tuple(name for name in (*_SHELF, *_PARTS) if (CONTENT / name).exists())


@cache
def _content_folder() -> Path:
    """Return a small shelf of the real content, in memory where the machine has a place for that."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="mainstay-fuzz-", dir=memory if memory.is_dir() else None))
    for name in (*_content_names(), "sources.toml", "refused.toml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(CONTENT / name, folder / name)
    return folder


# --- All of them ------------------------------------------------------------------------------------------


def _lines() -> list[bytes]:
    return [line(kind, number).encode() for number, kind in enumerate(EXAMPLES)]


def _objects(*objects: object) -> list[bytes]:
    return [json.dumps(one, ensure_ascii=False).encode() for one in objects]


def _clear() -> dict[str, object]:
    questions = catalogue().questions.values()
    first = {q.id: q.choices[0].value for q in questions if q.choices}
    return {q.id: min(40, q.highest) if q.kind == "number" else first.get(q.id, "no") for q in questions}


def _export() -> bytes:
    return "".join(apple.export([apple.steps(*_WALK, 900), apple.walk(*_WALK, 30)])).encode()


def _table() -> bytes:
    return (DAILY + "2026-03-02,40,2000.5,5000,1830000,600000\n").encode()


def _walked() -> bytes:
    return fit.walk("2026-03-02T18:05:00+01:00", 31.5, strides=1650)


def _shelf() -> list[bytes]:
    return [bytes([n]) + (CONTENT / name).read_bytes() for n, name in enumerate(_content_names())]


PARSERS = {
    parser.name: parser
    for parser in (
        Parser("diary", diary, lambda: [*_lines(), b"\n".join(_lines()[:9])]),
        Parser("profile", profile, lambda: _objects(EXAMPLES["profile_set"])),
        Parser("batch", batch, lambda: [b"[" + b",".join(_lines()[:6]) + b"]", *_lines()[6:12]]),
        Parser("answers", answers, lambda: _objects(_clear(), EXAMPLES["screening_answered"]["answers"])),
        Parser(
            "questionnaire", questionnaire, lambda: [forms.changed(), forms.bare(forms.choice("a", "A?"))]
        ),
        Parser("apple", lambda data: _imported(data, Kind.APPLE), lambda: [_export()]),
        Parser("table", lambda data: _imported(data, Kind.TABLE), lambda: [_table()]),
        Parser("garmin", garmin, lambda: [_walked()]),
        Parser("archive", archive, lambda: [zipped("a/export.xml", _export()), zipped("a.fit", _walked())]),
        Parser("chosen", chosen, lambda: [_export(), _table(), _walked(), *_lines()[:3]]),
        Parser("content", content, _shelf),
    )
}
