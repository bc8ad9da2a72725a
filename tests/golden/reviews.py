"""Weekly reviews as they are read, week by week, of three people: well, up and down, and ill."""

from collections.abc import Iterator, Mapping
from datetime import timedelta, timezone

from mainstay import coach
from mainstay.catalogue import load_catalogue
from mainstay.words import review_lines
from tests.coach.diaries import Diary, all_clear, rated
from tests.golden.course import EQUIPMENT, START, WEEKS, Story, bumpy_day, morning, smooth_day

Answers = Mapping[int, Mapping[str, float]]
"""Measures by day; ``socks`` and ``desk`` are the person's own activities."""

WELL: Answers = {
    0: {"pain-average": 5, "pain-worst": 7, "days-limited": 3, "sleep-disturbed": 4, "confidence": 5}
    | {"socks": 4, "desk": 5},
    43: {"pain-average": 3, "pain-worst": 5, "days-limited": 1, "sleep-disturbed": 3, "confidence": 7}
    | {"socks": 6, "desk": 7, "change-since-start": 5},
    83: {"pain-average": 2, "pain-worst": 4, "days-limited": 0, "sleep-disturbed": 2, "confidence": 8}
    | {"socks": 8, "desk": 8, "change-since-start": 6},
}
UP_AND_DOWN: Answers = {
    0: {"pain-average": 5, "days-limited": 3, "socks": 4, "desk": 5},
    42: {"pain-average": 4, "days-limited": 2, "socks": 5, "desk": 6},
}
ILL: Answers = {
    0: {"pain-average": 5, "days-limited": 5, "socks": 4, "desk": 5},
    42: {"pain-average": 6, "days-limited": 5, "socks": 3, "desk": 4},
    83: {"pain-average": 7, "days-limited": 6, "socks": 2, "desk": 3},
}
AWAY = (range(10, 17), range(30, 48))
HARD_DAYS = (28, 58)
FLARES = {5: "reported", 9: "ended", 24: "reported", 29: "ended", 60: "reported", 66: "ended"}


def well() -> str:
    """Return the reviews of twelve weeks in which everything goes well, with walks from the third on."""

    def story(diary: Diary, day: int) -> Iterator[str]:
        yield from smooth_day(diary, day)
        if day >= 14 and day % 7 in (1, 3):
            diary.write("walk_logged", day, 18, minutes=20)

    return _told("Twelve weeks that go well.", story, WELL)


def up_and_down() -> str:
    """Return the reviews of twelve weeks with a flare-up, a holiday and a veto."""
    return _told("Twelve weeks with a veto, a flare-up and a holiday.", bumpy_day, UP_AND_DOWN)


def ill() -> str:
    """Return the reviews of twelve weeks with three flare-ups, two gaps, and more pain at the end."""
    return _told("Twelve weeks with three flare-ups, two gaps and rising pain.", _ill_day, ILL)


def _told(title: str, story: Story, answers: Answers) -> str:
    diary = Diary(load_catalogue(), timezone(timedelta(hours=1)), START)
    diary.begin(session_minutes=20, equipment=EQUIPMENT, walking_minutes=15)
    for day in range(WEEKS * 7):
        _answer(diary, day, answers.get(day, {}))
        for _ in story(diary, day):
            pass
    reviews = (_review(diary, week * 7 - 1) for week in range(1, WEEKS + 1))
    return "\n\n\n".join([title, *reviews]) + "\n"


def _answer(diary: Diary, day: int, answers: Mapping[str, float]) -> None:
    own = {name: score for name, score in answers.items() if name in ("socks", "desk")}
    for measure, score in answers.items():
        if measure not in own:
            diary.write("measure_answered", day, 6, measure=measure, score=score)
    if own:
        mean = sum(own.values()) / len(own)
        diary.write("measure_answered", day, 6, measure="own-activities", score=mean, answers=own)


def _review(diary: Diary, day: int) -> str:
    """Return the review of the week that ends on a day, as it was read that evening."""
    on = diary.day(day)
    told = [event for event in coach.standing_events(diary.events) if event.day <= on]
    folded = coach.fold(diary.catalogue, told)
    week = coach.review(diary.catalogue, folded.person, told, folded.decisions, on)
    return "\n".join(review_lines(diary.catalogue, week))


def _ill_day(diary: Diary, day: int) -> Iterator[str]:
    if any(day in gap for gap in AWAY):
        return
    pain = 3 + day // 28
    yield from morning(diary, day, pain)
    if day in FLARES:
        diary.write(f"flare_{FLARES[day]}", day, 7.5)
    if coach.clearance_on(diary.catalogue, diary.person, diary.day(day)).locked and day % 3 == 0:
        answers = all_clear(diary.catalogue)
        diary.write("screening_answered", day, 7.8, scope="full", questions="1", answers=answers)
    if diary.today(day).session and day % 7 != 4:
        _train(diary, day, pain, hurts=day in HARD_DAYS)


def _train(diary: Diary, day: int, pain: int, *, hurts: bool) -> None:
    """Train as planned; on some days everything hurts."""
    diary.write("day_checked_in", day, 8, pain_now=pain, pain_usual=pain)
    rating = {"effort": 6, "pain": 6 if hurts else pain}
    closing = {"effort": 6, "pain_after": rating["pain"]}
    diary.train(day, diary.prescribed(day), rated(diary, rating), closing=closing)
