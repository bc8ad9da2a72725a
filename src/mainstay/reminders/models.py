"""The tables of reminders: what the person wants, by which channels, what was due and what became of it.

None of it is part of the diary: it is about this server and its addresses, is in no export, and goes with
the diary when that is deleted.
"""

from datetime import time

from django.db import models

from mainstay.diary.models import Diary


class ReminderSettings(models.Model):
    """What a person wants to be reminded of. Nothing, until they say so.

    Times are on the person's clock. ``zone`` is an IANA name, last told by their browser, and ``zone_since``
    the moment it became theirs; without one the server's own zone is used. How often and when breaks are
    wanted is in the diary's profile. ``origin`` is where the person opens the app, such as
    ``https://coach.example``, for links in messages. ``asked_at`` is the moment after which nothing more
    is sent until the person says whether to go on; ``counted_since`` the first day on which an unanswered
    reminder counts. ``feed_digest`` is the SHA-256 of the calendar feed's secret, empty where it is off.
    ``changed_at`` is when the person last saved their wishes: nothing is due before; ``looked_at`` when the
    worker last looked, to within minutes.
    """

    diary = models.OneToOneField(Diary, models.CASCADE, primary_key=True, related_name="reminder_settings")
    session = models.BooleanField(default=False)
    session_time = models.TimeField(default=time(8))
    walk = models.BooleanField(default=False)
    walk_time = models.TimeField(default=time(17))
    breaks = models.BooleanField(default=False)
    quiet_from = models.TimeField(default=time(21))
    quiet_to = models.TimeField(default=time(7))
    discreet = models.BooleanField(default=True)
    zone = models.CharField(max_length=64, blank=True)
    zone_since = models.DateTimeField(null=True, blank=True)
    origin = models.CharField(max_length=200, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    counted_since = models.DateField(null=True, blank=True)
    feed_digest = models.CharField(max_length=64, blank=True)
    changed_at = models.DateTimeField(auto_now=True)
    looked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "reminder_settings"
        verbose_name_plural = "reminder settings"


class Channel(models.Model):
    """One way to reach the person. ``address`` is as its kind has it, and may hold secrets: never show it.

    ``problem`` says in plain words why the last message did not arrive; empty after one that did.
    """

    class Kind(models.TextChoices):
        """Web Push to a browser, e-mail, or a service that apprise reaches."""

        PUSH = "push"
        EMAIL = "email"
        SERVICE = "service"

    diary = models.ForeignKey(Diary, models.CASCADE, related_name="reminder_channels")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    name = models.CharField(max_length=100)
    address = models.JSONField()
    on = models.BooleanField(default=True)
    problem = models.CharField(max_length=300, blank=True)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "reminder_channel"

    def __str__(self) -> str:
        """Return the name the person gave it."""
        return self.name


class Reminder(models.Model):
    """One reminder, made when it is due; its key makes it the only one.

    ``day`` is the person's local day, ``due_at`` the moment it was due, ``until`` the last one at which it
    is of use, ``again_at`` when the person wants it once more. ``follows`` is the key of the reminder that
    this one repeats, because the person asked for it.
    """

    class Answer(models.TextChoices):
        """What the person pressed."""

        NONE = ""
        LATER = "later"
        NOT_TODAY = "not_today"

    diary = models.ForeignKey(Diary, models.CASCADE, related_name="reminders")
    key = models.CharField(max_length=64)
    kind = models.CharField(max_length=8)
    day = models.DateField()
    due_at = models.DateTimeField()
    until = models.DateTimeField()
    follows = models.CharField(max_length=64, blank=True)
    answer = models.CharField(max_length=9, choices=Answer.choices, default=Answer.NONE, blank=True)
    again_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "reminder"
        constraints = [models.UniqueConstraint(fields=["diary", "key"], name="reminder_once")]
        indexes = [models.Index(fields=["diary", "day"], name="reminder_day")]

    def __str__(self) -> str:
        """Return the reminder's key."""
        return self.key


class Delivery(models.Model):
    """One reminder on its way over one channel.

    ``due`` waits for ``not_before``; ``sending`` belongs to the worker that holds ``lease`` until
    ``lease_until``. The others are ends: ``sent``; ``failed`` for good; ``late``, too late to be of use;
    ``dropped``, as it was no longer wanted; ``unknown``, where a worker died while handing it over and it
    is too late to do so again. ``problem`` says why, in plain words.
    """

    class State(models.TextChoices):
        """Where a delivery is."""

        DUE = "due"
        SENDING = "sending"
        SENT = "sent"
        FAILED = "failed"
        LATE = "late"
        DROPPED = "dropped"
        UNKNOWN = "unknown"

    reminder = models.ForeignKey(Reminder, models.CASCADE, related_name="deliveries")
    channel = models.ForeignKey(Channel, models.SET_NULL, null=True, related_name="deliveries")
    channel_name = models.CharField(max_length=100)
    state = models.CharField(max_length=8, choices=State.choices, default=State.DUE)
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField()
    lease = models.CharField(max_length=36, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "reminder_delivery"
        constraints = [models.UniqueConstraint(fields=["reminder", "channel"], name="reminder_delivery_once")]
        indexes = [
            models.Index(
                fields=["not_before"],
                name="reminder_delivery_open",
                condition=models.Q(state__in=["due", "sending"]),
            )
        ]
