"""The person's wishes, from their settings and their diary's profile."""

import os
from datetime import UTC, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from mainstay.catalogue import Catalogue
from mainstay.coach import Profile
from mainstay.diary.identity import LOCAL_DIARY
from mainstay.diary.models import Diary
from mainstay.reminders.models import ReminderSettings
from mainstay.reminders.timing import Breaks, Clock, Quiet, Wishes


def settings_of(diary: Diary) -> ReminderSettings:
    """Return the settings of a diary, made where it had none: nothing is wanted then."""
    found, _ = ReminderSettings.objects.get_or_create(diary=diary)
    return found


def zone_told(diary: Diary, zone: str, now: datetime) -> None:
    """Take in the zone of the person's browser; one that nobody knows changes nothing.

    The first one told is no journey. Later ones are theirs from now on.
    """
    if _zone(zone) is None:
        return
    settings = settings_of(diary)
    if settings.zone != zone:
        since = now.astimezone(UTC) if settings.zone else None
        ReminderSettings.objects.filter(pk=settings.pk).update(zone=zone, zone_since=since)


def zone_seen(zone: str, now: datetime) -> None:
    """Take in the zone that the person of this machine is in, where they have said what they want."""
    settings = ReminderSettings.objects.filter(pk=LOCAL_DIARY).select_related("diary").first()
    if settings:
        zone_told(settings.diary, zone, now)


def clock_of(settings: ReminderSettings) -> Clock:
    """Return the person's clock; the server's own where no zone was told."""
    return Clock(_zone(settings.zone) or _own_zone(), settings.zone_since)


def wishes_of(catalogue: Catalogue, settings: ReminderSettings, profile: Profile | None) -> Wishes:
    """Return what the person wants to be reminded of."""
    return Wishes(
        session=settings.session_time if settings.session else None,
        walk=settings.walk_time if settings.walk else None,
        breaks=_breaks(catalogue, profile) if settings.breaks else None,
        quiet=Quiet(settings.quiet_from, settings.quiet_to),
        clock=clock_of(settings),
        since=settings.changed_at,
        paused=settings.asked_at is not None,
    )


def _breaks(catalogue: Catalogue, profile: Profile | None) -> Breaks | None:
    """The person's hours and minutes, or the usual ones; none where they want no breaks."""
    rules = catalogue.rules
    told = profile.break_minutes if profile else None
    every = rules.habits.break_minutes.whole if told is None else told
    if every <= 0:
        return None
    if profile and profile.break_hours:
        begins, ends = map(time.fromisoformat, profile.break_hours)
    else:
        begins, ends = time(rules.reminders.break_from_hour.whole), time(rules.reminders.break_to_hour.whole)
    return Breaks(every, begins, ends)


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, OSError, ValueError):
        return None


def _own_zone() -> ZoneInfo:
    """The server's zone by its name, as far as it tells one; UTC otherwise."""
    linked = str(Path("/etc/localtime").resolve()).partition("zoneinfo/")[2]
    return _zone(os.environ.get("TZ", "").removeprefix(":")) or _zone(linked) or ZoneInfo("UTC")
