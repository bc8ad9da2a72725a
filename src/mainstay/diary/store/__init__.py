"""The store of events: what is appended here is on the disk, and the person's state is always up to date.

Needs Django to be set up. Every function takes the catalogue to decide by, or uses the one that is installed.
"""

from mainstay.diary.models import Diary
from mainstay.diary.store.appending import Appended, Conflict, append
from mainstay.diary.store.diaries import delete_everything, the_diary
from mainstay.diary.store.looking import decisions_of, events_of, person_of

__all__ = [
    "Appended",
    "Conflict",
    "Diary",
    "append",
    "decisions_of",
    "delete_everything",
    "events_of",
    "person_of",
    "the_diary",
]
