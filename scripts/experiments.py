"""The coach against three other ways to train, on the same virtual people.

``python -m scripts.experiments [PEOPLE]`` writes what ``docs/explanation/virtual-people.md`` shows. A
model is not a trial: this shows what the rules do to the model, not what they do to backs.
"""

import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from mainstay.catalogue import Catalogue, load_catalogue
from mainstay.catalogue.rules import PainRules
from mainstay.charts import WIDE, Captions, Course, Courses, Level, Theme, View, courses_chart
from mainstay.kernel import Amount, Block
from mainstay.lab import Kind, Model, live, load_model, traits_of
from mainstay.lab.person import Body
from mainstay.lab.routine import follow
from mainstay.lab.writing import START

PAGE = Path(__file__).resolve().parent.parent / "docs" / "explanation" / "virtual-people.md"
BEGIN, END = "<!-- begin: python -m scripts.experiments -->", "<!-- end -->"
PEOPLE, WEEKS, SEED = 200, 26, 7
BEST = 4
TARGET = 0.5
RESAMPLES = 4000
WAYS = ("coach", "static routine", "weekly increase", "no pain rule")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass
class Log:
    """What one person's body went through, whoever coached it."""

    reds: int = 0
    painful: int = 0
    flares: int = 0
    trained: int = 0
    able: list[float] = field(default_factory=list)
    asked: list[float] = field(default_factory=list)

    def watch(self, day: int, body: Body) -> None:
        """Look at the body at the end of a day."""
        self.reds += body.is_red
        self.painful += body.pain >= 6
        self.flares, self.trained = body.flares, body.trained
        if day % 7 == 6:
            trained = [slug for slug in body.heights if slug in _strength()]
            able = sorted(min(1.0, max(0.0, body.able(slug, day))) for slug in trained)
            self.able.append(_mean(able[-BEST:]))
            self.asked.append(_mean([body.heights[slug] for slug in trained]))

    @property
    def weeks_to_target(self) -> int:
        """The first week at whose end the target is easy; one more than there are, if never."""
        return next((week for week, able in enumerate(self.able, 1) if able >= TARGET), len(self.able) + 1)


def _mean(values: Sequence[float]) -> float:
    return float(np.mean(values)) if values else 0.0


@cache
def _strength() -> frozenset[str]:
    """The exercises of strength: warm-ups and stretches climb no ladder worth comparing."""
    known = _known()[0].exercises.values()
    return frozenset(one.slug for one in known if one.block in (Block.ACTIVATION, Block.STRENGTH))


@cache
def _known() -> tuple[Catalogue, Model]:
    return load_catalogue(), load_model()


def without_pain_rule(catalogue: Catalogue) -> Catalogue:
    """Return the catalogue as if no number of pain meant anything; symptoms and screening stay."""

    def never(amount: Amount) -> Amount:
        return replace(amount, value=11)

    pain: PainRules = replace(
        catalogue.rules.pain,
        **{name: never(getattr(catalogue.rules.pain, name)) for name in ("green_max", "red_min", "red_rise")},
        **{name: never(getattr(catalogue.rules.pain, name)) for name in ("settled_rise", "unsettled_rise")},
        relief_usual=never(catalogue.rules.pain.relief_usual),
    )
    flare = replace(catalogue.rules.flare, rise=never(catalogue.rules.flare.rise))
    return replace(catalogue, rules=replace(catalogue.rules, pain=pain, flare=flare))


def course(way: str, number: int) -> Log:
    """Return what one way to train did to one person."""
    (catalogue, model), log = _known(), Log()
    if way == "coach":
        live(catalogue, SEED, number, WEEKS, model, log.watch)
    elif way == "no pain rule":
        silent = replace(model, flare_told=replace(model.flare_told, value=0))
        live(without_pain_rule(catalogue), SEED, number, WEEKS, silent, log.watch)
    else:
        follow(catalogue, model, SEED, number, WEEKS, log.watch, weekly=way == "weekly increase")
    return log


def ordinary(count: int) -> list[int]:
    """Return the first ordinary people; the other kinds are made to meet single rules."""
    _, model = _known()
    found, number = list[int](), 0
    while len(found) < count:
        if traits_of(model, SEED, number).kind is Kind.ORDINARY:
            found.append(number)
        number += 1
    return found


