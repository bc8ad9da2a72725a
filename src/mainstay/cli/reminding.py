"""``mainstay remind``: one look for what is due, or only the prospect, or a test."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from mainstay.cli.output import console, print_json
from mainstay.cli.refusal import Refused
from mainstay.cli.serving import django_ready
from mainstay.words import reminder_text

if TYPE_CHECKING:
    from mainstay.reminders.models import Channel, Delivery
    from mainstay.reminders.outbox import Prospect
    from mainstay.reminders.timing import Due


def run_round(*, as_json: bool) -> None:
    """Send what is due, and print what became of each copy."""
    django_ready()
    from mainstay.reminders.outbox import Carrier

    copies = Carrier().round()
    if as_json:
        print_json({"copies": [_copy_json(copy) for copy in copies]})
        return
    out = console()
    for copy in copies:
        said = f"{copy.reminder.key} to {copy.channel_name}: {copy.state}"
        out.print(f"{said}. {copy.problem}" if copy.problem else said)
    if not copies:
        out.print("Nothing is due.")


def run_dry(*, as_json: bool) -> None:
    """Print what is due now and what is to come today, and why there is nothing of a kind."""
    django_ready()
    from mainstay.diary.store import the_diary
    from mainstay.reminders.outbox import prospect

    now = datetime.now(UTC)
    seen = prospect(the_diary(), now)
    if as_json:
        print_json(_prospect_json(seen, now))
        return
    out = console()
    if seen is None:
        out.print("No reminders are wanted.")
        return
    now_due = seen.agenda.now(now)
    for due in seen.agenda.dues:
        when = due.due_at.astimezone(seen.wishes.clock.zone)
        if due in now_due or due.due_at > now:
            out.print(f"{when:%H:%M} {due.key}" + (" (due now)" if due in now_due else ""))
    for kind, why in seen.agenda.silent:
        out.print(f"no {kind}: {reminder_text(f'problem.{why}')}")
    if not seen.agenda.dues and not seen.agenda.silent:
        out.print("Nothing more today.")


def run_test(name: str, *, as_json: bool) -> None:
    """Send a test over the channel of a name."""
    django_ready()
    from mainstay.reminders.outbox import send_test

    problem = send_test(_channel(name), datetime.now(UTC))
    if as_json:
        print_json({"channel": name, "sent": not problem, "problem": problem})
    elif problem:
        raise Refused([f"{name}: {problem}"])
    else:
        console().print(f"A test is on its way to {name}.")


def _channel(name: str) -> "Channel":
    from mainstay.diary.store import the_diary
    from mainstay.reminders.models import Channel

    channels = list(Channel.objects.filter(diary=the_diary()))
    found = [channel for channel in channels if channel.name == name]
    if not found:
        known = ", ".join(channel.name for channel in channels) or "none yet"
        raise Refused([f"{name}: no channel has this name; the channels are: {known}"])
    return found[0]


def _copy_json(copy: "Delivery") -> dict[str, object]:
    return {
        "key": copy.reminder.key,
        "kind": copy.reminder.kind,
        "channel": copy.channel_name,
        "due_at": copy.reminder.due_at.isoformat(),
        "state": str(copy.state),
        "problem": copy.problem,
    }


def _prospect_json(seen: "Prospect | None", now: datetime) -> dict[str, object]:
    if seen is None:
        return {"due": [], "coming": [], "silent": []}
    zone = seen.wishes.clock.zone
    coming = [due for due in seen.agenda.dues if due.due_at > now]
    return {
        "due": [_due_json(due, zone) for due in seen.agenda.now(now)],
        "coming": [_due_json(due, zone) for due in coming],
        "silent": [{"kind": kind, "why": why} for kind, why in seen.agenda.silent],
    }


def _due_json(due: "Due", zone: ZoneInfo) -> dict[str, str]:
    return {"key": due.key, "kind": due.kind, "due_at": due.due_at.astimezone(zone).isoformat()}
