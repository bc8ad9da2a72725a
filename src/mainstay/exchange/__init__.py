"""What leaves the house: the documents of the command line and the API, in the shapes they promise."""

from mainstay.exchange.days import item_json, plan_json, session_json, today_json
from mainstay.exchange.reasons import decision_json, reason_json, screen_json
from mainstay.exchange.series import progress_json

__all__ = [
    "decision_json",
    "item_json",
    "plan_json",
    "progress_json",
    "reason_json",
    "screen_json",
    "session_json",
    "today_json",
]
