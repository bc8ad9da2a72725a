"""The weekly review: what was done, what the coach changed and why, what it plans, and one suggestion."""

from mainstay.coach.weekly.review import WeekReview, review
from mainstay.coach.weekly.week import Done, Week, week_on

__all__ = ["Done", "Week", "WeekReview", "review", "week_on"]
