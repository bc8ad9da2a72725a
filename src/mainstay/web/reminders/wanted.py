"""What the person wants to be reminded of, as a form: its questions, and what was answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from django.http import QueryDict

from mainstay.reminders.models import ReminderSettings
from mainstay.reminders.timing import Quiet
from mainstay.web.forms import Asked, Typed, choices

CUE_LENGTH = 120
_KINDS = (
    ("session", "A session, on the days that are planned"),
    ("walk", "A walk"),
    ("breaks", "A break from sitting, now and then"),
)
_DISCREET = (
    ("yes", "Say only that something is planned"),
    ("no", "Say what it is: the session and how long it takes"),
)
_WHEN = "Please write a time, such as 08:30."
_QUIET = "This is within your quiet hours. Please choose another time, or other quiet hours."
_TIMED = ("session", "walk")
_TIMES = ("session_time", "walk_time", "quiet_from", "quiet_to")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A form that was filled in: the kinds, the times as typed, the plan's words, and how discreetly."""

    kinds: frozenset[str]
    times: Mapping[str, str]
    cue: str
    discreet: bool

    @property
    def faults(self) -> dict[str, str]:
        """What is wrong, by field."""
        return {name: _WHEN for name, text in self.times.items() if _time(text) is None} or self._unheard()

    def _unheard(self) -> dict[str, str]:
        """Times of what is wanted that lie in the quiet hours, so that nothing would ever come of them."""
        begins, ends = (_time(self.times[name]) for name in ("quiet_from", "quiet_to"))
        if begins is None or ends is None:
            return {}
        quiet = Quiet(begins, ends)
        times = {name: _time(self.times[f"{name}_time"]) for name in _TIMED if name in self.kinds}
        return {f"{name}_time": _QUIET for name, at in times.items() if at and quiet.holds(at)}

    def into(self, settings: ReminderSettings) -> None:
        """Save what was wanted, where nothing is wrong; what is not asked here stays as it is."""
        changed: dict[str, time | bool | None] = {name: _time(text) for name, text in self.times.items()}
        changed |= {name: name in self.kinds for name, _ in _KINDS} | {"discreet": self.discreet}
        for name, value in changed.items():
            setattr(settings, name, value)
        settings.save(update_fields=[*changed, "origin", "changed_at"])


def wanted_of(settings: ReminderSettings, cue: str) -> Wanted:
    """Return the form as it was last saved."""
    times = {name: getattr(settings, name).strftime("%H:%M") for name in _TIMES}
    kinds = frozenset(name for name, _ in _KINDS if getattr(settings, name))
    return Wanted(kinds, times, cue, settings.discreet)


def read_wanted(posted: QueryDict) -> Wanted:
    """Return the form as it was filled in."""
    kinds = frozenset(name for name, _ in _KINDS if name in posted.getlist("want"))
    times = {name: posted.get(name, "").strip() for name in _TIMES}
    return Wanted(kinds, times, posted.get("cue", "").strip()[:CUE_LENGTH], posted.get("discreet") != "no")


def questions(wanted: Wanted, faults: Mapping[str, str]) -> dict[str, Asked | Typed]:
    """Return the questions by name, with what is known and what is wrong."""
    return {
        "want": Asked(
            "want",
            "What shall I remind you of?",
            choices(_KINDS, wanted.kinds),
            "checkbox",
            shape="tiles one",
        ),
        "cue": Typed(
            "cue",
            "What comes just before?",
            value=wanted.cue,
            hint="Something you do anyway, such as “After breakfast” or “When I am home from work”.",
            most=CUE_LENGTH,
            optional=True,
        ),
        "session_time": _at("session_time", "And about when is that?", wanted, faults),
        "walk_time": _at("walk_time", "A walk, at about", wanted, faults),
        "quiet_from": _at("quiet_from", "From", wanted, faults),
        "quiet_to": _at("quiet_to", "To", wanted, faults),
        "discreet": Asked(
            "discreet",
            "On the lock screen",
            choices(_DISCREET, ("yes" if wanted.discreet else "no",)),
            shape="tiles one",
        ),
    }


def _at(name: str, label: str, wanted: Wanted, faults: Mapping[str, str]) -> Typed:
    return Typed(name, label, kind="time", value=wanted.times[name], fault=faults.get(name, ""))


def _time(text: str) -> time | None:
    try:
        return time.fromisoformat(text).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        return None
