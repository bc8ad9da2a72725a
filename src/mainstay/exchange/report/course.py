"""How the programme went: how much of it was done, and what went wrong."""

from datetime import date, timedelta

from mainstay.coach import Decision
from mainstay.exchange.chronicle import Account, days_trained, planned_days, sessions_of
from mainstay.kernel import Symptom
from mainstay.words import chart_captions, exercise_text, reason_text, report_text, symptom_text

_RED = "red"


def adherence_text(account: Account) -> str:
    """Return done against planned in a sentence; today counts only once something was done."""
    trained = days_trained(account)
    planned = {day for day in planned_days(account) if day < account.on or day in trained}
    if not planned:
        return report_text(account.catalogue, "adherence-none")
    sessions = [session for session in sessions_of(account) if session.asked]
    asked = sum(session.asked for session in sessions)
    sets = sum(min(session.sets, session.asked) for session in sessions)
    values = {
        "done": len(trained),
        "planned": max(len(planned), len(trained)),
        "percent": _percent(len(trained), max(len(planned), len(trained))),
        "walks": len({event.day for event in account.of("walk_logged")}),
    }
    if not asked:
        return report_text(account.catalogue, "adherence-no-sets", values)
    values |= {"sets": sets, "asked": asked, "sets-percent": _percent(sets, asked)}
    return report_text(account.catalogue, "adherence-said", values)


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole)


def red_decisions(account: Account) -> list[Decision]:
    """Return the decisions that answered a strong response, oldest first."""
    return [d for d in account.decisions if any(reason.code.startswith(_RED) for reason in d.why)]


def adverse_of(account: Account, most: int) -> tuple[str, ...]:
    """Return strong responses, symptoms and flare-ups, the newest of each, or that there were none."""
    found = {"reds": _reds(account), "symptoms": _symptoms(account), "flares": _flares(account)}
    if not any(found.values()):
        return (report_text(account.catalogue, "adverse-none"),)
    return tuple(line for head, lines in found.items() for line in _headed(account, head, lines, most))


def _headed(account: Account, head: str, lines: list[str], most: int) -> list[str]:
    said = [report_text(account.catalogue, head, {"count": len(lines)}), *lines[-most:]]
    if len(lines) > most:
        said.append(report_text(account.catalogue, "adverse-more", {"count": len(lines) - most}))
    return said


def _reds(account: Account) -> list[str]:
    """One line for each day and cause; a morning after speaks of every exercise of its session at once."""
    found: dict[tuple[date, str], list[str]] = {}
    for decision in red_decisions(account):
        why = next(reason for reason in decision.why if reason.code.startswith(_RED))
        name = exercise_text(account.catalogue, decision.exercise)
        found.setdefault((decision.date, reason_text(account.catalogue, why)), []).append(name)
    captions = chart_captions()
    return [
        f"{captions.dated(day)}, {', '.join(dict.fromkeys(names))}: {said}"
        for (day, said), names in found.items()
    ]


def _symptoms(account: Account) -> list[str]:
    """What was felt at a check-in that is more than hard work: no exercise answers for it."""
    felt = ((event, Symptom(event.fields.get("symptom") or "none")) for event in account.of("day_checked_in"))
    captions = chart_captions()
    return [
        f"{captions.dated(event.day)}: {symptom_text(symptom)}" for event, symptom in felt if symptom.is_red
    ]


def _flares(account: Account) -> list[str]:
    captions, goes_on = chart_captions(), report_text(account.catalogue, "goes-on")
    return [
        f"{captions.dated(flare.first)} – {goes_on}"
        if flare.last == account.on and account.person.progression.flare
        else captions.days(flare.first, flare.last)
        for flare in account.flares
    ]


def recent_reds(account: Account) -> list[date]:
    """Return the days of the strong responses that count towards a referral."""
    window = timedelta(days=account.catalogue.rules.pain.red_window_days.whole)
    return [red for red in account.person.progression.reds if account.on - red <= window]
