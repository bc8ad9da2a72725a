"""A lesson's text with its notes: where each claim ends, what it rests on, and how well it is known."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mainstay.catalogue import Catalogue, Claim, Lesson, Paragraph
from mainstay.kernel import Grade, Source
from mainstay.words import grade_text, source_text

_DOI = re.compile(r"\bdoi (10\.\S+)")
_COCHRANE = re.compile(r"\bCochrane (CD\d+(?:\.pub\d+)?)")
_NICE = re.compile(r"\bNICE guideline (NG\d+)")
_SITE = re.compile(r"\b((?:[a-z0-9-]+\.)+(?:org\.uk|ac\.uk|org|net))\b")
_OURS, _SUMMARY = "mainstay-product", "mainstay-summary"
_ADDRESSES = (
    (_DOI, "https://doi.org/{}"),
    (_COCHRANE, "https://doi.org/10.1002/14651858.{}"),
    (_NICE, "https://www.nice.org.uk/guidance/{}"),
    (_SITE, "https://{}"),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a paragraph. One that claims something has the number of its ``note`` and a ``place``.

    ``place`` counts the claims of the lesson, so that a note can lead back to each.
    """

    text: str
    note: int = 0
    place: int = 0
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What one or more claims rest on. ``address`` is empty where our sources name none."""

    number: int
    source: str
    where: str
    address: str
    grade: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NotedText:
    """A lesson ready to be read: paragraphs in pieces, the notes, and the grades that occur, in words."""

    paragraphs: tuple[tuple[Piece, ...], ...]
    notes: tuple[Note, ...]
    grades: tuple[tuple[str, str], ...]


def noted(catalogue: Catalogue, lesson: Lesson) -> NotedText:
    """Return a lesson's text with its notes; claims of one source and grade share a note."""
    claims = list(_in_order(lesson))
    kinds = list(dict.fromkeys(map(_kind, claims)))
    numbers = {kind: number for number, kind in enumerate(kinds, start=1)}
    places = {id(claim): place for place, claim in enumerate(claims, start=1)}
    paragraphs = tuple(tuple(_pieces(paragraph, numbers, places)) for paragraph in lesson.paragraphs)
    notes = tuple(
        _note(catalogue, kind, number, tuple(places[id(claim)] for claim in claims if _kind(claim) == kind))
        for kind, number in numbers.items()
    )
    used = {grade for _, grade in kinds}
    return NotedText(
        paragraphs, notes, tuple((grade.value, grade_text(grade)) for grade in Grade if grade in used)
    )


def address_of(source: Source | None) -> str:
    """Return where a source can be read, as far as our entry names it; empty where it does not."""
    where = source.where if source else ""
    found = ((pattern.search(where), form) for pattern, form in _ADDRESSES)
    return next((form.format(match[1]) for match, form in found if match), "")


def _kind(claim: Claim) -> tuple[str, Grade]:
    return claim.source, claim.grade


def _in_order(lesson: Lesson) -> Iterator[Claim]:
    """Yield the claims as their words come in the text, which need not be the order of the file."""
    for paragraph in lesson.paragraphs:
        yield from sorted(paragraph.claims, key=lambda claim: paragraph.text.index(claim.says))


def _pieces(
    paragraph: Paragraph, numbers: dict[tuple[str, Grade], int], places: dict[int, int]
) -> Iterator[Piece]:
    """Yield the paragraph from left to right; of claims that overlap, the later gives way to the earlier."""
    at = 0
    for claim in sorted(paragraph.claims, key=lambda claim: paragraph.text.index(claim.says)):
        begin = max(paragraph.text.index(claim.says), at)
        end = max(paragraph.text.index(claim.says) + len(claim.says), begin)
        if begin > at:
            yield Piece(paragraph.text[at:begin])
        yield Piece(paragraph.text[begin:end], numbers[_kind(claim)], places[id(claim)], claim.grade.value)
        at = end
    if at < len(paragraph.text):
        yield Piece(paragraph.text[at:])


def _note(catalogue: Catalogue, kind: tuple[str, Grade], number: int, places: tuple[int, ...]) -> Note:
    source_id, grade = kind
    source = catalogue.sources.get(source_id)
    where = source.where if source and _is_published(source) else ""
    return Note(
        number=number,
        source=source_text(catalogue, _named(source_id, grade)),
        where=where,
        address=address_of(source),
        grade=grade.value,
        places=places,
    )


def _named(source_id: str, grade: Grade) -> str:
    """Return whose claim it is: one of ours that decides nothing sums up what others teach."""
    return _SUMMARY if source_id == _OURS and grade is not Grade.P else source_id


def _is_published(source: Source) -> bool:
    """Whether there is anything to look up: our own decisions and the articles are in no library."""
    return not source.id.startswith(("mainstay-", "article-")) and "not given" not in source.where
