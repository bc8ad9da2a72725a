"""Flare-ups in the rules' words: pain two above usual for more than 24 hours, or the person says so."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mainstay.catalogue import Catalogue
from mainstay.kernel import Event, Symptom


@dataclass(slots=True)
class Flares:
    """A second reading of pain. ``since`` is None outside a flare-up; ``over`` waits for a session."""

    since: date | None = None
    usual: int | None = None
    over: bool = False
    told_usual: int | None = None
    reports: tuple[tuple[date, int], ...] = ()
    high_since: datetime | None = None
    trained: date | None = None

    def take(self, catalogue: Catalogue, event: Event) -> None:
        """Take in one event."""
        told = event.fields
        match event.kind:
            case "flare_reported":
                self._begin(event.day, self._level(catalogue))
            case "flare_ended":
                self._end()
            case "screening_answered" if isinstance(told["answers"].get("pain-now"), int):
                self.told_usual = None
            case "day_checked_in":
                before, self.told_usual = self._level(catalogue), told.get("pain_usual")
                level = before if self.told_usual is None else self.told_usual
                if not is_soreness(catalogue, event, self.trained):
                    self._report(catalogue, event, told["pain_now"], level)
            case "morning_after":
                self._report(catalogue, event, told["pain"], self._level(catalogue))
            case "set_performed" | "exercise_rated":
                self.trained, self.over = event.day, False

    def _level(self, catalogue: Catalogue) -> int | None:
        """The usual level told last, else the middle of some weeks' reports."""
        if self.told_usual is not None:
            return self.told_usual
        known = sorted(pain for _, pain in self.reports)
        return known[(len(known) - 1) // 2] if len(known) >= catalogue.rules.flare.reports_min.value else None

    def _begin(self, day: date, usual: int | None) -> None:
        if self.since is None:
            self.since, self.usual, self.over = day, usual, False

    def _end(self) -> None:
        if self.since is not None:
            self.since, self.high_since, self.over = None, None, True

    def _report(self, catalogue: Catalogue, event: Event, pain: int, usual: int | None) -> None:
        rules = catalogue.rules
        if self.since is not None:
            limit = (
                rules.pain.green_max.value if self.usual is None else self.usual + rules.flare.end_rise.value
            )
            if (event.day - self.since).days >= rules.flare.relief_days.value and pain <= limit:
                self._end()
            return
        kept = [
            (day, told)
            for day, told in self.reports
            if day != event.day and (event.day - day).days <= rules.flare.memory_days.value
        ]
        self.reports = (*kept, (event.day, pain))
        clock = event.at.replace(tzinfo=None)
        if usual is None or pain < usual + rules.flare.rise.value:
            self.high_since = None
        elif self.high_since is None:
            self.high_since = clock
        elif clock - self.high_since > timedelta(hours=rules.flare.hours.value):
            self._begin(event.day, usual)


def is_soreness(catalogue: Catalogue, event: Event, trained: date | None) -> bool:
    """Whether a check-in tells of muscles that are sore from training some days ago."""
    sore = event.fields.get("symptom") == Symptom.SORENESS
    return (
        sore
        and trained is not None
        and (event.day - trained).days <= catalogue.rules.pain.soreness_days.value
    )
