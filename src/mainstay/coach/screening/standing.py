"""Where a person stands with screening over time: locks, clearances and when to ask again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mainstay.catalogue import Catalogue
from mainstay.coach.screening.screen import UNANSWERED, Finding, Screened, screen
from mainstay.kernel import Clearance, Event, Reason, Symptom


@dataclass(frozen=True, slots=True)
class Standing:
    """What screening remembers.

    ``full`` is the last full screen and its day. ``short`` holds the findings of short screens since
    then. ``emergency`` is the day of an emergency answer that no clinician has cleared. ``cleared`` are
    the codes a clinician has looked at since they were answered; facts of a life stay cleared when they
    are answered again. ``pain`` are the findings of a check-in later than the full screen.
    ``ask_again`` says why nothing is prescribed until the full set is answered again; ``due`` which
    questions come before the next session starts, without locking it.
    """

    full: Screened | None = None
    full_day: date | None = None
    short: tuple[Finding, ...] = ()
    short_day: date | None = None
    pain: tuple[Finding, ...] | None = None
    emergency: date | None = None
    emergency_findings: tuple[Finding, ...] = ()
    cleared: frozenset[str] = frozenset()
    unlocks: frozenset[str] = frozenset()
    ask_again: str = ""
    due: str = ""
    last_trained: date | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Clearance on a day, with what led to it."""

    clearance: Clearance
    findings: tuple[Finding, ...]
    reasons: tuple[Reason, ...]
    precautions: frozenset[str]
    ask_again: str = ""
    due: str = ""

    @property
    def spares_the_body(self) -> bool:
        """Whether any finding asks for lower loads, as worry and mood alone do not."""
        return any(finding.body for finding in self.findings)

    @property
    def full_set_due(self) -> bool:
        """Whether the full set comes before the next session, though the plan is not locked."""
        return self.due == RED_DUE

    @property
    def locked(self) -> bool:
        """Whether nothing may be prescribed: by the verdict, or until the questions are answered again."""
        return self.clearance.locks or bool(self.ask_again)

    @property
    def told(self) -> tuple[Finding, ...]:
        """What answers found; a question that was left open found nothing."""
        return tuple(finding for finding in self.findings if finding.code != UNANSWERED)

    def asks(self, *, to_train: bool = False) -> Reason | None:
        """Return why the full set is to be answered (again), where nothing that was told weighs more.

        ``to_train`` counts also what asks for it before the next session, without a lock.
        """
        if any(finding.clearance.locks for finding in self.told):
            return None
        left_open = UNANSWERED if len(self.told) < len(self.findings) else ""
        due = self.ask_again or left_open or (self.due if to_train and self.full_set_due else "")
        return next((reason for reason in self.reasons if reason.code == due), None)


def advance(catalogue: Catalogue, standing: Standing, event: Event) -> Standing:
    """Return the standing after one event; kinds that do not concern screening change nothing."""
    match event.kind:
        case "screening_answered":
            return _answered(catalogue, standing, event)
        case "clinician_cleared":
            return _cleared(standing, event)
        case "day_checked_in":
            return _pain_told(catalogue, _nerve(standing, event), event.fields["pain_now"])
        case "morning_after":
            return _pain_told(catalogue, standing, event.fields["pain"])
        case "exercise_rated":
            return _nerve(_trained(catalogue, standing, event), event)
        case "set_performed":
            # A set has no symptom; a field of that name is kept unread, like any that is not known.
            return _trained(catalogue, standing, event)
        case _:
            return standing


def _answered(catalogue: Catalogue, standing: Standing, event: Event) -> Standing:
    full = event.fields.get("scope", "full") == "full"
    result = screen(catalogue, event.fields["answers"], "full" if full else "short")
    emergencies = tuple(f for f in result.findings if f.clearance is Clearance.EMERGENCY)
    if emergencies:
        standing = replace(standing, emergency=event.day, emergency_findings=emergencies)
    if not full:
        return replace(
            standing,
            short=_merged(standing.short, result.findings),
            short_day=event.day,
            cleared=standing.cleared - {finding.code for finding in result.findings},
            due=standing.due if standing.due == RED_DUE else "",
        )
    lasting = {finding.code for finding in result.findings if finding.lasting}
    return replace(
        standing,
        full=result,
        full_day=event.day,
        short=(),
        short_day=event.day,
        pain=None,
        ask_again="",
        due="",
        cleared=standing.cleared & lasting,
    )