def interval(values: Sequence[float]) -> tuple[float, float, float]:
    """Return the mean of people and its 95 % bootstrap interval."""
    known = np.asarray(values, float)
    lots = np.random.default_rng(SEED)
    means = known[lots.integers(len(known), size=(RESAMPLES, len(known)))].mean(axis=1)
    low, high = np.quantile(means, (0.025, 0.975))
    return float(known.mean()), float(low), float(high)


MEASURES: dict[str, tuple[Callable[[Log], float], int]] = {
    "training days": (lambda log: log.trained, 0),
    "days with a red answer of the body": (lambda log: log.reds, 1),
    "days with pain of 6 or more": (lambda log: log.painful, 1),
    "flare-ups": (lambda log: log.flares, 2),
    f"what is easy at the end in the best {BEST} exercises, share of a ladder": (lambda log: log.able[-1], 2),
    f"weeks until that is {TARGET:.0%} (27: not within 26)": (lambda log: log.weeks_to_target, 1),
}


def tables(logs: dict[str, list[Log]]) -> str:
    """Return what each way came to, and the differences to the coach person by person."""
    head = f"| mean of a person, with 95 % interval | {' | '.join(WAYS)} |\n|---|{'---|' * len(WAYS)}"
    rows, differences = [head], [f"\n{head.replace('mean of a person', 'difference to the coach')}"]
    for name, (value, digits) in MEASURES.items():
        cells = [interval([value(log) for log in logs[way]]) for way in WAYS]
        rows.append(f"| {name} | {' | '.join(_cell(cell, digits) for cell in cells)} |")
        pairs = [zip(logs[way], logs["coach"], strict=True) for way in WAYS]
        apart = [interval([value(one) - value(coach) for one, coach in pair]) for pair in pairs]
        differences.append(f"| {name} | – | {' | '.join(_cell(cell, digits) for cell in apart[1:])} |")
    return "\n".join((*rows, *differences))


def _cell(found: tuple[float, float, float], digits: int) -> str:
    mean, low, high = (f"{value:.{digits}f}".replace("-", "−") for value in found)
    return f"{mean} ({low} to {high})"


def picture(logs: dict[str, list[Log]], title: str, told: str, value: Callable[[Log], list[float]]) -> str:
    """Return the courses of a weekly value as a lone SVG."""
    said = Captions(_MONTHS, tuple("MTWTFSS"), "{day} {month} {year}", {})
    view = View(START, START + timedelta(days=7 * WEEKS - 1), said, WIDE, Theme.AUTO)
    lines = tuple(Course(way, tuple(_levels([value(log) for log in logs[way]]))) for way in WAYS)
    return courses_chart(view, Courses(title, told, "Week up to", 1.0, lines)).svg


def _levels(weeks: list[list[float]]) -> list[Level]:
    by_week = list(zip(*weeks, strict=True))
    chosen = [week for week in range(len(by_week)) if week % 2 or week == 0]
    return [Level(START + timedelta(days=7 * week + 6), *interval(by_week[week])) for week in chosen]


def main() -> None:
    """Run everything, write the pictures, and put the tables into the page."""
    people = ordinary(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        logs = {way: list(pool.map(course, [way] * len(people), people, chunksize=5)) for way in WAYS}
    for name, title, told, value in (
        (
            "asked",
            "How high exercises were trained, as a share of their ladders",
            "By week.",
            _asked,
        ),
        ("able", "How high the best four exercises are easy, as a share of their ladders", "By week.", _able),
    ):
        svg = picture(logs, title, told, value)
        PAGE.with_name(f"virtual-people-{name}.svg").write_text(svg + "\n", encoding="utf-8")
    text = PAGE.read_text("utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END, 1)[1]
    note = f"{len(people)} ordinary virtual people, {WEEKS} weeks, seed {SEED}, {RESAMPLES} resamples.\n"
    PAGE.write_text(f"{before}{BEGIN}\n\n{note}\n{tables(logs)}\n\n{END}{after}", encoding="utf-8")


def _asked(log: Log) -> list[float]:
    return log.asked


def _able(log: Log) -> list[float]:
    return log.able


if __name__ == "__main__":
    main()
