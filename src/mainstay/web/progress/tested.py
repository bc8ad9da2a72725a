"""What a self-test has shown: the last result, the trend with its noise, and a named group beside it."""

from dataclasses import dataclass

from mainstay.catalogue import Catalogue
from mainstay.coach import Change, SelfTestTrack
from mainstay.web.day.lines import reason_texts
from mainstay.words import change_text, comparison_text, day_text, side_text, unit_text
from mainstay.words.vocabulary import figure


@dataclass(frozen=True, slots=True)
class Result:
    """The newest result of one side. ``groups`` say who they are; none where nobody alike was measured."""

    side: str
    value: str
    unit: str
    day: str
    change: str
    tone: str
    why: tuple[str, ...]
    groups: tuple[str, ...]
    before: tuple[tuple[str, str], ...]


def results_in(catalogue: Catalogue, track: SelfTestTrack) -> tuple[Result, ...]:
    """Return the results of each side that has some."""
    test = catalogue.tests[track.test]
    unit = unit_text(test.unit)
    found = []
    for trend in track.trends:
        if trend.last is None:
            continue
        earlier = [trial for trial in track.trials if trial.side is trend.side][:-1]
        found.append(
            Result(
                side=side_text(trend.side) if trend.side else "",
                value=figure(trend.last.value),
                unit=unit,
                day=day_text(trend.last.day, with_year=True),
                change=change_text(trend.change) if trend.change is not Change.UNKNOWN else "",
                tone=trend.change.value,
                why=reason_texts(catalogue, trend.why),
                groups=tuple(
                    comparison_text(one, test.unit) for side, one in track.comparisons if side is trend.side
                ),
                before=tuple(
                    (day_text(one.day, with_year=True), figure(one.value)) for one in reversed(earlier[-8:])
                ),
            )
        )
    return tuple(found)
