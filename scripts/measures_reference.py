"""The reference page of measures and self-tests, made from the content."""

from collections.abc import Iterator

from mainstay.catalogue import Catalogue, Measure, Norm, SelfTest
from mainstay.kernel import Amount
from mainstay.words import source_text, unit_text


def measures_page(catalogue: Catalogue, made: str) -> str:
    """Return the page: every threshold with its source, and every group that a self-test is set beside."""
    return "\n".join(_lines(catalogue, made)) + "\n"


def _lines(catalogue: Catalogue, made: str) -> Iterator[str]:
    yield f"# Measures and self-tests\n\n{made}"
    yield "A change is called better only where it is at least the smallest one worth naming and, where a"
    yield "share is given, at least that share of the first score. Below the noise nothing is said. Where no"
    yield "number is given, a measure is shown and not judged. Sources are ids of `content/sources.toml`.\n"
    yield "| measure | range | better | worth naming | share | noise | asked in week |"
    yield "|---|---|---|---|---|---|---|"
    for measure in catalogue.measures.values():
        yield _measure(measure)
    for test in catalogue.tests.values():
        yield from _test(catalogue, test)


def _measure(measure: Measure) -> str:
    asked = measure.asked
    weeks = f"{', '.join(map(str, asked.weeks))}, then every {asked.then_every}" if asked else ""
    weeks = "at check-ins" if measure.reported_as else weeks or "not asked"
    amounts = (measure.mic or measure.improved_from, measure.mic_share, measure.mdc)
    cells = [
        f"{measure.name} `{measure.slug}`",
        f"{measure.lowest:g} to {measure.highest:g}",
        "higher" if measure.higher_is_better else "lower",
        *map(_amount, amounts),
        weeks,
    ]
    return f"| {' | '.join(cells)} |"


def _amount(amount: Amount | None) -> str:
    return f"{amount.value:g} ({amount.grade.value}, `{amount.source}`)" if amount else ""


def _test(catalogue: Catalogue, test: SelfTest) -> Iterator[str]:
    share = (
        f", or {test.noise_share.value:.0%} of the larger result if that is more" if test.noise_share else ""
    )
    cap = f" Ends at {test.cap_seconds.value:g} s." if test.cap_seconds else ""
    yield f"\n## {test.name}\n\n`{test.slug}` · {test.why}{cap}\n"
    yield f"Chance: less than {test.noise.value:g} {unit_text(test.unit)}{share}.\n"
    if test.norms:
        yield "| group | age | usually | grade | source | note |\n|---|---|---|---|---|---|"
    for norm in test.norms:
        yield _norm(catalogue, norm)


def _norm(catalogue: Catalogue, norm: Norm) -> str:
    who = ", ".join(filter(None, (norm.population, norm.sex, norm.side)))
    low, high = norm.band
    source = source_text(catalogue, norm.source)
    years = f"{norm.from_age} to {norm.to_age}"
    return f"| {who} | {years} | {low:.0f} to {high:.0f} | {norm.grade.value} | {source} | {norm.note} |"
