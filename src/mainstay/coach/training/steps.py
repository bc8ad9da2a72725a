"""One step easier or harder, for now: the person's own choice, which does not move their ladder."""

from dataclasses import replace
from datetime import timedelta

from mainstay.coach.decision import Place
from mainstay.coach.person import clearance_on
from mainstay.coach.planning import Item, Setting, is_first_day, item_at, rungs_today
from mainstay.coach.progression import Mode, step_down, step_up
from mainstay.kernel import Block, Reason


def easier(setting: Setting, item: Item) -> Item | None:
    """Return the exercise one step down its ladder, over rungs open today; None at the bottom of them."""
    exercise = setting.catalogue.exercises[item.exercise]
    if exercise.block is Block.WARM_UP:
        return None
    place = Place(item.rung, item.step)
    return _moved(setting, item, step_down(exercise, place, 1, rungs_today(setting, exercise)), "easier")


def harder(setting: Setting, item: Item) -> Item | None:
    """Return the exercise one step up its ladder.

    Only on a normal day that is not the first, with no red response lately and nothing that asks for
    care; never on a rung that is closed to the person.
    """
    exercise = setting.catalogue.exercises[item.exercise]
    if exercise.block is Block.WARM_UP or not _may_do_more(setting):
        return None
    place = step_up(exercise, Place(item.rung, item.step), rungs_today(setting, exercise))
    return _moved(setting, item, place, "harder")


def _may_do_more(setting: Setting) -> bool:
    if setting.mode is not Mode.NORMAL or is_first_day(setting):
        return False
    window = timedelta(days=setting.catalogue.rules.pain.red_window_days.whole)
    last_red = setting.person.progression.last_red
    if last_red is not None and setting.day - last_red <= window:
        return False
    return not clearance_on(setting.catalogue, setting.person, setting.day).spares_the_body


def _moved(setting: Setting, item: Item, place: Place | None, way: str) -> Item | None:
    """Return the item on another place, with its reasons of the day; None where that changes nothing."""
    if place is None or place == Place(item.rung, item.step):
        return None
    moved = item_at(setting, setting.catalogue.exercises[item.exercise], place)
    if (moved.rung, moved.dose) == (item.rung, item.dose):
        return None
    roles = tuple(reason for reason in item.why if reason.code == "fills-role")
    step = Reason(f"one-step-{way}", source="mainstay-product")
    return replace(moved, why=(step, *roles, *moved.why))
