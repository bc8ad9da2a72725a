"""How the programme is given: the items of CERT and TIDieR that the tables do not answer already.

CERT: Slade 2016; TIDieR: Hoffmann 2014 (see ``content/sources.toml``). What nobody told is said to be so.
"""

from collections.abc import Iterable
from importlib.metadata import version

from mainstay.coach import Profile
from mainstay.exchange.chronicle import Account
from mainstay.exchange.report.programme import Programme
from mainstay.words import direction_text, equipment_text, report_text, trouble_text, words_in
from mainstay.words.vocabulary import capital


def delivery_of(account: Account, programme: Programme) -> tuple[tuple[str, str], ...]:
    """Return labels and texts; without a profile only what is true of everybody."""
    told: dict[str, dict[str, object]] = {
        "what": {},
        "who": {"version": version("mainstay")},
        "up": _up(account),
        "down": _down(account),
    }
    profile = account.person.profile
    if profile:
        told |= _own(account, profile, programme)
    told |= {"motivation": {}, "measured": {}, "harm": {}}
    order = words_in().table("report", "cert-label")
    return tuple(
        (str(label), report_text(account.catalogue, f"cert.{key}", told[key]))
        for key, label in order.items()
        if key in told
    )


def _up(account: Account) -> dict[str, object]:
    rules = account.catalogue.rules.progress
    return {
        "good": rules.good_sessions.whole,
        "days": rules.min_days.whole,
        "effort": rules.effort_max.whole,
        "week": rules.ups_per_week.whole,
    }


def _down(account: Account) -> dict[str, object]:
    progress, pain = account.catalogue.rules.progress, account.catalogue.rules.pain
    return {
        "ambers": progress.ambers_down.whole,
        "hard": progress.effort_down.whole,
        "red": pain.red_min.whole,
        "rise": pain.red_rise.whole,
    }


def _own(account: Account, profile: Profile, programme: Programme) -> dict[str, dict[str, object]]:
    none = report_text(account.catalogue, "cert.none")
    walks = [day.walk_minutes for day in programme.week.week if day.walk_minutes is not None]
    return {
        "where": {
            "sessions": len(profile.days),
            "minutes": profile.session_minutes,
            "days": ", ".join(words_in().table("dates")["weekdays"][day] for day in profile.days),
        },
        "equipment": {"equipment": capital(_listed(map(equipment_text, sorted(profile.equipment)), none))},
        "tailored": {
            "avoid": _listed(map(trouble_text, sorted(profile.avoid_positions)), none),
            "provoked": _listed(map(direction_text, sorted(profile.provoked_by)), none),
        },
        "start": {"experience": profile.experience.value, "months": profile.months_in_pain},
        **({"beside": {"walk": max(walks)}} if walks else {}),
    }


def _listed(names: Iterable[str], none: str) -> str:
    return ", ".join(name[:1].lower() + name[1:] for name in names) or none
