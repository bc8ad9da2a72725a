"""``mainstay session``: today's session, guided in the terminal."""

import sys
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mainstay.catalogue import load_catalogue
from mainstay.cli.output import console
from mainstay.cli.refusal import Refused
from mainstay.cli.source import folded_from
from mainstay.cli.terminal.asking import say
from mainstay.cli.terminal.log import Pen, Write, file_log, store_log
from mainstay.coach import standing_events
from mainstay.diary import new_id
from mainstay.guide.packet import Known, day_packet
from mainstay.guide.session import Pace
from mainstay.guide.state import begin

if TYPE_CHECKING:
    from rich.console import Console

    from mainstay.cli.terminal.sitting import Sitting

Json = Mapping[str, Any]


def _steady() -> float:
    return time.monotonic() * 1000


def _today() -> datetime:
    return datetime.now().astimezone()


def run_session(
    file: str | None,
    pace: Pace,
    *,
    steady: Callable[[], float] = _steady,
    clock: Callable[[], datetime] = _today,
) -> None:
    """Guide today's session; ``steady`` is a monotonic clock in milliseconds, ``clock`` the person's own.

    Everything that is told is written to the diary as it happens. Ctrl-C leaves a session that can be
    carried on.
    """
    _require_terminal(file)
    from mainstay.cli.terminal import player, talk

    out = console()
    known = _known(file, clock())
    packet = day_packet(known, known.now.date())
    pen = Pen(_log(file), clock)
    try:
        sitting = _begun(out, packet, pen, pace)
        if sitting:
            player.play(out, sitting, steady)
            talk.finish(out, sitting, steady)
    except (KeyboardInterrupt, EOFError, player.Left):
        out.print(f"\n{say('session.saved')}")


def _require_terminal(file: str | None) -> None:
    if sys.platform == "win32":
        raise Refused([say("session.no-windows")])
    if file == "-" or not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Refused([say("session.needs-terminal")])


def _known(file: str | None, now: datetime) -> Known:
    catalogue = load_catalogue()
    events, folded = folded_from(catalogue, file)
    standing = tuple(standing_events(events))
    return Known(catalogue, folded.person, standing, folded.decisions, now, diary="", version="")


def _log(file: str | None) -> Write:
    return store_log() if file is None else file_log(Path(file))


def _begun(out: "Console", packet: Json, pen: Pen, pace: Pace) -> "Sitting | None":
    """Return the session to train, the one under way or today's after the check-in; None without one."""
    from mainstay.cli.terminal import talk
    from mainstay.cli.terminal.sitting import Sitting

    if packet["gate"]:
        out.print(
            f"[bold]{packet['gate']['title']}[/bold]\n{packet['gate']['text']}\n{say('session.elsewhere')}"
        )
        return None
    known = packet["under_way"]
    if known:
        out.print(say("session.carry-on"))
        state = begin(packet["lines"], known["lines"], packet, pace=pace, done=known)
        return Sitting(packet, known["session"], known["plan"], state, pen, known)
    if packet["rest"]:
        out.print("\n".join(filter(None, (packet["rest"][name] for name in ("title", "text", "next")))))
        return None
    told = talk.check_in(out, packet, pen)
    outcome = talk.outcome(out, packet, told)
    if outcome is None:
        return None
    started = pen.new("session_started", session=new_id(pen.now()), plan=outcome["plan"])
    pen.write(started)
    state = begin(packet["lines"], outcome["lines"], packet, pace=pace)
    sitting = Sitting(packet, started.fields["session"], outcome["plan"], state, pen, None)
    sitting.usual = told.usual
    talk.overview(out, sitting)
    return sitting
