"""The kinds of report, and what their files are called."""

from enum import Enum


class ReportKind(Enum):
    """What `mainstay report` can write."""

    CLINICIAN = "clinician"
    EXERCISES = "exercises"
    FHIR = "fhir"
    ICAL = "ical"
    CSV = "csv"

    @property
    def ending(self) -> str:
        """The ending of the file's name."""
        return {"fhir": "json", "ical": "ics", "csv": "csv"}.get(self.value, "pdf")
