"""The person's record for other health software: FHIR R4, self-reported, with codes that were checked."""

from mainstay.exchange.fhir.bundle import bundle_of, checked, fhir_text

__all__ = ["bundle_of", "checked", "fhir_text"]
