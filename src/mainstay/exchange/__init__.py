"""What leaves the house: the documents of the command line and the API, in the shapes they promise."""

from mainstay.exchange.days import item_json, plan_json, session_json, today_json
from mainstay.exchange.insights import insights_json
from mainstay.exchange.lessons import lesson_json, lessons_json
from mainstay.exchange.outcomes import results_json, review_json
from mainstay.exchange.progress import progress_document
from mainstay.exchange.reasons import decision_json, reason_json, screen_json

__all__ = [
    "decision_json",
    "insights_json",
    "item_json",
    "lesson_json",
    "lessons_json",
    "plan_json",
    "progress_document",
    "reason_json",
    "results_json",
    "review_json",
    "screen_json",
    "session_json",
    "today_json",
]
