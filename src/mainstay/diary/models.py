"""The tables of the store. Only events are true; the other tables can be made from them again.

Their names are also written in :mod:`mainstay.diary.local`, which reads them without Django. A foreign key
has no index of its own: the diary comes first in the others.
"""

from uuid import uuid4

from django.db import models


class Diary(models.Model):
    """One person's diary."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=100, blank=True)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "diary"
        verbose_name_plural = "diaries"

    def __str__(self) -> str:
        """Return the diary's name."""
        return self.name or str(self.id)


class DiaryEvent(models.Model):
    """One event as it arrived.

    ``at`` is the time on the person's clock, with its offset; ``at_utc`` the same instant, for the order;
    ``day`` its local date. ``body`` holds the fields of the kind as JSON. ``target`` is the id that an
    ``event_retracted`` speaks of, null for all other kinds, so that its index holds retractions only.
    ``retracted`` follows from all retractions together.
    """

    diary = models.ForeignKey(Diary, models.CASCADE, db_index=False, related_name="events")
    event_id = models.CharField(max_length=36)
    kind = models.CharField(max_length=64)
    at = models.CharField(max_length=40)
    at_utc = models.DateTimeField()
    day = models.DateField()
    body = models.TextField()
    target = models.CharField(max_length=36, null=True)
    retracted = models.BooleanField(default=False)
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "diary_event"
        constraints = [models.UniqueConstraint(fields=["diary", "event_id"], name="diary_event_once")]
        indexes = [
            models.Index(fields=["diary", "at_utc", "event_id"], name="diary_event_order"),
            models.Index(fields=["diary", "kind", "at_utc", "event_id"], name="diary_event_kind"),
            models.Index(
                fields=["diary", "target"],
                name="diary_event_target",
                condition=models.Q(target__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        """Return what happened and when."""
        return f"{self.kind} at {self.at}"


class Folded(models.Model):
    """A person's state after every event up to and including one, and the version of what made it."""

    state = models.TextField()
    version = models.CharField(max_length=64)

    class Meta:
        abstract = True


class Projection(Folded):
    """The state after the whole diary: the one row that a page reads, and that writers lock.

    Of an empty diary it has no event. ``since_snapshot`` counts the events folded since the last snapshot.
    """

    diary = models.OneToOneField(Diary, on_delete=models.CASCADE, primary_key=True, related_name="projection")
    at_utc = models.DateTimeField(null=True)
    event_id = models.CharField(max_length=36, blank=True)
    since_snapshot = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "diary_projection"


class Snapshot(Folded):
    """The state at an earlier point, from which to replay when something before today changes."""

    diary = models.ForeignKey(Diary, models.CASCADE, db_index=False, related_name="snapshots")
    at_utc = models.DateTimeField()
    event_id = models.CharField(max_length=36)

    class Meta:
        db_table = "diary_snapshot"
        constraints = [
            models.UniqueConstraint(fields=["diary", "at_utc", "event_id"], name="diary_snapshot_once")
        ]


class DecisionRow(models.Model):
    """One decision of the coach, beside the event that led to it; ``number`` counts within the event."""

    diary = models.ForeignKey(Diary, models.CASCADE, db_index=False, related_name="decisions")
    decision = models.CharField(max_length=200)
    at_utc = models.DateTimeField()
    event_id = models.CharField(max_length=36)
    number = models.PositiveSmallIntegerField()
    day = models.DateField()
    exercise = models.CharField(max_length=64)
    verdict = models.CharField(max_length=16)
    body = models.TextField()

    class Meta:
        db_table = "diary_decision"
        constraints = [
            models.UniqueConstraint(
                fields=["diary", "at_utc", "event_id", "number"], name="diary_decision_once"
            )
        ]

    def __str__(self) -> str:
        """Return what was decided."""
        return f"{self.verdict} {self.exercise} on {self.day}"


class FlareRow(models.Model):
    """A flare-up that began or ended, beside the event that led to it; ``since`` is null where one ended."""

    diary = models.ForeignKey(Diary, models.CASCADE, db_index=False, related_name="flares")
    at_utc = models.DateTimeField()
    event_id = models.CharField(max_length=36)
    day = models.DateField()
    since = models.DateField(null=True)

    class Meta:
        db_table = "diary_flare"
        constraints = [
            models.UniqueConstraint(fields=["diary", "at_utc", "event_id"], name="diary_flare_once")
        ]


class Digest(models.Model):
    """What was worked out of a month, which begins on ``month``, and the version of what made it."""

    diary = models.ForeignKey(Diary, models.CASCADE, db_index=False, related_name="digests")
    month = models.DateField()
    version = models.CharField(max_length=64)
    body = models.TextField()

    class Meta:
        db_table = "diary_digest"
        constraints = [models.UniqueConstraint(fields=["diary", "month"], name="diary_digest_once")]
