"""A session's plan as it was shown: read back from the diary, one line an exercise."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mainstay.catalogue import Catalogue, Exercise, Rung
from mainstay.coach import STANDS_IN, Item
from mainstay.kernel import Block, Dose, Side

_MINUTE = 60
_BLOCKS = {block.value for block in Block}


@dataclass(frozen=True, slots=True)
class Line:
    """One prescription of a session.

    ``why`` are its reasons in the words that were shown; ``need`` is what the week wanted it for;
    ``stands_in`` says that it took the place of another one on the way.
    """

    exercise: Exercise
    rung: Rung
    block: Block
    item: Item
    why: tuple[str, ...] = ()
    need: str = ""
    stands_in: bool = False

    @property
    def slug(self) -> str:
        """The exercise's slug, which names the line within its session."""
        return self.exercise.slug

    @property
    def in_minutes(self) -> bool:
        """Whether the repetitions are minutes, as of walking."""
        return self.rung.rep_seconds >= _MINUTE


def lines_from(catalogue: Catalogue, plan: Mapping[str, Any]) -> tuple[Line, ...]:
    """Read a plan as ``session_started`` keeps it.

    What the catalogue does not know any more is left out: it can be neither shown nor done.
    """
    return tuple(
        line
        for block in plan.get("blocks", ())
        for item in block.get("items", ())
        for line in _line(catalogue, str(block.get("block", "")), item)
    )


def _line(catalogue: Catalogue, block: str, fields: Mapping[str, Any]) -> Iterator[Line]:
    exercise = catalogue.exercises.get(fields.get("exercise", ""))
    rungs = exercise.rungs if exercise else ()
    rung = next((rung for rung in rungs if rung.slug == fields.get("rung")), None)
    if exercise and rung:
        why = fields.get("why", ())
        place = Block(block) if block in _BLOCKS else exercise.block
        texts = tuple(str(reason["text"]) for reason in why if reason.get("text"))
        stands_in = any(reason.get("code") == STANDS_IN for reason in why)
        yield Line(exercise, rung, place, _item(fields), texts, need_in(why), stands_in)


def need_in(why: Iterable[Mapping[str, Any]]) -> str:
    """Return the need that an item fills, as its reasons in JSON say; empty where they do not."""
    needs = (reason.get("numbers", {}).get("need") for reason in why if reason.get("code") == "fills-role")
    return str(next(needs, None) or "")


def _item(fields: Mapping[str, Any]) -> Item:
    dose = Dose(
        sets=int(fields.get("sets") or 1),
        rest_seconds=int(fields.get("rest_seconds") or 0),
        reps=fields.get("reps"),
        hold_seconds=fields.get("hold_seconds"),
        load_kg=fields.get("load_kg"),
    )
    sides = tuple(Side(side) for side in fields.get("sides", ()))
    step, seconds = int(fields.get("step") or 0), int(fields.get("seconds") or 0)
    return Item(fields["exercise"], fields["rung"], step, dose, sides, seconds)
