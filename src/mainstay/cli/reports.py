"""``mainstay report``."""

import sys
from datetime import date
from pathlib import Path

from mainstay.catalogue import load_catalogue
from mainstay.cli.kinds import ReportKind
from mainstay.cli.output import console
from mainstay.cli.refusal import Refused
from mainstay.cli.source import events_from
from mainstay.exchange.chronicle import Account, account, calendar_bytes, csv_text, flat


def run_report(kind: ReportKind, file: str | None, on: date, to: str | None, snomed: bool) -> None:
    """Write a report of the diary up to a day; say where it went, unless it goes to standard output."""
    catalogue = load_catalogue()
    written = _written(kind, account(catalogue, events_from(catalogue, file), on), snomed)
    if to == "-":
        sys.stdout.buffer.write(written)
        return
    path = Path(to or f"mainstay-{kind.value}-{on.isoformat()}.{kind.ending}")
    try:
        path.write_bytes(written)
    except OSError as error:
        raise Refused([f"{path}: cannot be written ({error.strerror}); check the path"]) from None
    console().print(f"Written to {path}", markup=False)


def _written(kind: ReportKind, told: Account, snomed: bool) -> bytes:
    """Each kind loads only what it needs: the typesetter and the models of FHIR are large."""
    match kind:
        case ReportKind.CLINICIAN:
            from mainstay.exchange.report import clinician_pdf

            return clinician_pdf(told)
        case ReportKind.EXERCISES:
            from mainstay.exchange.report import exercises_pdf

            return exercises_pdf(told)
        case ReportKind.FHIR:
            from mainstay.exchange.fhir import fhir_text

            return (fhir_text(told, snomed=snomed) + "\n").encode()
        case ReportKind.ICAL:
            return calendar_bytes(told)
        case ReportKind.CSV:
            return csv_text(flat(told.events, told.decisions)).encode()
