"""Who and what: the patient under a pseudonym, the program as a device, and where it all comes from."""

from importlib.metadata import version

from mainstay.exchange.fhir.coding import BASE, concept, reference
from mainstay.exchange.fhir.writer import Writer

_GENDERS = ("female", "male", "other")
_OUR_OWN = ("CarePlan", "ServiceRequest", "Goal")


def add_person(writer: Writer) -> None:
    """Add Patient and Device. The diary knows no name, so neither has one."""
    profile = writer.account.person.profile
    writer.add(
        "Patient",
        ("patient",),
        identifier=[{"system": f"{BASE}/pseudonym", "value": writer.id_of("pseudonym")}],
        gender=profile.sex if profile and profile.sex in _GENDERS else None,
        birthDate=str(profile.birth_year) if profile else None,
    )
    writer.add(
        "Device",
        ("device",),
        status="active",
        deviceName=[{"name": "Mainstay", "type": "model-name"}],
        type=concept("exercise-planner", "Program that plans and logs back-strengthening exercise"),
        version=[{"value": version("mainstay")}],
    )


def add_provenance(writer: Writer) -> None:
    """Add who made what: the person answered and trained, the program planned by the version named."""
    events = writer.account.events
    if not events:
        return
    made = [entry["resource"] for entry in writer.entries]
    content = writer.account.catalogue.version
    for name, resources, agent, text in (
        ("planned", [r for r in made if r["resourceType"] in _OUR_OWN], "device", "planned"),
        ("told", [r for r in made if r["resourceType"] not in (*_OUR_OWN, *_NOT_TOLD)], "patient", "told"),
    ):
        if resources:
            by = {"who": writer.ref(agent), "type": concept(text, _AGENTS[text].format(content=content))}
            writer.add(
                "Provenance",
                ("provenance", name),
                target=[reference(resource["id"]) for resource in resources],
                recorded=events[-1].at.isoformat(),
                agent=[by],
            )


_NOT_TOLD = ("Patient", "Device", "CodeSystem", "Questionnaire", "Provenance")
_AGENTS = {"planned": "Planned by rules, content {content}", "told": "Told by the person"}
