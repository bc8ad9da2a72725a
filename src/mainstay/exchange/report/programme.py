"""The programme as it stands: each exercise with its dose, how it moved, and how it felt."""

from dataclasses import dataclass
from datetime import date

from mainstay.coach import Item, Plan, Verdict, plan
from mainstay.exchange.chronicle import Account
from mainstay.exchange.report.page import Line
from mainstay.kernel import Block
from mainstay.words import chart_captions, dose_short, exercise_text, mode_text, reason_text, report_text

_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Programme:
    """The week ahead, its exercises once each by block, and why there are none where there are none."""

    week: Plan
    items: tuple[tuple[Block, Item], ...]
    why_empty: str

    def of(self, warm_up: bool) -> tuple[Item, ...]:
        """Return the items of the warm-up, or all others."""
        return tuple(item for block, item in self.items if (block is Block.WARM_UP) == warm_up)


def programme_of(account: Account) -> Programme:
    """Return the seven days from the account's day, as the coach plans them."""
    week = plan(account.catalogue, account.person, account.on)
    found: dict[str, tuple[Block, Item]] = {}
    for day in week.week:
        for block in day.session.blocks if day.session else ():
            for item in block.items:
                found.setdefault(item.exercise, (block.block, item))
    order = list(Block)
    items = tuple(sorted(found.values(), key=lambda pair: order.index(pair[0])))
    return Programme(week, items, "" if items else _why(account, week))


def _why(account: Account, week: Plan) -> str:
    if week.reasons:
        return reason_text(account.catalogue, week.reasons[0])
    return mode_text("rest").line


def lines_of(account: Account, programme: Programme) -> tuple[Line, ...]:
    """Return a line for each exercise but the warm-up, in the order of a session."""
    return tuple(_line(account, item) for item in programme.of(warm_up=False))


def _line(account: Account, item: Item) -> Line:
    rung = account.catalogue.exercises[item.exercise].rung(item.rung)
    made = [d for d in account.decisions if d.exercise == item.exercise]
    up = sum(1 for d in made if d.verdict is Verdict.PROGRESS)
    down = sum(1 for d in made if d.verdict not in (Verdict.PROGRESS, Verdict.MAINTAIN))
    return Line(
        exercise=exercise_text(account.catalogue, item.exercise),
        variant=rung.name,
        dose=dose_short(item),
        since=_since(account, item.exercise),
        moved=f"{up} / {down}" if made else _NOTHING,
        felt=_felt(account, item.exercise),
    )


def _since(account: Account, slug: str) -> str:
    days = (event.day for event in account.of("set_performed") if event.fields["exercise"] == slug)
    first: date | None = next(days, None)
    return chart_captions().short(first) if first else _NOTHING


def _felt(account: Account, slug: str) -> str:
    rated = [event.fields for event in account.of("exercise_rated") if event.fields["exercise"] == slug]
    return f"{rated[-1]['effort']}, {rated[-1]['pain']}" if rated else _NOTHING


def note_of(account: Account, programme: Programme, left_out: int) -> str:
    """Return the words below the programme: why it is empty, or the warm-up and what had no room."""
    if programme.why_empty:
        return report_text(account.catalogue, "programme-none", {"why": programme.why_empty})
    names = ", ".join(
        exercise_text(account.catalogue, item.exercise).lower() for item in programme.of(warm_up=True)
    )
    said = [report_text(account.catalogue, "warm-up", {"names": names})] if names else []
    if left_out > 0:
        said.append(report_text(account.catalogue, "row-more", {"count": left_out}))
    return " ".join(said)
