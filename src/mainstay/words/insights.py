"""What a person's own days say, in words that claim no more than they may."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mainstay.words.template import Filler
from mainstay.words.vocabulary import ENGLISH, words_in

if TYPE_CHECKING:
    # The command line starts without the statistics.
    from mainstay.insight import Insight

_PLACES = 1


@dataclass(frozen=True, slots=True)
class InsightWords:
    """A question, its answer, and how sure that is (empty where nothing was compared)."""

    question: str
    answer: str
    sure: str


def insight_text(insight: "Insight", language: str = ENGLISH) -> InsightWords:
    """Return an insight in words."""
    words = words_in(language)
    filler = Filler(words)
    values = {**dict(insight.numbers), **dict(insight.why.numbers), **_counts(insight)}
    if insight.low is not None and insight.high is not None and insight.difference is not None:
        values |= {
            "size": round(abs(insight.difference), _PLACES),
            "least": round(min(abs(insight.low), abs(insight.high)), _PLACES),
            "most": round(max(abs(insight.low), abs(insight.high)), _PLACES),
            "from": _signed(filler, insight.low),
            "to": _signed(filler, insight.high),
            "percent": round(100 * float(insight.why.number("level") or 0)),
        }
    kind = "weekly" if insight.weekly else "daily"
    return InsightWords(
        filler.first(words.choices("insights", "question", insight.question), values),
        filler.first(words.choices("insights", kind, insight.why.code.removeprefix("insight-")), values),
        filler.first(words.choices("insights", "sure"), values),
    )


def _counts(insight: "Insight") -> dict[str, int]:
    return {"with": insight.with_it, "without": insight.without}


def _signed(filler: Filler, points: float) -> str:
    """Return a difference as people say it: "0.4 lower", "0.2 higher"."""
    way = "lower" if points < 0 else "higher"
    return filler.fill(filler.words.line("insights", way), {"points": round(abs(points), _PLACES)})
