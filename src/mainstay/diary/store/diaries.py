"""Diaries as a whole: finding, starting and deleting them."""

from django.db import connections, router, transaction

from mainstay.catalogue import Catalogue
from mainstay.coach import Person
from mainstay.diary.identity import LOCAL_DIARY
from mainstay.diary.models import Diary, Projection
from mainstay.diary.state import state_text, state_version


def the_diary() -> Diary:
    """Return the diary of the one person of this machine, started where there was none."""
    found = Diary.objects.filter(pk=LOCAL_DIARY).first()
    return found or Diary.objects.get_or_create(pk=LOCAL_DIARY)[0]


def locked_projection(diary: Diary, catalogue: Catalogue) -> Projection:
    """Return the diary's state for this transaction alone; other writers wait until it ends.

    On SQLite the transaction itself has locked the whole store already (``IMMEDIATE``).
    """
    empty = {"state": state_text(Person()), "version": state_version(catalogue.version)}
    locked = Projection.objects.select_for_update()
    projection, _ = locked.get_or_create(diary=diary, defaults=empty)
    # The diary is known; asking for it again would be one more question.
    projection.diary = diary
    return projection


def delete_everything(diary: Diary) -> None:
    """Delete a diary with all its events and everything that followed from them.

    Nothing of it stays behind in the file: SQLite would otherwise only mark the space as free.
    """
    connection = connections[router.db_for_write(Diary)]
    with transaction.atomic():
        Diary.objects.filter(pk=diary.pk).delete()
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
