"""Is it working? Answered from what leads, with the rule that decided."""

from collections.abc import Iterable
from dataclasses import dataclass

from mainstay.catalogue import Catalogue, Measure
from mainstay.coach import Change, MeasureTrack, Results
from mainstay.kernel import Amount
from mainstay.web.day.lines import reason_texts
from mainstay.words import change_text, grade_text, source_text
from mainstay.words.vocabulary import figure

_SIGNS = {Change.IMPROVED: "check", Change.WORSE: "care", Change.UNCERTAIN: "same", Change.UNKNOWN: "clock"}


@dataclass(frozen=True, slots=True)
class Rule:
    """A threshold that a change was held against."""

    what: str
    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Line:
    """One measure: its first and last score, what became of it, and why it is called so."""

    slug: str
    name: str
    first: str
    last: str
    change: str
    tone: str
    icon: str
    why: tuple[str, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer: a heading, a sentence, the measures it rests on, and whether it rests on pain alone."""

    tone: str
    heading: str
    said: str
    lines: tuple[Line, ...]


_SAID = {
    "none": (
        "Too early to say",
        "This page compares your answers over time. Answer the first questions now, and again in six weeks.",
    ),
    "once": (
        "There is a start to compare with",
        "You have told how things are. What has become of it can be said after the next answers.",
    ),
    "improved": (
        "Yes, by what you told",
        "Your main answers are better than at the start, and by more than chance.",
    ),
    "worse": (
        "Not so far",
        "By what you told, things are less good than at the start. That happens, and it is worth a look.",
    ),
    "mixed": ("In one way yes, in another no", "Some answers are better than at the start, some are not."),
    "uncertain": (
        "Cannot tell yet",
        "There is a difference or there is none, but it is too small to be told from chance.",
    ),
}


def answer_of(catalogue: Catalogue, results: Results) -> Answer:
    """Return the answer of a day."""
    tracks = _leading(catalogue, results)
    kind = _kind(tracks)
    heading, said = _SAID[kind]
    return Answer(kind, heading, said, tuple(line_of(catalogue, track) for track in tracks))


def _leading(catalogue: Catalogue, results: Results) -> list[MeasureTrack]:
    """What leads, and the person's own word on it; daily pain where none of them can tell."""
    known = {track.measure: track for track in results.measures if track.scores}
    leads = [known[m.slug] for m in catalogue.measures.values() if m.slug in known and _is_asked(m)]
    if any(track.judgement.change is not Change.UNKNOWN for track in leads):
        return leads
    stands_in = (m.slug for m in catalogue.measures.values() if m.stands_in)
    return leads + [known[slug] for slug in stands_in if slug in known]


def _is_asked(measure: Measure) -> bool:
    return measure.leads or measure.improved_from is not None


def _kind(tracks: Iterable[MeasureTrack]) -> str:
    changes = [track.judgement.change for track in tracks]
    told = set(changes)
    if {Change.IMPROVED, Change.WORSE} <= told:
        return "mixed"
    for change in (Change.IMPROVED, Change.WORSE, Change.UNCERTAIN):
        if change in told:
            return change.value
    return "once" if changes else "none"


def line_of(catalogue: Catalogue, track: MeasureTrack) -> Line:
    """Return a measure that was answered, in words."""
    judged, measure = track.judgement, catalogue.measures.get(track.measure)
    alone = len(track.scores) == 1 or (measure is not None and measure.improved_from is not None)
    return Line(
        slug=track.measure,
        name=measure.name if measure else track.measure,
        first="" if alone else _score((judged.first or track.scores[0]).value),
        last=_score((judged.last or track.scores[-1]).value),
        change=change_text(judged.change),
        tone=judged.change.value,
        icon=_SIGNS[judged.change],
        why=reason_texts(catalogue, judged.why),
        rules=tuple(_rules(catalogue, measure)) if measure else (),
    )


def _score(value: float) -> str:
    return figure(round(value, 1))


def _rules(catalogue: Catalogue, measure: Measure) -> Iterable[Rule]:
    for what, amount in (
        ("Smallest change worth naming", measure.mic),
        ("… and as a share of the start", measure.mic_share),
        ("Less than this may be chance", measure.mdc),
        ("Called better from", measure.improved_from),
        ("Called worse up to", measure.worse_to),
    ):
        if amount:
            yield Rule(what, f"{figure(amount.value)} {amount.unit}", _where(catalogue, amount))


def _where(catalogue: Catalogue, amount: Amount) -> str:
    return f"{source_text(catalogue, amount.source)} ({grade_text(amount.grade)})"
