"""What must hold in every life. Each is a pure function of a life, written from the rules' words."""

from mainstay.catalogue import Catalogue
from mainstay.lab.invariants import answering, courses, prescribing, progressing
from mainstay.lab.invariants.record import Breach, Found, Invariant, Record, record_of
from mainstay.lab.life import Life

_CHECKS = {
    "locked-prescribes-nothing": prescribing.locked,
    "nothing-contraindicated": prescribing.limits,
    "nothing-vetoed": prescribing.vetoes,
    "nothing-unequipped": prescribing.equipment,
    "load-rank-is-capped": prescribing.load_rank,
    "what-was-stopped-rests": prescribing.resting,
    "fits-the-time": prescribing.fits_the_time,
    "few-at-first": prescribing.few_at_first,
    "a-plan-or-why-not": prescribing.a_plan_or_why_not,
    "flare-leads-to-relief": prescribing.relief,
    "the-way-back-is-smaller": prescribing.way_back,
    "walks-grow-slowly": prescribing.walks_grow_slowly,
    "up-only-on-good-sessions": progressing.good_sessions,
    "no-step-up-after-a-gap": progressing.after_a_gap,
    "days-at-a-step": progressing.days_at_a_step,
    "one-step-at-a-time": progressing.one_step_at_a_time,
    "step-ups-are-capped": progressing.caps_on_steps,
    "weekly-load-is-capped": progressing.cap_on_weekly_load,
    "red-stops": answering.red_stops,
    "red-goes-far-enough": answering.red_goes_far_enough,
    "bad-mornings-lower": answering.bad_mornings_lower,
    "red-afterwards-lowers": answering.red_afterwards_lowers,
    "great-effort-lowers": answering.great_effort_lowers,
    "ambers-lower": answering.ambers_lower,
    "poor-form-lowers": answering.poor_form_lowers,
    "nerve-asks-again": answering.nerve_asks_again,
    "red-asks-again": answering.red_asks_again,
    "reds-refer": answering.reds_refer,
    "long-flares-refer": answering.long_flares_refer,
    "every-decision-has-a-reason": courses.reasons,
    "decisions-move-as-named": courses.directions,
    "gaps-step-back": courses.gaps_step_back,
    "no-oscillation": courses.no_oscillation,
    "always-in-pain-is-referred": courses.always_in_pain,
    "climbs-when-well": courses.climbs_when_well,
}

INVARIANTS = tuple(Invariant(name, (check.__doc__ or "").strip(), check) for name, check in _CHECKS.items())
"""Every invariant; SAFETY.md lists them by name."""


def breaches_of(catalogue: Catalogue, life: Life) -> tuple[Breach, ...]:
    """Return every broken invariant of a life, in the order of :data:`INVARIANTS`."""
    record = record_of(catalogue, life)
    return tuple(
        Breach(invariant.name, life.number, day, what)
        for invariant in INVARIANTS
        for day, what in invariant.check(record)
    )


__all__ = ["INVARIANTS", "Breach", "Found", "Invariant", "Record", "breaches_of", "record_of"]
