"""What a person's own days say, as JSON."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from mainstay.words import insight_text

if TYPE_CHECKING:
    # The statistics are not for every command.
    from mainstay.insight import Insight

Json = dict[str, Any]
_PLACES = 3


def insights_json(insights: "Iterable[Insight]") -> list[Json]:
    """Return each insight; the difference and its interval are null where nothing could be compared."""
    return [_insight_json(insight) for insight in insights]


def _insight_json(insight: "Insight") -> Json:
    words = insight_text(insight)
    return {
        "question": insight.question,
        "verdict": insight.verdict.value,
        "title": words.question,
        "text": words.answer,
        "sure": words.sure or None,
        "unit": "week" if insight.weekly else "day",
        "with": insight.with_it,
        "without": insight.without,
        "difference": _points(insight.difference),
        "low": _points(insight.low),
        "high": _points(insight.high),
        "numbers": dict(insight.numbers),
        "why": {
            "code": insight.why.code,
            "numbers": dict(insight.why.numbers),
            "source": insight.why.source,
        },
    }


def _points(value: float | None) -> float | None:
    return None if value is None else round(value, _PLACES)
