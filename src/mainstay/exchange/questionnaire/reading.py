"""From a FHIR R4 Questionnaire (JSON) to a form; what is not supported is named, all at once."""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize

from mainstay.exchange.questionnaire.form import Form, FormFault
from mainstay.exchange.questionnaire.items import Unlinked, linked, read_items
from mainstay.exchange.questionnaire.parts import Reader

MAX_BYTES = 1_000_000
_SLUG_LENGTH = 60


@dataclass(frozen=True, slots=True)
class FormReading:
    """A form, or None with every reason why it cannot be taken."""

    form: Form | None
    faults: tuple[FormFault, ...]


def read_form(data: bytes, taken: Collection[str] = ()) -> FormReading:
    """Read a questionnaire; ``taken`` are the slugs of Mainstay's own measures, which it may not use."""
    reader = Reader()
    record = _parsed(reader, data)
    if record is None:
        return FormReading(None, tuple(reader.faults))
    _check_envelope(reader, record)
    unlinked = read_items(reader, record, "Questionnaire", 0)
    items = linked(reader, unlinked)
    form = Form(
        slug=_slug(record, taken),
        title=reader.text(record, "title", "Questionnaire") or reader.text(record, "name", "Questionnaire"),
        url=reader.text(record, "url", "Questionnaire"),
        version=reader.text(record, "version", "Questionnaire"),
        publisher=reader.text(record, "publisher", "Questionnaire"),
        licence=reader.text(record, "copyright", "Questionnaire"),
        introduction=reader.text(record, "description", "Questionnaire"),
        items=items,
        notes=tuple(_notes(reader, record, unlinked)),
    )
    if not form.title:
        reader.fault("Questionnaire.title", "is missing", "give the questionnaire a title")
    if not any(item.kind.is_question and item.asked for item in form.walk()):
        reader.fault("Questionnaire.item", "holds no question", "add at least one")
    return FormReading(None if reader.faults else form, tuple(reader.faults))


def _parsed(reader: Reader, data: bytes) -> dict[str, Any] | None:
    if len(data) > MAX_BYTES:
        reader.fault("file", "is larger than 1 MB", "bring the questionnaire alone")
        return None
    try:
        record = json.loads(data)
    except (ValueError, RecursionError) as error:
        reader.fault("file", f"is not JSON ({error})", "save the questionnaire as FHIR R4 JSON")
        return None
    if not isinstance(record, dict) or record.get("resourceType") != "Questionnaire":
        reader.fault("file", "is not a FHIR Questionnaire", "its resourceType is “Questionnaire”")
        return None
    return record


def _check_envelope(reader: Reader, record: Mapping[str, Any]) -> None:
    """A file may say that it cannot be understood without what it refers to; that is believed."""
    for key in ("modifierExtension", "implicitRules", "derivedFrom"):
        if record.get(key):
            remedy = "bring a questionnaire that stands on its own"
            reader.fault(f"Questionnaire.{key}", "changes what the rest means", remedy)


def _slug(record: Mapping[str, Any], taken: Collection[str]) -> str:
    """Return the name in the diary: the last part of the address, else the name, else the title."""
    address = str(record.get("url", "")).split("|")[0].rstrip("/").rpartition("/")[2]
    found = (slug_from(str(name)) for name in (address, record.get("name", ""), record.get("title", "")))
    slug = next(filter(None, found), "questionnaire")
    return f"{slug}-questionnaire" if slug in taken else slug


def slug_from(text: str) -> str:
    """Return a text in lower-case letters, digits and hyphens; empty where nothing is left of it."""
    plain = normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_SLUG_LENGTH].strip("-")


def _notes(reader: Reader, record: Mapping[str, Any], unlinked: Iterable[Unlinked]) -> Iterable[str]:
    yield from reader.notes
    if not record.get("copyright"):
        yield "The file names no licence. Use it only if you may."
    if not any(one.item.is_scored for root in unlinked for one in root.walk()):
        yield "The file says no score that can be worked out here; the answers are kept without one."
