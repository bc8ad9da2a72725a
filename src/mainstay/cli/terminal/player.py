"""The player in the terminal: it draws the clock and does what the keys say."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from mainstay.cli.terminal import talk
from mainstay.cli.terminal.keyboard import pressed, single_keys
from mainstay.cli.terminal.picture import picture
from mainstay.cli.terminal.sitting import Sitting
from mainstay.guide.cues import cues_of
from mainstay.guide.session import State
from mainstay.guide.view import view_of

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

Now = Callable[[], float]
"""A monotonic clock, in milliseconds."""
_LOOK_SECONDS = 0.1
_ACTIONS = {"n": "next", "b": "back", "d": "done", "e": "enough"}
_BELLS = ("count", "work", "end", "change", "finish", "halfway")


class Left(Exception):
    """The person stops here; the session can be carried on."""


def play(out: "Console", sitting: Sitting, now: Now) -> None:
    """Lead through the session to its end; raise :class:`Left` where the person stops before it."""
    while sitting.state.mode != "over":
        if sitting.state.mode == "rating":
            talk.rate(out, sitting, now)
            continue
        key = _play_until_asked(out, sitting, now)
        if key == "h":
            talk.hurts(out, sitting, now)
        elif key == "s":
            talk.skip(out, sitting, now)
        elif key == "q":
            raise Left


def _play_until_asked(out: "Console", sitting: Sitting, now: Now) -> str:
    """Run the clock until a key or the state leads away from it; return the key."""
    from rich.live import Live

    with single_keys(), Live(_drawn(sitting), console=out, screen=True, auto_refresh=False) as live:
        while sitting.state.mode in ("waiting", "running", "paused"):
            for key in pressed(_LOOK_SECONDS) or [""]:
                before = sitting.state
                if key in ("h", "s", "q"):
                    sitting.act({"type": "pause", "at": now()})
                    return key
                sitting.act({"type": _action(key, before), "at": now()})
                _ring(out, before, sitting.state)
            live.update(_drawn(sitting), refresh=True)
    return ""


def _action(key: str, state: State) -> str:
    if key == "space":
        return "pause" if state.mode == "running" else "start"
    return _ACTIONS.get(key, "tick")


def _ring(out: "Console", before: State, after: State) -> None:
    if any(cue.sound in _BELLS for cue in cues_of(before, after)):
        out.bell()


def _drawn(sitting: Sitting) -> "RenderableType":
    view = view_of(sitting.state)
    upcoming = sitting.line_at(view.upcoming)["name"] if view.upcoming is not None else ""
    return picture(view, dict(sitting.line), upcoming)
