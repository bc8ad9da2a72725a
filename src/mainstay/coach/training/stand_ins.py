"""Something else right now, for the same use: after a stop, or because the person would rather."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from mainstay.catalogue import Exercise
from mainstay.coach.planning import Item, Setting, candidates_for, fitted, item_seconds, item_today
from mainstay.kernel import Block, Reason

STANDS_IN = "stands-in"
"""The reason by which a plan tells that an exercise took the place of another on the way."""
_BLOCKS = {Block.STRENGTH: (Block.STRENGTH, Block.ACTIVATION)}
"""Strength work may give way to something lighter; everything else to its own kind, most of all warm-ups."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """An exercise of a session that something else may stand in for.

    ``need`` is what the week wanted it for, empty for a warm-up; ``seconds`` its planned time. What stands
    in for another already (``stands_in``) is not replaced again.
    """

    exercise: str
    need: str
    seconds: int
    stands_in: bool = False


def stopped_of(item: Item, need: str) -> Stopped:
    """Return an item of a session as something that may be replaced."""
    return Stopped(item.exercise, need, item.seconds, any(reason.code == STANDS_IN for reason in item.why))


def stand_ins(setting: Setting, stopped: Stopped, taken: Collection[str]) -> tuple[Item, ...]:
    """Return what may take an exercise's place, best first, each in its planned time or in a single set.

    The exercise's own substitutes come first, then what else is made for the same need, liked ones first;
    only what the person may be given today, and nothing that is ``taken`` already.
    """
    if stopped.stands_in:
        return ()
    most = setting.catalogue.rules.plan.swaps_offered.whole
    found: list[Item] = []
    for exercise in _ranked(setting, stopped):
        if exercise.slug not in taken and len(found) < most:
            item = item_today(setting, exercise)
            if item:
                found.append(_in_time(setting, exercise, item, stopped))
    return tuple(found)


def _ranked(setting: Setting, stopped: Stopped) -> Iterator[Exercise]:
    catalogue = setting.catalogue
    own = catalogue.exercises[stopped.exercise]
    for slug in own.substitutes:
        other = catalogue.exercises.get(slug)
        if other and other.block in _BLOCKS.get(own.block, (own.block,)):
            yield other
    for rule in catalogue.rules.needs:
        if rule.name == stopped.need:
            others = candidates_for(setting, rule)
            yield from (e for e in others if e.slug not in (own.slug, *own.substitutes))


def _in_time(setting: Setting, exercise: Exercise, item: Item, stopped: Stopped) -> Item:
    rung = exercise.rung(item.rung)
    dose = fitted(setting.catalogue, rung, item.dose, stopped.seconds)
    why = (Reason(STANDS_IN, source="mainstay-product"), *_role(stopped), *item.why)
    return replace(item, dose=dose, seconds=item_seconds(setting.catalogue, rung, dose), why=why)


def _role(stopped: Stopped) -> Iterator[Reason]:
    if stopped.need:
        yield Reason("fills-role", (("need", stopped.need),), "mainstay-product")
