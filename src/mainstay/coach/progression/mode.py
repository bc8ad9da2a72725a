"""What kind of training day it is: normal, easy week, on the way back, or relief."""

from datetime import date, timedelta
from enum import StrEnum

from mainstay.catalogue import Catalogue
from mainstay.coach.progression.state import Progression
from mainstay.kernel import Reason


class Mode(StrEnum):
    """The kinds of training; relief always wins."""

    NORMAL = "normal"
    DELOAD = "deload"
    RAMP = "ramp"
    RELIEF = "relief"


def mode_on(catalogue: Catalogue, progression: Progression, day: date) -> tuple[Mode, tuple[Reason, ...]]:
    """Return the mode of a day and why."""
    rules = catalogue.rules
    pain = _pain_today(progression, day)
    if progression.flare:
        since = (("day", (day - progression.flare.since).days),)
        return Mode.RELIEF, (Reason("flare-relief", since, rules.flare.rise.source),)
    if pain is not None and pain >= rules.pain.relief_usual.value:
        numbers = (("pain", pain), ("limit", rules.pain.relief_usual.whole))
        return Mode.RELIEF, (Reason("pain-relief", numbers, rules.pain.relief_usual.source),)
    if progression.ramp:
        percent = (("percent", round(progression.ramp[0] * 100)),)
        after_gap = progression.ramp_why == "gap-ramp"
        rule = rules.gap.long_volume if after_gap else rules.flare.ramp_first
        return Mode.RAMP, (Reason(progression.ramp_why, percent, rule.source),)
    if _easy_week(catalogue, progression, day):
        weeks = (("weeks", rules.progress.deload_weeks.whole),)
        return Mode.DELOAD, (Reason("easy-week", weeks, rules.progress.deload_weeks.source),)
    return Mode.NORMAL, ()


def volume_on(catalogue: Catalogue, progression: Progression, mode: Mode) -> float:
    """Return the share of the usual volume in a mode, 0-1."""
    match mode:
        case Mode.RELIEF:
            return catalogue.rules.flare.volume.value
        case Mode.RAMP:
            return progression.ramp[0]
        case Mode.DELOAD:
            return catalogue.rules.progress.deload_volume.value
        case Mode.NORMAL:
            return 1.0


def _pain_today(progression: Progression, day: date) -> int | None:
    told = progression.check_in
    if told is None or told.day != day:
        return None
    return max(told.now, told.usual or 0)


def _easy_week(catalogue: Catalogue, progression: Progression, day: date) -> bool:
    start = progression.block_start
    if start is None or day < start:
        return False
    week = (day - start) // timedelta(days=7) + 1
    return week % catalogue.rules.progress.deload_weeks.whole == 0
