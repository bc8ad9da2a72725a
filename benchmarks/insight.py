"""How often own-data insight sees a link where there is none, and how often it sees one that is there.

``python -m benchmarks.insight [PEOPLE]`` (2,000 if not said). The people are those of
``tests/insight/people.py``: diaries of 70 to 400 days with gaps, pain with a memory, a course and flare-ups,
and habits that come in spells and follow pain.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from math import sqrt
from statistics import median
from time import perf_counter

from benchmarks.rows import Row
from mainstay.catalogue import load_catalogue
from mainstay.insight import Insight, insights
from mainstay.kernel import Event
from tests.insight.naive import naive_claims
from tests.insight.people import END, Effect, crowd

CATALOGUE = load_catalogue()
RULES = CATALOGUE.rules.insight
CLAIMS = ("lower", "higher")


def claims(found: Iterable[Insight]) -> list[str]:
    """The questions whose answer is that there is a link."""
    return [insight.question for insight in found if insight.verdict.value in CLAIMS]


def share(hits: int, people: int) -> str:
    """A share in per cent, and its standard error."""
    part = hits / max(people, 1)
    return f"{100 * part:5.1f} % (± {100 * sqrt(part * (1 - part) / max(people, 1)):.1f})"


def false_alarms(people: int) -> None:
    """Print who is shown a link where there is none, and what a t-test would have shown them."""
    answers: dict[str, Counter[str]] = {}
    shown = outside = naive = asked = 0
    for diary in crowd(0, people):
        found = insights(CATALOGUE, diary, END)
        asked += any(insight.low is not None for insight in found)
        shown += bool(claims(found))
        outside += any(i.low is not None and i.high is not None and not i.low <= 0 <= i.high for i in found)
        naive += bool(naive_claims(CATALOGUE, diary, END))
        for insight in found:
            answers.setdefault(insight.question, Counter())[insight.verdict.value] += 1
    print(f"{people} people without any effect; {asked} with enough data for some question")
    print(f"  stated                           {100 * RULES.level.value:5.1f} %")
    print(f"  shown a link                     {share(shown, people)}   of those asked {share(shown, asked)}")
    print(f"  an interval without 0            {share(outside, people)}")
    print(f"  a t-test for each question       {share(naive, people)}")
    for question, counts in answers.items():
        print(f"  {question:18} {', '.join(f'{k} {v}' for k, v in sorted(counts.items()))}")


def power(people: int, effect: float, days: int) -> None:
    """Print how many are shown the effect of walking on the next day, and how large it is found to be."""
    seen, wrong, found = 0, 0, []
    for diary in crowd(1_000_000, people, days, Effect(effect)):
        (walking,) = (i for i in insights(CATALOGUE, diary, END) if i.question == "after-walking")
        seen += walking.verdict.value == "lower"
        wrong += walking.verdict.value == "higher"
        found += [] if walking.difference is None else [walking.difference]
    middle = f"found {median(found):+.2f} (median)" if found else "nobody with enough data"
    print(
        f"  {effect:+.1f} points, {days:3} days: seen {share(seen, people)}, wrong way {wrong}, {middle}",
        flush=True,
    )


def repeated_looks(people: int) -> None:
    """Print how many are shown a link at least once who look every four weeks for a year."""
    ever = 0
    for diary in crowd(2_000_000, people, 400):
        looks = (END - timedelta(days=28 * number) for number in range(13))
        ever += any(claims(insights(CATALOGUE, _until(diary, look), look)) for look in looks)
    print(
        f"{people} people who look every four weeks for a year: shown one at least once {share(ever, people)}"
    )


def _until(diary: list[Event], day: date) -> list[Event]:
    return [event for event in diary if event.day < day]


def rows() -> Iterator[Row]:
    """Measure 200 people without any effect, for the table."""
    people = list(crowd(0, 200))
    start = perf_counter()
    shown = sum(bool(claims(insights(CATALOGUE, diary, END))) for diary in people)
    each = 1000 * (perf_counter() - start) / len(people)
    naive = sum(bool(naive_claims(CATALOGUE, diary, END)) for diary in people)
    yield Row("insight: false alarms of 200", shown / 2, "%", naive / 2, "a t-test", "5")
    yield Row("insight: one person", each, "ms")


def main() -> None:
    """Print all three."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    false_alarms(people)
    print("a real effect of a day's walking on the next day, seen among all questions:")
    for days in (90, 180, 360):
        for effect in (-0.5, -1.0, -1.5):
            power(people // 8, effect, days)
    repeated_looks(people // 10)


if __name__ == "__main__":
    main()
