"""Sets: which a line asks for, in order, and what one of them asks for."""

from dataclasses import dataclass

from mainstay.guide.lines import Line
from mainstay.kernel import Dose, Event

NUMBERS = ("reps", "hold_seconds", "load_kg")
Amounts = dict[str, float]


@dataclass(frozen=True, slots=True, order=True)
class SetKey:
    """One set of one exercise, on one side; ``side`` is empty where both work at once."""

    exercise: str
    number: int
    side: str = ""

    @property
    def name(self) -> str:
        """The set as a form spells it."""
        return "/".join(filter(None, (self.exercise, str(self.number), self.side)))


def keys_of(line: Line) -> tuple[SetKey, ...]:
    """Return the sets of a line in the order in which they are done."""
    sides = [side.value for side in line.item.sides] or [""]
    return tuple(
        SetKey(line.slug, number, side) for number in range(1, line.item.dose.sets + 1) for side in sides
    )


def target_of(dose: Dose) -> Amounts:
    """Return what one set asks for; what does not apply is left out."""
    asked = {name: getattr(dose, name) for name in NUMBERS}
    return {name: amount for name, amount in asked.items() if amount is not None}


def amounts_in(event: Event) -> Amounts:
    """Return the numbers of a performed set as the diary has them."""
    return {name: event.fields[name] for name in NUMBERS if event.fields.get(name) is not None}
