"""Diaries as a whole: finding, starting and deleting them."""

from datetime import UTC
from uuid import UUID, uuid5

from django.db import connections, router, transaction

from mainstay.catalogue import Catalogue
from mainstay.coach import Person
from mainstay.diary.identity import LOCAL_DIARY
from mainstay.diary.models import Diary, DiaryEvent, Projection
from mainstay.diary.state import state_text, state_version


def the_diary() -> Diary:
    """Return the diary of the one person of this machine, started where there was none."""
    found = Diary.objects.filter(pk=LOCAL_DIARY).first()
    return found or Diary.objects.get_or_create(pk=LOCAL_DIARY)[0]


def held_diary() -> Diary:
    """Return the same diary for this transaction alone: until it ends, nobody can delete it."""
    return Diary.objects.select_for_update().get(pk=the_diary().pk)


def edition(diary: Diary) -> UUID:
    """Name this very diary: one that was deleted and begun anew has the same key, and another name."""
    return uuid5(diary.pk, diary.created.astimezone(UTC).isoformat())


def mark(diary: Diary) -> str:
    """Name what has arrived so far: another name after every new event, late ones and retractions too."""
    newest = DiaryEvent.objects.filter(diary=diary).order_by("-pk").values_list("pk", flat=True).first()
    return str(newest or 0)


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
