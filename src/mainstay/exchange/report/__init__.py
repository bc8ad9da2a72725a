"""Pages to print and hand over: one for a clinician, and a sheet of exercises. Tagged PDF, made offline."""

from mainstay.exchange.report.clinician import clinician_pdf
from mainstay.exchange.report.sheet import exercises_pdf
from mainstay.exchange.report.typeset import NoRoom

__all__ = ["NoRoom", "clinician_pdf", "exercises_pdf"]
