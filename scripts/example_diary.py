"""Write the example diary: three weeks of a person who starts, gets on well, and has one red rating.

``python -m scripts.example_diary`` makes ``three-weeks.jsonl`` again, after the catalogue has changed.
"""

from datetime import date, timedelta, timezone
from pathlib import Path

from mainstay.catalogue import load_catalogue
from mainstay.coach import WEEKDAYS
from mainstay.diary import to_line
from tests.coach.diaries import Diary, Felt, train_as_told

FILE = Path(__file__).resolve().parent.parent / "examples" / "three-weeks.jsonl"
START = date(2026, 3, 2)
RED_DAY = 16


def three_weeks(start: date = START) -> Diary:
    """Return the diary as its writer left it: nine sessions, three a week; the next one is due on day 21."""
    diary = Diary(load_catalogue(), timezone(timedelta(hours=1)), start)
    days = [WEEKDAYS[(start.weekday() + offset) % 7] for offset in (0, 2, 4)]
    equipment = ["mat", "chair", "wall", "stick"]
    diary.begin(0, session_minutes=20, days=days, equipment=equipment, walking_minutes=15)
    for day in (0, 2, 4, 7, 9, 11, 14):
        train_as_told(diary, day)
    _red_session(diary, RED_DAY)
    train_as_told(diary, 18)
    return diary


def _red_session(diary: Diary, day: int) -> None:
    diary.write("day_checked_in", day, 8, pain_now=2)
    fine, red = Felt({"effort": 4, "pain": 2}), Felt({"effort": 6, "pain": 6, "symptom": "ache"})
    closing = {"effort": 5, "pain_after": 3}
    tasks = diary.prescribed(day)
    session = diary.train(day, tasks, lambda slug: red if slug == "bridge" else fine, closing=closing)
    diary.write("morning_after", day + 1, 8, session=session, pain=2)


def main() -> None:
    """Write the file."""
    FILE.write_text("".join(f"{to_line(event)}\n" for event in three_weeks().events), encoding="utf-8")


if __name__ == "__main__":
    main()
