"""What was done and felt: sessions as procedures, and one observation for each thing that was told."""

from collections.abc import Callable, Mapping
from typing import Any

from mainstay.diary import fields_of
from mainstay.exchange.chronicle import Done, sessions_of
from mainstay.exchange.fhir.coding import (
    EXERCISE_THERAPY,
    PAIN_SCORE,
    SLEEP_HOURS,
    STEPS,
    Json,
    category,
    concept,
    quantity,
)
from mainstay.exchange.fhir.writer import Writer
from mainstay.kernel import Event, Symptom
from mainstay.words import exercise_text, symptom_text
from mainstay.words.vocabulary import capital, plain

_SCORE = "{score}"


def add_sessions(writer: Writer) -> None:
    """Add a Procedure for each session in which something was done."""
    codes = (EXERCISE_THERAPY,) if writer.snomed else ()
    for session in sessions_of(writer.account):
        writer.add(
            "Procedure",
            ("session", session.id),
            status="completed" if session.finished else "stopped",
            code=concept("training-session", "Session of back-strengthening exercise", *codes),
            subject=writer.person,
            performedPeriod={"start": session.began.isoformat(), "end": session.ended.isoformat()},
            performer=[{"actor": writer.person}],
            basedOn=[writer.ref("plan")],
            note=[{"text": _told(writer, session)}],
        )


def _told(writer: Writer, session: Done) -> str:
    names = ", ".join(exercise_text(writer.account.catalogue, slug) for slug in session.exercises)
    return f"{session.sets} sets: {names}"


def add_observations(writer: Writer) -> None:
    """Add an Observation for each answer; what was not told is not there."""
    known = {session.id for session in sessions_of(writer.account)}
    for event in writer.account.events:
        add = _BY_KIND.get(event.kind)
        if add:
            add(_Told(writer, event, known))


class _Told:
    """One event, and how its answers become observations."""

    def __init__(self, writer: Writer, event: Event, sessions: set[str]) -> None:
        self.writer, self.event, self.sessions = writer, event, sessions

    def answer(self, field: str) -> Any:  # noqa: ANN401 (whatever the diary's schema lets in)
        """Return what was told under a field, None where it was not or the kind has no such field."""
        return self.event.fields.get(field) if field in fields_of(self.event.kind) else None

    def add(self, name: str, code: Json, kind: str = "survey", **value: object) -> None:
        """Add one observation; ``value`` is its value or its components."""
        session = self.answer("session")
        self.writer.add(
            "Observation",
            (self.event.id, name),
            status="preliminary",
            category=category(kind),
            code=code,
            subject=self.writer.person,
            effectiveDateTime=self.event.at.isoformat(),
            performer=[self.writer.person],
            partOf=[self.writer.ref("session", session)] if session in self.sessions else None,
            **value,
        )

    def pain(self, field: str, name: str, text: str) -> None:
        """Add a pain of 0 to 10, with its public code, where it was told."""
        if self.answer(field) is not None:
            self.add(name, concept(name, text, PAIN_SCORE), valueQuantity=_score(self.answer(field)))

    def scored(self, field: str, name: str, text: str) -> None:
        """Add a number of 0 to 10 that only our own code names, where it was told."""
        if self.answer(field) is not None:
            self.add(name, concept(name, text), valueQuantity=_score(self.answer(field)))


def _score(value: float) -> Json:
    return quantity(value, "0-10", _SCORE)


def _checked_in(told: _Told) -> None:
    told.pain("pain_now", "pain-now", "Pain in the back now, 0 to 10")
    told.scored("pain_usual", "pain-usual", "Usual pain in the back, 0 to 10")
    told.scored("stiffness", "stiffness", "Stiffness, 0 to 10")
    if told.answer("sleep_hours") is not None:
        hours = quantity(told.answer("sleep_hours"), "h", "h")
        told.add("sleep", concept("sleep-hours", "Hours of sleep", SLEEP_HOURS), valueQuantity=hours)
    _symptom(told)


def _symptom(told: _Told) -> None:
    feeling = told.answer("symptom")
    if feeling:
        told.add("symptom", concept("symptom", "What was felt"), valueCodeableConcept=_felt(feeling))


def _felt(feeling: str) -> Json:
    return concept(f"symptom-{feeling}", symptom_text(Symptom(feeling)))


def _rated(told: _Told) -> None:
    """One observation an exercise, its parts as components."""
    name = exercise_text(told.writer.account.catalogue, told.answer("exercise"))
    pain, effort = told.answer("pain"), told.answer("effort")
    parts: list[Json] = [
        {"code": concept("pain-during", "Pain during, 0 to 10", PAIN_SCORE), "valueQuantity": _score(pain)},
        {"code": concept("effort", "Effort, 0 to 10"), "valueQuantity": _score(effort)},
    ]
    if told.answer("symptom"):
        felt = _felt(told.answer("symptom"))
        parts.append({"code": concept("symptom", "What was felt"), "valueCodeableConcept": felt})
    if told.answer("form"):
        form = concept("form", "Form, as the person saw it")
        parts.append({"code": form, "valueString": told.answer("form")})
    code = concept("exercise-rated", f"How {name} felt")
    told.add(told.answer("exercise"), code, component=parts)


def _finished(told: _Told) -> None:
    told.pain("pain_after", "pain-after", "Pain in the back after the session, 0 to 10")
    told.scored("effort", "session-effort", "Effort of the session, 0 to 10")


def _morning(told: _Told) -> None:
    told.pain("pain", "pain-next-morning", "Pain in the back the morning after, 0 to 10")


def _walked(told: _Told) -> None:
    minutes = quantity(told.answer("minutes"), "min", "min")
    told.add("minutes", concept("walking-minutes", "Minutes walked"), "activity", valueQuantity=minutes)
    if told.answer("steps") is not None:
        steps = quantity(told.answer("steps"), "steps", "{steps}")
        told.add("steps", concept("steps", "Steps", STEPS), "activity", valueQuantity=steps)


def _measured(told: _Told) -> None:
    slug = told.answer("measure")
    measure = told.writer.account.catalogue.measures.get(slug)
    name = measure.name if measure else capital(plain(slug))
    told.add(slug, concept(slug, name), valueQuantity=quantity(told.answer("score"), "score", _SCORE))


def _tested(told: _Told) -> None:
    slug, side = told.answer("test"), told.answer("side")
    test = told.writer.account.catalogue.tests.get(slug)
    unit = test.unit if test else "value"
    where: Mapping[str, Json] = {"bodySite": concept(f"side-{side}", capital(side))} if side else {}
    code = concept(slug, test.name if test else capital(plain(slug)))
    value = quantity(told.answer("value"), unit, _UNITS.get(unit, ""))
    told.add(slug, code, "activity", valueQuantity=value, **where)


_UNITS = {"s": "s", "cm": "cm"}
_BY_KIND: Mapping[str, Callable[[_Told], None]] = {
    "day_checked_in": _checked_in,
    "exercise_rated": _rated,
    "session_finished": _finished,
    "morning_after": _morning,
    "walk_logged": _walked,
    "measure_answered": _measured,
    "self_test_done": _tested,
}
