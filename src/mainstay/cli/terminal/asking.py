"""Questions with an answer typed on a line."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from mainstay.words import phrases_in

if TYPE_CHECKING:
    from rich.console import Console

_T = TypeVar("_T")
_POINTS = {str(number): number for number in range(11)}


def say(key: str, **holes: object) -> str:
    """Return a phrase with its holes filled."""
    return phrases_in()[key].format(**holes)


def ask_points(out: "Console", text: str) -> int:
    """Ask for a number from 0 to 10 until there is one."""
    return _asked(out, text, say("session.points"), _POINTS)


def ask_points_or_none(out: "Console", text: str) -> int | None:
    """Ask for a number from 0 to 10; an empty line leaves it open."""
    return _asked(out, text, say("session.points-or-open"), {**_POINTS, "": None})


def ask_choice(out: "Console", text: str, choices: Mapping[str, str], hint: str = "") -> str:
    """Ask for one of some answers by its letter; return what the letter stands for."""
    return _asked(
        out, text, hint or " · ".join(f"{letter} {name}" for letter, name in choices.items()), choices
    )


def wait_for_enter(out: "Console") -> None:
    """Let the person read until they press Enter."""
    out.input(f"\n[dim]{say('session.enter')}[/dim] ")


def _asked(out: "Console", text: str, hint: str, answers: Mapping[str, _T]) -> _T:
    out.print(f"\n[bold]{text}[/bold]  [dim]{hint}[/dim]")
    while True:
        given = out.input("> ").strip().lower()
        if given in answers:
            return answers[given]
        out.print(say("session.not-read", choices=hint))
