"""The player's picture in a terminal of 80 by 24: one big number, what, where, and what comes next."""

from typing import TYPE_CHECKING, Any

from mainstay.cli.terminal.asking import say
from mainstay.guide.view import View

if TYPE_CHECKING:
    from rich.console import RenderableType

_BAR = 60
_MINUTE = 60
_DIGITS = {
    "0": ("█████", "█   █", "█   █", "█   █", "█████"),
    "1": ("  █  ", " ██  ", "  █  ", "  █  ", " ███ "),
    "2": ("█████", "    █", "█████", "█    ", "█████"),
    "3": ("█████", "    █", " ████", "    █", "█████"),
    "4": ("█   █", "█   █", "█████", "    █", "    █"),
    "5": ("█████", "█    ", "█████", "    █", "█████"),
    "6": ("█████", "█    ", "█████", "█   █", "█████"),
    "7": ("█████", "    █", "   █ ", "  █  ", "  █  "),
    "8": ("█████", "█   █", "█████", "█   █", "█████"),
    "9": ("█████", "█   █", "█████", "    █", "█████"),
    ":": ("   ", " █ ", "   ", " █ ", "   "),
}


def picture(view: View, line: dict[str, Any], upcoming: str) -> "RenderableType":
    """Return the picture of a view; ``upcoming`` is the name of the next exercise, empty after the last."""
    from rich.align import Align
    from rich.console import Group
    from rich.text import Text

    return Group(
        Text(f"{line['name']} · {line['rung_name']}".rstrip(" ·"), style="bold"),
        Text(_where(view, line), style="dim"),
        Text(""),
        Align.center(Text("\n".join(big(view)), style="bold", no_wrap=True)),
        Align.center(Text(_under(view))),
        Text(""),
        Align.center(Text(_now(view), style="bold")),
        Align.center(Text(bar(view.count.share))),
        Text(""),
        Text(
            say("session.next-up", what=_then(view, upcoming)) if _then(view, upcoming) else "", style="dim"
        ),
        Text(f"{bar(view.progress)}  {say('session.left', time=clock(view.left))}", style="dim"),
        Text(""),
        Text(_hint(view, line)),
        Text(say("session.keys"), style="dim"),
    )


def big(view: View) -> list[str]:
    """Return the view's number in five rows of blocks."""
    count = view.count
    text = clock(int(count.number)) if count.unit == "clock" else f"{count.number:g}"
    return ["  ".join(_DIGITS[letter][row] for letter in text if letter in _DIGITS) for row in range(5)]


def bar(share: float) -> str:
    """Return a bar that is filled to a share from 0 to 1."""
    full = round(share * _BAR)
    return "━" * full + "┄" * (_BAR - full)


def clock(seconds: int) -> str:
    """Return seconds as they are read on a clock."""
    return f"{seconds // _MINUTE}:{seconds % _MINUTE:02d}"


def _side(side: str) -> str:
    return say(f"session.{side}-side") if side else ""


def _where(view: View, line: dict[str, Any]) -> str:
    place = say("session.set-of", set=view.set, sets=view.sets)
    return " · ".join(filter(None, (line["dose"], place, _side(view.side))))


def _under(view: View) -> str:
    if view.count.unit == "reps" and view.count.of and not view.own_pace:
        return say("session.times", of=view.count.of)
    return "" if view.count.unit != "seconds" else say("session.seconds")


def _now(view: View) -> str:
    if view.mode == "paused":
        return say("session.paused")
    if view.mode == "waiting":
        return say("session.ready")
    if view.own_pace:
        return say("session.kind.own-pace")
    if view.kind == "change":
        return f"{say('session.kind.change')}: {_side(view.side)}"
    if view.kind in ("ready", "rest"):
        return say(f"session.kind.{view.kind}")
    return f"{view.count.phase}, {say(f'session.breath.{view.count.breath}')}"


def _then(view: View, upcoming: str) -> str:
    if view.then is None:
        return ""
    if view.then.place != view.place:
        return upcoming
    if view.then.kind in ("rest", "change"):
        return say(f"session.kind.{view.then.kind}")
    set_of = say("session.set-of", set=view.then.set, sets=view.sets)
    return ", ".join(filter(None, (set_of, _side(view.then.side))))


def _hint(view: View, line: dict[str, Any]) -> str:
    """Before an exercise how it is done, while it goes on its shortest cue."""
    if view.mode in ("waiting", "paused") or view.kind == "ready":
        return str(line["how"])
    return str(line["cues"][0]) if line["cues"] else ""
