"""Measures and self-tests from first to last, with the coach's reading of the change."""

from collections.abc import Iterator

from mainstay.catalogue import Catalogue
from mainstay.coach import Results, results_on
from mainstay.coach.outcomes import MeasureTrack, SelfTestTrack
from mainstay.exchange.chronicle import Account
from mainstay.exchange.report.page import Trend
from mainstay.words import report_text
from mainstay.words.vocabulary import capital, figure, plain

_NOTHING = "–"


def results_of(account: Account) -> Results:
    """Return the outcomes on the account's day."""
    return results_on(account.catalogue, account.person, account.events, account.on)


def trends_of(account: Account) -> tuple[Trend, ...]:
    """Return what was answered or tried at all: the measures that tell most first, self-tests last."""
    results = results_of(account)
    known = account.catalogue.measures
    answered = [track for track in results.measures if track.scores]
    answered.sort(key=lambda track: track.measure not in known or not known[track.measure].leads)
    measures = (_measured(account.catalogue, track) for track in answered)
    tests = (trend for track in results.tests for trend in _tested(account.catalogue, track))
    return (*measures, *tests)


def _measured(catalogue: Catalogue, track: MeasureTrack) -> Trend:
    measure = catalogue.measures.get(track.measure)
    judged = track.judgement
    first = (judged.first or track.scores[0]).value
    last = (judged.last or track.scores[-1]).value
    return Trend(
        name=measure.name if measure else capital(plain(track.measure)),
        first=_short(first),
        last=_short(last) if len(track.scores) > 1 else _NOTHING,
        change=_signed(last - first) if len(track.scores) > 1 else _NOTHING,
        mark=report_text(catalogue, f"judged.{judged.change.value}"),
    )


def _tested(catalogue: Catalogue, track: SelfTestTrack) -> Iterator[Trend]:
    test = catalogue.tests[track.test]
    for trend in track.trends:
        if trend.last:
            side = f", {report_text(catalogue, f'side.{trend.side.value}')}" if trend.side else ""
            yield Trend(
                name=f"{test.name}{side} ({test.unit})",
                first=_short((trend.first or trend.last).value),
                last=_short(trend.last.value) if trend.first else _NOTHING,
                change=_signed(trend.last.value - trend.first.value) if trend.first else _NOTHING,
                mark=report_text(catalogue, f"judged.{trend.change.value}"),
            )


def _short(value: float) -> str:
    return figure(round(value, 1))


def _signed(change: float) -> str:
    """A difference with its sign; a true minus, and no sign before 0."""
    rounded = round(change, 1)
    return figure(rounded) if rounded == 0 else f"{'+' if rounded > 0 else '−'}{figure(abs(rounded))}"
