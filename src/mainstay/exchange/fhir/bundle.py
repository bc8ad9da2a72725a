"""The whole record as one FHIR R4 bundle."""

import json
from collections.abc import Iterator

from mainstay.exchange.chronicle import Account
from mainstay.exchange.fhir.coding import LOCAL, Json, identity
from mainstay.exchange.fhir.done import add_observations, add_sessions
from mainstay.exchange.fhir.person import add_person, add_provenance
from mainstay.exchange.fhir.programme import add_programme
from mainstay.exchange.fhir.screened import add_screening
from mainstay.exchange.fhir.writer import Writer


def fhir_text(account: Account, *, snomed: bool = False) -> str:
    """Return the bundle as JSON; it has passed the library's check, or an error is raised.

    SNOMED CT needs a licence in many countries, so its codes are left out unless they are asked for.
    """
    return json.dumps(checked(bundle_of(account, snomed=snomed)), ensure_ascii=False, separators=(",", ":"))


def bundle_of(account: Account, *, snomed: bool = False) -> Json:
    """Return a Bundle of type ``collection``; the same diary gives the same ids."""
    writer = Writer(account, snomed)
    add_person(writer)
    add_programme(writer)
    add_screening(writer)
    add_sessions(writer)
    add_observations(writer)
    add_provenance(writer)
    _add_codes(writer)
    bundle: Json = {
        "resourceType": "Bundle",
        "id": identity(account.owner, "bundle"),
        "type": "collection",
        "entry": writer.entries,
    }
    return bundle | ({"timestamp": account.events[-1].at.isoformat()} if account.events else {})


def checked(bundle: Json) -> Json:
    """Return a bundle that the library takes for R4; raise its ValidationError otherwise.

    The models are those of R4B, which for these resources differ from R4 in nothing that is used here.
    """
    # Loaded here: the models take longer to load than everything else in the program.
    from fhir.resources.R4B.bundle import Bundle

    Bundle.model_validate(bundle)
    return bundle


def _add_codes(writer: Writer) -> None:
    """Add the CodeSystem that says what our own codes mean."""
    found = {
        one["code"]: one.get("display", one["code"])
        for one in _codings([entry["resource"] for entry in writer.entries])
        if one.get("system") == LOCAL
    }
    writer.add(
        "CodeSystem",
        ("codes",),
        url=LOCAL,
        name="MainstayCodes",
        title="Codes of Mainstay, for what has no public code that was checked",
        status="active",
        content="complete",
        concept=[{"code": code, "display": display} for code, display in sorted(found.items())],
    )


def _codings(node: object) -> Iterator[Json]:
    if isinstance(node, dict):
        if "code" in node and "system" in node:
            yield node
        for inner in node.values():
            yield from _codings(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _codings(inner)