def _merged(old: Iterable[Finding], new: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple({finding.code: finding for finding in (*old, *new)}.values())


def _cleared(standing: Standing, event: Event) -> Standing:
    """A clinician has looked: lift what they can have seen, but never an emergency of the same day.

    New symptoms are lifted only by a visit on or after the day they were told; facts of a life by any.
    """
    visit = date.fromisoformat(event.fields["on"])
    told = standing.short_day or visit
    asked = (finding for finding in _found(standing) if finding.code != UNANSWERED)
    seen = [finding for finding in asked if finding.lasting or visit >= told]
    emergency = standing.emergency
    lifts = emergency is not None and emergency < event.day and visit >= emergency
    if lifts:
        seen.extend(standing.emergency_findings)
    return replace(
        standing,
        cleared=standing.cleared | {finding.code for finding in seen},
        unlocks=standing.unlocks | frozenset(event.fields.get("unlocks", ())),
        emergency=None if lifts else emergency,
        emergency_findings=() if lifts else standing.emergency_findings,
    )


def _pain_told(catalogue: Catalogue, standing: Standing, pain: int) -> Standing:
    """Pain at rest is judged like the same answer to the questions; a clearance does not cover new pain."""
    found = screen(catalogue, {"pain-now": pain}, "short").findings
    return replace(standing, pain=found, cleared=standing.cleared - {finding.code for finding in found})


RED_DUE = "rescreen-red"
FLARE_DUE = "quick-check-due"


def with_due(standing: Standing, due: str) -> Standing:
    """Ask for questions before the next session: all after a red response, the short set in a flare-up."""
    return standing if standing.due == RED_DUE else replace(standing, due=due)


def _trained(catalogue: Catalogue, standing: Standing, event: Event) -> Standing:
    """Training that went on in spite of a long absence does not stand in for the questions."""
    late = "" if standing.full_day is None else _gap(catalogue, standing, standing.full_day, event.day)
    return replace(standing, ask_again=standing.ask_again or late, last_trained=event.day)


def _nerve(standing: Standing, event: Event) -> Standing:
    symptom = Symptom(event.fields.get("symptom") or "none")
    return replace(standing, ask_again="rescreen-nerve") if symptom.is_nerve else standing


def verdict_on(catalogue: Catalogue, standing: Standing, day: date) -> Verdict:
    """Return the clearance on ``day``, worst finding first."""
    findings = sorted(_current(standing), key=lambda finding: -finding.clearance.severity)
    worst = findings[0].clearance if findings else Clearance.CLEAR
    again = _ask_again(catalogue, standing, day)
    if standing.full is None:
        worst = min(worst, Clearance.CLINICIAN, key=lambda c: -c.severity)
    reasons = [finding.reason for finding in findings]
    asked = [Reason(due, source="mainstay-product") for due in (again, standing.due) if due]
    return Verdict(worst, tuple(findings), (*asked, *reasons), _precautions(standing), again, standing.due)


def _current(standing: Standing) -> list[Finding]:
    held = {finding.code: finding for finding in standing.emergency_findings}
    softened = (_softened(standing, finding) for finding in _found(standing))
    return [*held.values(), *(finding for finding in softened if finding.code not in held)]


def _found(standing: Standing) -> list[Finding]:
    """The findings of the last full screen, of short screens since, and of the newest pain report."""
    full = standing.full.findings if standing.full else ()
    if standing.pain is not None:
        full = (*(finding for finding in full if finding.code != "pain-now"), *standing.pain)
    return [*full, *standing.short]


def _softened(standing: Standing, finding: Finding) -> Finding:
    """A locking finding that a clinician has looked at since becomes a caution."""
    looked_at = finding.clearance.locks and finding.code in standing.cleared
    return replace(finding, clearance=Clearance.CAUTION) if looked_at else finding


def _precautions(standing: Standing) -> frozenset[str]:
    return frozenset(tag for finding in _found(standing) for tag in finding.precautions)


def _ask_again(catalogue: Catalogue, standing: Standing, day: date) -> str:
    """Return why the full set must be answered before the next session, or nothing."""
    if standing.full_day is None:
        return "not-screened"
    if standing.ask_again:
        return standing.ask_again
    return _gap(catalogue, standing, standing.full_day, day)


def _gap(catalogue: Catalogue, standing: Standing, answered: date, day: date) -> str:
    """Return the code of a long absence, counted from the last answers or the last training."""
    last = max(answered, standing.last_trained or answered)
    away = timedelta(days=catalogue.rules.gap.rescreen_days.whole)
    return "rescreen-gap" if day - last >= away else ""
