"""What is asked and told around the clock: before the session, after exercises, when it hurts, at the end."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from mainstay.cli.terminal.asking import ask_choice, ask_points, ask_points_or_none, say, wait_for_enter
from mainstay.cli.terminal.log import Pen
from mainstay.cli.terminal.sitting import Sitting
from mainstay.guide.reading import CheckIn, outcome_of
from mainstay.kernel import Symptom
from mainstay.words import symptom_text

if TYPE_CHECKING:
    from rich.console import Console

Json = Mapping[str, Any]
Now = Callable[[], float]
_SAFETY = {"n": "no", "y": "yes", "u": "unsure"}
_WHY = {"t": "time", "d": "dislike", "q": "equipment", "p": "pain", "o": "other"}
_HURTS = {str(number): symptom for number, symptom in enumerate(list(Symptom)[1:], start=1)}


def check_in(out: "Console", packet: Json, pen: Pen) -> CheckIn:
    """Ask how the morning is, the safety questions and the pain; each answer is written as it is whole."""
    morning = _morning(out, packet, pen)
    safety = {one["id"]: _safety(out, one) for one in packet["safety"]}
    pain = ask_points(out, say("session.pain-now"))
    usual = ask_points_or_none(out, say("session.pain-usual"))
    asked = pen.new("screening_answered", questions=packet["questions"], answers=safety, scope="short")
    pen.write(asked, pen.new("day_checked_in", pain_now=pain, pain_usual=usual))
    return CheckIn(morning, safety, pain, usual)


def _morning(out: "Console", packet: Json, pen: Pen) -> int | None:
    if not packet["mornings"]:
        return None
    asked = packet["mornings"][0]
    pain = ask_points_or_none(out, asked["ask"])
    if pain is not None:
        pen.tell("morning_after", session=asked["session"], pain=pain)
    return pain


def _safety(out: "Console", question: Json) -> str:
    return ask_choice(out, question["ask"], _SAFETY, say("session.yes-no"))


def halted(out: "Console", halt: Json) -> None:
    """Tell what comes before any training."""
    out.print(f"\n[bold]{halt['title']}[/bold]\n{halt['lede']}")
    for text in halt["texts"]:
        out.print(f"· {text}", markup=False)
    for number, place in halt["numbers"]:
        out.print(f"  {number}  {place}", markup=False)
    out.print(say("session.elsewhere"))


def outcome(out: "Console", packet: Json, told: CheckIn) -> Json | None:
    """Tell what follows from the check-in; return the session, or None where there is nothing to train."""
    found = outcome_of(packet, told)
    if found.halt:
        halted(out, found.halt)
        return None
    for text in found.notes:
        out.print(f"· {text}", markup=False)
    return found.session


def overview(out: "Console", sitting: Sitting) -> None:
    """Show what the session holds."""
    from rich.table import Table

    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for place in range(len(sitting.state.lines)):
        line = sitting.line_at(place)
        table.add_row(f"{line['name']} · {line['rung_name']}".rstrip(" ·"), line["dose"])
    out.print(table)
    wait_for_enter(out)


def rate(out: "Console", sitting: Sitting, now: Now) -> None:
    """Ask how an exercise was, and of sets that nobody saw whether they were done."""
    out.print(f"\n[bold]{sitting.line['name']}[/bold]")
    _ask_unseen(out, sitting, sitting.state.place, now)
    effort = ask_points_or_none(out, say("session.effort"))
    pain = ask_points_or_none(out, say("session.pain"))
    whole = effort is not None and pain is not None
    sitting.rate({"effort": effort, "pain": pain} if whole else {}, now())


def _ask_unseen(out: "Console", sitting: Sitting, place: int, now: Now) -> None:
    line = sitting.state.lines[place]
    unseen = [one for one in line.sets if one.asked]
    if not unseen or line.over == "halted":
        return
    ask = say("session.asked-sets", sets=len(unseen), name=sitting.line_at(place)["name"])
    yes = ask_choice(out, ask, {"y": "yes", "n": "no"}, say("session.asked-keys")) == "yes"
    done = (
        {name: getattr(line.targets, name) for name in ("reps", "hold_seconds", "load_kg")} if yes else None
    )
    for one in unseen:
        told = {"set": one.set, "side": one.side, "done": done}
        sitting.act({"type": "set", "place": place, "at": now(), **told})


def hurts(out: "Console", sitting: Sitting, now: Now) -> None:
    """Ask what hurts and how much, and tell the coach's answer."""
    kinds = {letter: symptom_text(symptom) for letter, symptom in _HURTS.items()}
    out.print(f"\n[bold]{sitting.line['name']}[/bold]")
    hint = " · ".join(f"{letter} {text}" for letter, text in kinds.items())
    symptom = ask_choice(out, say("session.what"), {letter: s.value for letter, s in _HURTS.items()}, hint)
    pain = ask_points(out, say("session.how-much"))
    effort = ask_points(out, say("session.so-far"))
    told = sitting.hurts(symptom, pain, effort, now())
    answer = told.answer
    out.print(f"\n[bold]{answer['title']}[/bold]\n{answer['lede']}")
    for text in filter(None, (answer["decision"], *answer["why"], *answer["tips"])):
        out.print(f"· {_filled(text, told.holes)}", markup=False)
    if told.instead:
        out.print(say("session.instead", name=told.instead["name"]))
    wait_for_enter(out)


def _filled(text: str, holes: Mapping[str, object]) -> str:
    for name, value in holes.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


def skip(out: "Console", sitting: Sitting, now: Now) -> None:
    """Ask why an exercise is left out, and leave it out."""
    why = ask_choice(out, sitting.line["name"], _WHY, say("session.why-skip"))
    sitting.skip(why, now())


def finish(out: "Console", sitting: Sitting, now: Now) -> None:
    """Ask about what nobody saw and how the session was, and say what the diary holds of it."""
    for place in range(len(sitting.state.lines)):
        _ask_unseen(out, sitting, place, now)
    effort = ask_points(out, say("session.session-effort"))
    pain = ask_points(out, say("session.pain-after"))
    sitting.finish(effort, pain)
    done = say("session.done", sets=sitting.sets_done, exercises=sitting.exercises_done)
    out.print(f"\n[bold]{done if sitting.sets_done else say('session.nothing-done')}[/bold]")
