"""The store of events: what is appended here is on the disk, and the person's state is always up to date.

Needs Django to be set up. Every function takes the catalogue to decide by, or uses the one that is installed.
"""

from mainstay.diary.models import Diary
from mainstay.diary.store.appending import Appended, Conflict, append
from mainstay.diary.store.diaries import delete_everything, edition, held_diary, mark, the_diary
from mainstay.diary.store.digests import digests_of
from mainstay.diary.store.looking import (
    decisions_of,
    events_of,
    flare_turns_of,
    person_of,
    person_until,
    telling,
)

__all__ = [
    "Appended",
    "Conflict",
    "Diary",
    "append",
    "decisions_of",
    "delete_everything",
    "digests_of",
    "edition",
    "events_of",
    "flare_turns_of",
    "held_diary",
    "mark",
    "person_of",
    "person_until",
    "telling",
    "the_diary",
]
