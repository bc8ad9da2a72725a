"""Screening's verdict."""

from enum import StrEnum


class Clearance(StrEnum):
    """How far a person may go today, worst first; only the first two lock the programme."""

    EMERGENCY = "emergency"
    CLINICIAN = "clinician"
    CAUTION = "caution"
    CLEAR = "clear"

    @property
    def locks(self) -> bool:
        """Whether no exercise may be prescribed."""
        return self in (Clearance.EMERGENCY, Clearance.CLINICIAN)

    @property
    def severity(self) -> int:
        """0 for clear, rising to 3 for emergency."""
        return _SEVERITY[self]


_SEVERITY = {Clearance.CLEAR: 0, Clearance.CAUTION: 1, Clearance.CLINICIAN: 2, Clearance.EMERGENCY: 3}
