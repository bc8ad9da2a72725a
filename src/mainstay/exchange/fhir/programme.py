"""The programme: a goal, a care plan, and a request for each exercise with its dose."""

from mainstay.coach import Item, PlannedDay, clearance_on
from mainstay.exchange.fhir.coding import BASE, EXERCISE_THERAPY, Json, concept, quantity
from mainstay.exchange.fhir.writer import Writer
from mainstay.exchange.report.programme import Programme, programme_of
from mainstay.words import dose_text, exercise_text


def add_programme(writer: Writer) -> None:
    """Add Goal, CarePlan and ServiceRequests for the seven days from the account's day."""
    account, programme = writer.account, programme_of(writer.account)
    goals = _add_goals(writer)
    locked = clearance_on(account.catalogue, account.person, account.on).locked
    for _, item in programme.items:
        _add_request(writer, item, programme.week.week)
    week = programme.week.week
    writer.add(
        "CarePlan",
        ("plan",),
        status="on-hold" if locked else "active",
        intent="plan",
        title="Back-strengthening exercise at home",
        category=[concept("exercise", "Exercise programme", *_therapy(writer))],
        subject=writer.person,
        period={"start": week[0].date.isoformat(), "end": week[-1].date.isoformat()},
        author=writer.ref("device"),
        goal=goals or None,
        activity=_activities(writer, programme) or None,
    )


def _therapy(writer: Writer) -> tuple[tuple[str, str, str], ...]:
    return (EXERCISE_THERAPY,) if writer.snomed else ()


def _add_goals(writer: Writer) -> list[Json]:
    profile = writer.account.person.profile
    if profile is None:
        return []
    since = writer.account.of("profile_set")[-1].day.isoformat()
    sessions = concept("training-days-a-week", "Days with training in a week")
    common = {"lifecycleStatus": "active", "subject": writer.person, "startDate": since}
    target = {"measure": sessions, "detailQuantity": quantity(len(profile.days), "d/wk", "d/wk")}
    writer.add("Goal", ("goal", "sessions"), **common, description=sessions, target=[target])
    goals = [writer.ref("goal", "sessions")]
    if profile.goal:
        writer.add("Goal", ("goal", "own"), **common, description={"text": profile.goal})
        goals.append(writer.ref("goal", "own"))
    return goals


def _add_request(writer: Writer, item: Item, week: tuple[PlannedDay, ...]) -> None:
    days = sum(1 for day in week if day.session and item.exercise in _exercises(day))
    writer.add(
        "ServiceRequest",
        ("request", item.exercise),
        status="active",
        intent="plan",
        code=concept(item.exercise, exercise_text(writer.account.catalogue, item.exercise)),
        subject=writer.person,
        requester=writer.ref("device"),
        authoredOn=writer.account.on.isoformat(),
        occurrenceTiming={"repeat": {"frequency": days, "period": 1, "periodUnit": "wk"}},
        patientInstruction=dose_text(item),
        extension=[_dose(item)],
    )


def _exercises(day: PlannedDay) -> set[str]:
    return {item.exercise for item in day.session.items} if day.session else set()


def _dose(item: Item) -> Json:
    """The dose as an extension of our own: R4 has no place for sets, repetitions and holds."""
    whole = {"sets": item.dose.sets, "repetitions": item.dose.reps, "rest-seconds": item.dose.rest_seconds}
    parts = [{"url": n, "valueInteger": v} for n, v in whole.items() if v is not None]
    parts.append({"url": "rung", "valueString": item.rung})
    parts += [{"url": "side", "valueString": side.value} for side in item.sides]
    for name, amount in (("hold-seconds", item.dose.hold_seconds), ("load-kg", item.dose.load_kg)):
        if amount is not None:
            parts.append({"url": name, "valueDecimal": amount})
    return {"url": f"{BASE}/dose", "extension": parts}


def _activities(writer: Writer, programme: Programme) -> list[Json]:
    return [{"reference": writer.ref("request", item.exercise)} for _, item in programme.items]
