"""A session as a virtual person does it: more or less as asked, felt by their back, told in their way."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mainstay.catalogue import Exercise
from mainstay.coach import Item, PlannedSession
from mainstay.kernel import Block, Side, Symptom
from mainstay.lab.heights import height_of
from mainstay.lab.person import Body, Kind
from mainstay.lab.writing import Pen, plan_as_shown, points

_NERVE = ("shooting", "spreading", "numbness", "weakness")
_WHY = ("pain", "time", "dislike", "equipment", "other")
_SHARP_FROM = 4.0
_STOPS_AT = 6


@dataclass(slots=True)
class Session:
    """One sitting. ``reds`` counts what made the person stop an exercise, ``ended`` that they left off."""

    pen: Pen
    body: Body
    id: str
    reds: int = 0
    ended: bool = False
    hardest: float = 0.0

    def train(self, planned: PlannedSession) -> None:
        """Write the whole sitting, item by item."""
        self.pen.write("session_started", session=self.id, plan=plan_as_shown(planned))
        for item in planned.items:
            if self.ended:
                break
            self._do(item)
        lots, own = self.body.lots, self.body.traits
        if lots.happens(own.answers + 0.2):
            felt = self.body.pain + 0.5 * self.body.sore
            self.pen.write(
                "session_finished",
                session=self.id,
                effort=points(self.hardest),
                pain_after=self._told(felt),
            )

    def _do(self, item: Item) -> None:
        exercise, lots = self.pen.catalogue.exercises[item.exercise], self.body.lots
        if exercise.block is Block.WARM_UP:
            self._sets(item, exercise, item.dose.sets)
            return
        if lots.happens(0.16 * (1 - self.body.traits.answers)):
            self._skip(item, lots.one_of(_WHY))
            return
        above = self.body.done(exercise, height_of(exercise, item.rung, item.step), self.pen.offset)
        pain = self.body.felt(exercise.rung(item.rung), above)
        if pain > _STOPS_AT + 1 and lots.happens(0.3):
            self._skip(item, "pain")
            return
        effort = self.body.effort(above)
        self.hardest = max(self.hardest, effort)
        tired = effort > 7 and not self.body.traits.overdoes
        self._sets(item, exercise, item.dose.sets - 1 if tired and item.dose.sets > 1 else item.dose.sets)
        if lots.happens(self.body.traits.answers + 0.15):
            self._rate(item, effort, pain)

    def _skip(self, item: Item, why: str) -> None:
        self.pen.write("exercise_skipped", session=self.id, exercise=item.exercise, why=why)

    def _sets(self, item: Item, exercise: Exercise, sets: int) -> None:
        lots, own = self.body.lots, self.body.traits
        amounts = {
            "reps": item.dose.reps,
            "hold_seconds": item.dose.hold_seconds,
            "load_kg": item.dose.load_kg,
        }
        told = {name: amount for name, amount in amounts.items() if amount is not None}
        if own.overdoes and exercise.block is Block.STRENGTH:
            told = {name: round(1.4 * amount) for name, amount in told.items()}
        elif "reps" in told and lots.happens(0.16 * (1 - own.answers)):
            told["reps"] = max(1, told["reps"] - 2)
        common = {"session": self.id, "exercise": item.exercise, "rung": item.rung, **told}
        for number, side in _each(sets, item.sides):
            sided = {"side": side.value} if side else {}
            self.pen.write("set_performed", set=number, **common, **sided)

    def _rate(self, item: Item, effort: float, pain: float) -> None:
        fields = self._tapped() if self.body.traits.kind is Kind.TAPPING else self._honest(effort, pain)
        self.pen.write("exercise_rated", session=self.id, exercise=item.exercise, **fields)
        symptom = Symptom(fields.get("symptom", "none"))
        if symptom.is_nerve:
            self.ended = not self.body.traits.overdoes
        if symptom.is_red or fields["pain"] >= _STOPS_AT:
            self.reds += 1
            self.ended = self.ended or (self.reds >= 2 and not self.body.traits.overdoes)

    def _honest(self, effort: float, pain: float) -> dict[str, Any]:
        lots, own = self.body.lots, self.body.traits
        told: dict[str, Any] = {"effort": points(effort), "pain": self._told(pain)}
        rise = pain - self.body.pain
        if own.kind is not Kind.WELL:
            if rise > _SHARP_FROM and lots.happens(0.3):
                told["symptom"] = "sharp"
            elif lots.happens(own.red_flags / 182):
                told["symptom"] = lots.one_of(_NERVE)
            if lots.happens(0.3 if own.overdoes else 0.05):
                told["form"] = lots.one_of(("poor", "unsure"))
            elif lots.happens(0.02):
                told["camera"] = {"form": "unsure"}
        return told

    def _tapped(self) -> dict[str, Any]:
        lots = self.body.lots
        told: dict[str, Any] = {
            "effort": lots.whole(0, 10),
            "pain": min(lots.whole(0, 10), lots.whole(0, 10)),
        }
        if lots.happens(0.1):
            told["symptom"] = lots.one_of([one.value for one in Symptom])
        if lots.happens(0.3):
            told["form"] = lots.one_of(("good", "unsure", "poor"))
        return told

    def _told(self, pain: float) -> int:
        return points(pain - self.body.traits.hidden)


def _each(sets: int, sides: tuple[Side, ...]) -> Iterator[tuple[int, Side | None]]:
    for number in range(1, sets + 1):
        for side in sides or (None,):
            yield number, side
