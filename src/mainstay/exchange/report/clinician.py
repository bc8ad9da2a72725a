"""One page about a person's course, for a clinician to read in two minutes and to answer on."""

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from importlib.metadata import version

from mainstay.charts import Chart, Size, Theme, View, adherence_calendar, pain_chart
from mainstay.coach import clearance_on, needs_referral
from mainstay.exchange.chronicle import Account, adherence_of, pain_of
from mainstay.exchange.report.course import adherence_text, adverse_of, recent_reds
from mainstay.exchange.report.delivery import delivery_of
from mainstay.exchange.report.page import ClinicianPage, Picture
from mainstay.exchange.report.programme import lines_of, note_of, programme_of
from mainstay.exchange.report.safety import safety_of
from mainstay.exchange.report.trends import trends_of
from mainstay.exchange.report.typeset import NoRoom, pdf
from mainstay.words import chart_captions, report_labels, report_text

_YEAR = timedelta(days=363)
_TWELVE_WEEKS = timedelta(days=83)
_PAIN, _CALENDAR = Size(360, 10, 84), Size(250, 10, 84)
_LONGEST_GOAL = 160
_CORE = 3
"""How many items on delivery are left where there is little room: what, who, where."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How much stands on the page: safety answers, lines of any other list, and the parts that give way."""

    answers: int
    lines: int
    calendar: bool = True
    delivery: bool = True


# The first that leaves one page is taken; the safety answers give way last.
_FITS = (
    *(Fit(40, lines) for lines in (10, 7, 5, 3)),
    Fit(40, 3, calendar=False),
    *(Fit(answers, 2, calendar=False, delivery=False) for answers in (40, 24, 16, 12, 8)),
    Fit(4, 1, calendar=False, delivery=False),
)


def clinician_pdf(account: Account) -> bytes:
    """Return the page as PDF/UA-1, A4; it is cut until it is one page, and says what it left out."""
    for fit in _FITS:
        page = clinician_page(account, fit)
        try:
            return pdf("clinician.typ", {"page": asdict(page), "words": dict(report_labels())}, account.on)
        except NoRoom:
            continue
    raise NoRoom("the page for the clinician does not fit on one sheet of A4")


def clinician_page(account: Account, fit: Fit) -> ClinicianPage:
    """Return all that stands on the page."""
    captions, programme = chart_captions(), programme_of(account)
    lines = lines_of(account, programme)
    days = (account.on - account.since).days + 1
    span = captions.days(account.since, account.on)
    profile = account.person.profile
    return ClinicianPage(
        period=report_text(account.catalogue, "period", {"span": span, "days": days}),
        born=report_text(account.catalogue, "born-year", {"year": profile.birth_year}) if profile else "",
        made=report_text(
            account.catalogue, "made", {"version": version("mainstay"), "day": captions.dated(account.on)}
        ),
        asks=_asks(account),
        safety=safety_of(account, fit.answers),
        pain=_picture(pain_chart(_view(account, _PAIN, _YEAR), pain_of(account))),
        trends=trends_of(account)[: fit.lines],
        programme=lines[: fit.lines + 2],
        programme_note=note_of(account, programme, len(lines) - fit.lines - 2),
        delivery=delivery_of(account, programme)[: None if fit.delivery else _CORE],
        adherence=adherence_text(account),
        calendar=_calendar(account) if fit.calendar else None,
        adverse=adverse_of(account, max(fit.lines // 2, 1)),
        goal=profile.goal[:_LONGEST_GOAL] if profile else "",
    )


def _calendar(account: Account) -> Picture:
    return _picture(adherence_calendar(_view(account, _CALENDAR, _TWELVE_WEEKS), adherence_of(account)))


def _view(account: Account, size: Size, longest: timedelta) -> View:
    since: date = max(account.since, account.on - longest)
    return View(since, account.on, chart_captions(), size, Theme.PRINT)


def _picture(chart: Chart) -> Picture:
    """The chart, and its own description for who cannot see it."""
    told = chart.svg.partition("<desc")[2].partition(">")[2].partition("</desc>")[0]
    return Picture(chart.svg, f"{chart.table.caption}. {told}")


def _asks(account: Account) -> tuple[str, ...]:
    """What the reader is asked: by the verdict of screening, and by what happened lately."""
    verdict = clearance_on(account.catalogue, account.person, account.on)
    screened = account.person.screening.full is not None
    asks = [report_text(account.catalogue, f"ask.{verdict.clearance.value if screened else 'not-screened'}")]
    if needs_referral(account.catalogue, account.person, account.on):
        window = account.catalogue.rules.pain.red_window_days.whole
        reds = len(recent_reds(account))
        asks.append(report_text(account.catalogue, "ask.reds", {"count": reds, "days": window}))
    flare = account.person.progression.flare
    if flare and (account.on - flare.since).days >= account.catalogue.rules.flare.refer_days.whole:
        since = chart_captions().dated(flare.since)
        asks.append(report_text(account.catalogue, "ask.flare", {"day": since}))
    return tuple(asks)
