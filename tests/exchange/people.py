"""People whose diaries the reports are made from."""

from datetime import timedelta, timezone
from functools import cache

from mainstay.catalogue import Catalogue, load_catalogue
from mainstay.exchange.chronicle import Account, account
from mainstay.kernel import Event
from tests.coach.diaries import Diary, all_clear, rated, train_as_told

HOSTILE = (
    '#panic("pwned") *bold* _it_ $x^2$ `raw` @ref <label> = Heading // gone /* gone */ #set page(width: 1pt)'
)
"""Everything that typst would take for markup, code or a comment, if it were ever let in as such."""
ZONE = timezone(timedelta(hours=1))


def course(weeks: int, **profile: object) -> Diary:
    """A person who trains as planned, walks, answers the measures and tries two self-tests."""
    return _lived(weeks, tuple(profile.items())).copy()


@cache
def _lived(weeks: int, profile: tuple[tuple[str, object], ...]) -> Diary:
    """Live a course once: the coach plans each of its days, which takes a second."""
    diary = Diary(load_catalogue(), ZONE)
    equipment = ["mat", "chair", "wall", "stick", "band"]
    diary.begin(**{"equipment": equipment, "walking_minutes": 15, "sex": "male", **dict(profile)})
    for day in range(weeks * 7):
        if day % 7 in (0, 2, 4):
            diary.write(
                "day_checked_in", day, 7.5, pain_now=max(0, 4 - day // 14), pain_usual=3, sleep_hours=7.5
            )
            train_as_told(diary, day, morning=1)
        if day % 7 == 5:
            diary.write("walk_logged", day, 17, minutes=20, steps=2400, source="by hand")
        if day % 42 == 3:
            score = max(0, 5 - day // 21)
            diary.write("measure_answered", day, 19, measure="pain-average", score=score)
            diary.write("self_test_done", day, 19.5, test="side-bridge", value=40 + day, side="left")
            diary.write("self_test_done", day, 19.6, test="side-bridge", value=45 + day, side="right")
    return diary


def worst() -> Diary:
    """A person with every difficult answer, hostile texts, strong responses, flare-ups and a locked plan."""
    return _worst().copy()


@cache
def _worst() -> Diary:
    diary = course(6, goal=HOSTILE * 3)
    for day in (44, 51, 58, 65):
        diary.write("flare_reported", day, 6, note=HOSTILE)
        diary.write("flare_ended", day + 3, 6)
    for day in (70, 73, 76, 79, 82, 85):
        answers = all_clear(diary.catalogue)
        diary.write("screening_answered", day, 6, scope="full", questions="1", answers=answers)
        tasks = [diary.task(slug, day) for slug in ("bird-dog", "bridge", "side-plank", "squat")]
        sharp = {"effort": 6, "pain": 7, "symptom": "sharp"}
        diary.train(day, tasks, rated(diary, sharp), closing={"effort": 8, "pain_after": 8})
    for slug in diary.catalogue.measures:
        diary.write("measure_answered", 86, 8, measure=slug, score=4)
        diary.write("measure_answered", 90, 8, measure=slug, score=5)
    answers = {
        question.id: "yes" for question in diary.catalogue.asked_in("full") if question.kind == "yes-no"
    }
    diary.write("screening_answered", 91, 8, scope="full", questions="1", answers={**answers, "age": 83})
    diary.write("clinician_cleared", 91, 9, by=HOSTILE, on=diary.day(91).isoformat(), note=HOSTILE)
    return diary


def told(diary: Diary, day: int) -> Account:
    """The account of a diary on a day."""
    return account(diary.catalogue, diary.events, diary.day(day))


@cache
def twelve_weeks() -> Account:
    """Twelve weeks that went well."""
    return told(course(12), 83)


@cache
def worst_case() -> Account:
    """The worst person, on their last day."""
    return told(worst(), 91)


def nobody(catalogue: Catalogue, *events: Event) -> Account:
    """The account of an empty diary, or of a few events."""
    return account(catalogue, events, Diary(catalogue).day(0))
