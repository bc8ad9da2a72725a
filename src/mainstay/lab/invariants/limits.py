"""What a rung asks of a body, against what a person has said: a second reading of the hard limits."""

from collections.abc import Iterator
from datetime import date

from mainstay.catalogue import Catalogue, Exercise, Rung
from mainstay.kernel import Direction, Position, Role
from mainstay.lab.invariants.facts import Facts
from mainstay.lab.invariants.locks import asks_for_care, precaution_tags

_POSTURES = {"sitting": Position.SITTING, "standing": Position.STANDING}


def tags_of(catalogue: Catalogue, facts: Facts) -> frozenset[str]:
    """Return the precautions of the profile and of the last full set of answers."""
    return frozenset(facts.profile.get("precautions", ())) | precaution_tags(catalogue, facts.answers)


def contraindicated(catalogue: Catalogue, facts: Facts, exercise: Exercise, rung: Rung) -> Iterator[str]:
    """Yield what rules a rung out: a precaution, a position to avoid, a direction that provokes, a lock."""
    tags = tags_of(catalogue, facts)
    for tag in sorted(tags & {*exercise.contraindications, *rung.contraindications}):
        yield f"contraindicated by {tag}"
    avoided = set(facts.profile.get("avoid_positions", ()))
    for precaution in catalogue.rules.precautions:
        if precaution.id in tags:
            avoided |= {trouble.value for trouble in precaution.avoids}
    for trouble in sorted(avoided & {one.value for one in rung.asks_of}):
        yield f"asks for {trouble}"
    for direction in facts.profile.get("provoked_by", ()):
        if _provokes(catalogue, exercise, rung, direction):
            yield f"provoked by {direction}"
    if exercise.unlock and exercise.unlock not in facts.unlocks:
        yield f"locked until a clinician unlocks {exercise.unlock}"


def _provokes(catalogue: Catalogue, exercise: Exercise, rung: Rung, direction: str) -> bool:
    if direction == Direction.WALKING and Role.WALK in exercise.roles:
        return True
    demand = getattr(rung.demand, direction, 0)
    return demand >= catalogue.rules.provocation.demand_min.value or rung.position is _POSTURES.get(direction)


def unequipped(facts: Facts, rung: Rung) -> Iterator[str]:
    """Yield the things a rung needs that the person does not have."""
    for thing in sorted({one.value for one in rung.equipment} - set(facts.profile.get("equipment", ()))):
        yield f"needs {thing}"


def highest_rank(catalogue: Catalogue, facts: Facts, day: date) -> int:
    """Return the highest load rank that months in pain, care and weeks of training can allow."""
    rules, months = catalogue.rules.load, facts.profile.get("months_in_pain", 0)
    if 0 < months < rules.acute_months.value:
        return rules.acute_cap.whole
    if 0 < months < rules.subacute_months.value:
        return rules.subacute_cap.whole
    careful = {precaution.id for precaution in catalogue.rules.precautions if precaution.care}
    if careful & tags_of(catalogue, facts) or asks_for_care(catalogue, _without_pain(facts)):
        return rules.caution_cap.whole
    weeks = facts.first_set is not None and (day - facts.first_set).days >= rules.top_green_days.value
    arched = "extension" in facts.profile.get("provoked_by", ())
    return rules.top_rank.whole if weeks and not arched else rules.stable_cap.whole


def _without_pain(facts: Facts) -> dict[str, object]:
    """The answers but for pain now, which a later report replaces."""
    return {name: answer for name, answer in facts.answers.items() if name != "pain-now"}
