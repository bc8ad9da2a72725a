"""The exercise sheet: every exercise of the week with its figures and its dose, to lie beside the mat."""

from dataclasses import asdict, dataclass

from mainstay.catalogue.movements import load_movements
from mainstay.coach import Item
from mainstay.exchange.chronicle import Account
from mainstay.exchange.report.page import Picture
from mainstay.exchange.report.programme import Programme, programme_of
from mainstay.exchange.report.typeset import pdf
from mainstay.figure import Movement, Theme, still, storyboard
from mainstay.kernel import Block
from mainstay.words import block_text, chart_captions, dose_text, report_labels, report_text, words_in


@dataclass(frozen=True, slots=True)
class Card:
    """One exercise as it stands on the sheet; a picture without SVG is left out."""

    name: str
    variant: str
    dose: str
    set_up: tuple[str, ...]
    how: str
    steps: tuple[str, ...]
    cues: tuple[str, ...]
    stop: tuple[str, ...]
    picture: Picture


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the session; ``brief`` marks the warm-up, which needs fewer words."""

    name: str
    brief: bool
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole sheet. ``nothing`` says why it is empty."""

    lede: str
    nothing: str
    sections: tuple[Section, ...]
    honest: str


def exercises_pdf(account: Account) -> bytes:
    """Return the sheet of the seven days from the account's day, as PDF/UA-1 on A4."""
    labels = dict(report_labels()) | dict(words_in().table("report", "sheet"))
    return pdf("exercises.typ", {"sheet": asdict(sheet_of(account)), "words": labels}, account.on)


def sheet_of(account: Account) -> Sheet:
    """Return everything that stands on the sheet."""
    programme = programme_of(account)
    days = programme.week.week
    span = chart_captions().days(days[0].date, days[-1].date)
    nothing = programme.why_empty
    return Sheet(
        lede=report_text(account.catalogue, "sheet.lede", {"span": span}),
        nothing=report_text(account.catalogue, "sheet.nothing", {"why": nothing}) if nothing else "",
        sections=_sections(account, programme),
        honest=report_text(account.catalogue, "sheet.honest"),
    )


def _sections(account: Account, programme: Programme) -> tuple[Section, ...]:
    exercises = [account.catalogue.exercises[item.exercise] for _, item in programme.items]
    movements = load_movements(exercises)
    found = []
    for block in Block:
        cards = tuple(
            _card(account, item, movements.get((item.exercise, item.rung)))
            for place, item in programme.items
            if place is block
        )
        if cards:
            found.append(Section(block_text(block), block is Block.WARM_UP, cards))
    return tuple(found)


def _card(account: Account, item: Item, movement: Movement | None) -> Card:
    exercise = account.catalogue.exercises[item.exercise]
    rung = exercise.rung(item.rung)
    svg = _svg(movement, exercise.block) if movement else ""
    return Card(
        name=exercise.name,
        variant=rung.name,
        dose=dose_text(item),
        set_up=exercise.set_up,
        how=rung.how,
        steps=exercise.steps,
        cues=exercise.cues,
        stop=exercise.stop_rules,
        picture=Picture(svg, f"{exercise.name}, {rung.name}: {rung.how}"),
    )


def _svg(movement: Movement, block: Block) -> str:
    """Return a strip of pictures, or a single larger one for the little that a warm-up needs."""
    return (
        still(movement, theme=Theme.LIGHT)
        if block is Block.WARM_UP
        else storyboard(movement, theme=Theme.LIGHT)
    )
