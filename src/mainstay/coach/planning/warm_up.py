"""Five to eight minutes of easy movement, put together from what the person can do."""

from dataclasses import replace

from mainstay.catalogue import Exercise
from mainstay.coach.decision import Place
from mainstay.coach.planning.candidates import Setting, own_choice, resting
from mainstay.coach.planning.doses import Item, item_for
from mainstay.coach.progression import Mode
from mainstay.kernel import Block, Reason, Role


def warm_up_seconds(setting: Setting) -> int:
    """Return how long the warm-up is at least in a session of the person's length."""
    minutes = setting.session_seconds // 60
    rules = [rule for rule in setting.catalogue.rules.warm_up if rule.from_minutes <= minutes]
    return max(rules, key=lambda rule: rule.from_minutes).seconds


def warm_up(setting: Setting) -> tuple[Item, ...]:
    """Return the warm-up's items: together at least :func:`warm_up_seconds`, by less than a repetition more.

    The movement that is liked best fills what the shorter ones leave, in whole repetitions (minutes of
    walking, say). Nothing is stretched cold.
    """
    chosen = _open(setting)
    if not chosen:
        return ()
    (filler, index), *others = chosen
    left = warm_up_seconds(setting)
    items: list[Item] = []
    for exercise, other in others:
        item = _item(setting, exercise, other, None)
        if item.seconds <= left - _item(setting, filler, index, 1).seconds:
            items.append(item)
            left -= item.seconds
    return (_filled(setting, filler, index, left), *items)


def _open(setting: Setting) -> list[tuple[Exercise, int]]:
    """Return warm-ups with their easiest open rung, liked ones first."""
    fit = []
    for exercise in setting.catalogue.exercises.values():
        if exercise.block is not Block.WARM_UP or Role.WARM_UP not in exercise.roles:
            continue
        if own_choice(setting, exercise) or resting(setting, exercise):
            continue
        rungs = setting.open_rungs[exercise.slug]
        if setting.mode is Mode.RELIEF:
            rungs = tuple(index for index in rungs if exercise.rungs[index].relief)
        if rungs:
            fit.append((exercise, rungs[0]))
    return sorted(fit, key=lambda pair: (-pair[0].preference, pair[0].slug))


def _item(setting: Setting, exercise: Exercise, index: int, reps: int | None) -> Item:
    """Return the warm-up on a rung with its own dose, or with a number of repetitions."""
    rung = exercise.rungs[index]
    dose = rung.steps[0] if reps is None else replace(rung.steps[0], sets=1, reps=reps)
    why = (Reason("warm-up-first", source="article-a"),)
    return item_for(setting.catalogue, exercise, Place(rung.slug, 0), dose, why)


def _filled(setting: Setting, exercise: Exercise, index: int, left: int) -> Item:
    reps = 1
    while (item := _item(setting, exercise, index, reps)).seconds < left:
        reps += 1
    return item
