"""Looking into JSON that somebody else wrote: every surprise becomes a fault, and reading goes on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from mainstay.exchange.questionnaire.form import FormFault

STRUCTURE = "http://hl7.org/fhir/StructureDefinition/"
_SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"


@dataclass(slots=True)
class Reader:
    """Collects faults and notes while a form is read."""

    faults: list[FormFault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def fault(self, where: str, problem: str, remedy: str) -> None:
        """Keep one fault."""
        self.faults.append(FormFault(where, problem, remedy))

    def note(self, text: str) -> None:
        """Keep a remark, once."""
        if text not in self.notes:
            self.notes.append(text)

    def text(self, record: dict[str, Any], key: str, where: str) -> str:
        """Return a text, empty where there is none."""
        value = record.get(key, "")
        if not isinstance(value, str):
            self.fault(f"{where}.{key}", "is not text", "write it in quotes")
            return ""
        return value.strip()

    def flag(self, record: dict[str, Any], key: str, where: str) -> bool:
        """Return true or false, false where nothing is said."""
        value = record.get(key, False)
        if not isinstance(value, bool):
            self.fault(f"{where}.{key}", "is neither true nor false", "write true or false")
            return False
        return value

    def records(self, record: dict[str, Any], key: str, where: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the place and the record of every entry of a list."""
        rows = record.get(key, [])
        if not isinstance(rows, list):
            self.fault(f"{where}.{key}", "is not a list", "write [ … ]")
            return
        for index, row in enumerate(rows):
            place = f"{where}.{key}[{index}]"
            if isinstance(row, dict):
                yield place, row
            else:
                self.fault(place, "is not an object", "write { … }")

    def number(self, value: object, where: str) -> float | None:
        """Return a number; NaN and the infinite are none."""
        if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e9:
            return float(value)
        self.fault(where, "is not a number that can be used", "write a plain number")
        return None


def extension(record: dict[str, Any], *names: str) -> dict[str, Any] | None:
    """Return the first extension with one of these names, with or without the SDC prefix."""
    wanted = {prefix + name for name in names for prefix in (STRUCTURE, _SDC)}
    rows = record.get("extension")
    told = (row for row in rows if isinstance(row, dict)) if isinstance(rows, list) else ()
    return next((row for row in told if str(row.get("url")) in wanted), None)


def typed_value(record: dict[str, Any], stem: str) -> tuple[str, Any] | None:
    """Return the FHIR type and content of ``value[x]`` or ``answer[x]``: ("Integer", 3)."""
    for key, value in record.items():
        if key.startswith(stem) and key[len(stem) :][:1].isupper():
            return key[len(stem) :], value
    return None
