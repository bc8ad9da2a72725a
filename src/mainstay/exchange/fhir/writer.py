"""Writing resources one after another, each with its id, its mark as self-reported, and its person."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from mainstay.exchange.chronicle import Account
from mainstay.exchange.fhir.coding import Json, identity, reference, self_reported


@dataclass(slots=True)
class Writer:
    """The bundle in the making. ``snomed`` says whether codes that need a licence may be used."""

    account: Account
    snomed: bool
    entries: list[Json] = field(default_factory=list)

    def id_of(self, *names: str) -> str:
        """Return the id of the resource that is about these names."""
        return identity(self.account.owner, *names)

    def ref(self, *names: str) -> Json:
        """Return a reference to it."""
        return reference(self.id_of(*names))

    @property
    def person(self) -> Json:
        """A reference to the patient."""
        return self.ref("patient")

    def add(self, resource: str, names: Iterable[str], **content: object) -> None:
        """Add a resource; contents that are None are left out."""
        identifier = self.id_of(*names)
        told = {name: value for name, value in content.items() if value is not None}
        body = {"resourceType": resource, "id": identifier, "meta": self_reported(), **told}
        self.entries.append({"fullUrl": f"urn:uuid:{identifier}", "resource": body})
