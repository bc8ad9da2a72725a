"""What is to be heard and felt on the way from one state to the next: keys, and words by key. Pure.

The twin of ``js/guide/cues.js``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil, floor

from mainstay.guide.moment import beat_at, into_part, is_timed
from mainstay.guide.session import LineState, Part, State

_COUNTED_SECONDS = 3
_COUNTED_HOLD_SECONDS = 6
"""A shorter hold has no room for a spoken countdown."""
_LATE_SECONDS = 1.5
"""After a gap like this only what is so now is said, nothing of what was missed."""


@dataclass(frozen=True, slots=True)
class Word:
    """Words as they are, or a phrase by key with what fills its holes."""

    text: str | None = None
    phrase: str | None = None
    holes: Mapping[str, int | float | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cue:
    """One moment to be heard, said and felt."""

    sound: str | None
    vibrate: str | None
    say: tuple[Word, ...]


def cues_of(before: State, after: State) -> list[Cue]:
    """Return the cues between two states that follow each other, in order."""
    if after.mode in ("over", "rating"):
        return [] if before.mode == after.mode else [_END[after.mode]]
    if after.mode != "running":
        paused = before.mode == "running" and after.mode == "paused"
        return [Cue(None, "short", _phrase("cue.paused"))] if paused else []
    if _has_entered(before, after):
        return [_entry(before, after)]
    if before.mode == "paused":
        return [Cue(None, "short", _phrase("cue.resumed"))]
    return [] if after.now - before.now > _LATE_SECONDS * 1000 else _within(before, after)


def words_of(cue: Cue, phrases: Mapping[str, str]) -> str:
    """Return the words of a cue; a phrase that there is not is not said."""
    return " ".join(filter(None, (_filled(word, phrases) for word in cue.say)))


def _filled(word: Word, phrases: Mapping[str, str]) -> str:
    if word.text is not None:
        return word.text
    return re.sub(
        r"\{(\w+)\}", lambda hole: str(word.holes.get(hole[1], "")), phrases.get(word.phrase or "", "")
    )


def _phrase(key: str, **holes: int | float | None) -> tuple[Word, ...]:
    return (Word(phrase=key, holes=holes),)


def _text(text: str) -> tuple[Word, ...]:
    return (Word(text=text),)


_END = {
    "over": Cue("finish", "long", _phrase("cue.finish")),
    "rating": Cue("end", "double", _phrase("cue.exercise-done")),
}


def _has_entered(before: State, after: State) -> bool:
    if (before.place, before.part) != (after.place, after.part) or before.mode in ("waiting", "rating"):
        return True
    return before.mode == "running" and before.began != after.began


def _entry(before: State, after: State) -> Cue:
    line, part = after.line, after.present
    if part.kind == "ready":
        new = before.place != after.place or before.mode == "waiting"
        return Cue("ready", "long", (*(_text(line.say.intro) if new else ()), *_phrase("cue.ready")))
    if part.kind == "rest":
        rest = _phrase("cue.rest", seconds=floor(part.seconds + 0.5))
        return Cue("end", "double", (*rest, *_set_words(line, part)))
    if part.kind == "change":
        return Cue("change", "triple", _phrase(f"cue.change.{part.side}"))
    return Cue("work", "long", _work_words(after, line))


def _set_words(line: LineState, part: Part) -> tuple[Word, ...]:
    text = line.say.set.get(str(part.set))
    return _text(text) if text else ()


def _work_words(state: State, line: LineState) -> tuple[Word, ...]:
    if not is_timed(state):
        return _phrase("cue.own-pace", reps=line.targets.reps)
    first = line.beats[0]
    return _phrase("cue.hold") if first.hold else _text(first.name)


def _within(before: State, after: State) -> list[Cue]:
    part, line = after.present, after.line
    was, now = into_part(before), into_part(after)
    if part.kind != "work":
        return _countdown(part.seconds, was, now)
    if not is_timed(after):
        return []
    if line.counts == "minutes":
        return [*_halfway(after, part.seconds, was, now), *_countdown(part.seconds, was, now)]
    old, new = beat_at(line, was), beat_at(line, now)
    if old.index != new.index:
        return [_beat_cue(line, old.index, new.index)]
    seconds = new.beat.seconds
    if not new.beat.hold or seconds < _COUNTED_HOLD_SECONDS:
        return []
    return [*_halfway(after, seconds, old.into, new.into), *_countdown(seconds, old.into, new.into)]


def _beat_cue(line: LineState, was: int, now: int) -> Cue:
    """The first repetition of a set names its phases; later ones are counted."""
    old, new = line.beats[was], line.beats[now]
    if new.hold:
        return Cue("hold", "short", _phrase("cue.hold") if new.rep == 1 else ())
    if new.rep != old.rep:
        return Cue("rep", "short", _text(str(new.rep)))
    return Cue("phase", None, _text(new.name) if new.rep == 1 else ())


def _countdown(seconds: float, was: float, now: float) -> list[Cue]:
    before, left = ceil(seconds - was), ceil(seconds - now)
    counted = left < before and 1 <= left <= _COUNTED_SECONDS
    return [Cue("count", "short", _text(str(left)))] if counted else []


def _halfway(state: State, seconds: float, was: float, now: float) -> list[Cue]:
    half = seconds / 2
    passed = seconds >= state.halfway and was < half <= now
    return [Cue("halfway", "short", _phrase("cue.halfway"))] if passed else []
