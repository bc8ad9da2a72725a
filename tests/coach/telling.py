"""Whether what the coach says can be told to a person: every reason of a case is put into words."""

from collections.abc import Iterable, Iterator

from mainstay.catalogue import Catalogue
from mainstay.kernel import Reason
from mainstay.words import reason_text
from tests.coach.diaries import Diary

_UNTOLD = "cannot put into words"


def untold(catalogue: Catalogue, reasons: Iterable[Reason]) -> Iterator[str]:
    """Yield the reasons for which there are no words, or whose words lack a number."""
    for reason in dict.fromkeys(reasons):
        if _UNTOLD in reason_text(catalogue, reason):
            yield f"no words fit the reason {reason.code!r} with {dict(reason.numbers)}"
        if reason.source and reason.source not in catalogue.sources:
            yield f"the reason {reason.code!r} rests on {reason.source!r}, which is no source"


def reasons_of(diary: Diary) -> Iterator[Reason]:
    """Yield every reason that was given on the way: of decisions, of days and of what was prescribed."""
    for made in diary.decisions:
        yield from made.why
    for today in diary.shown:
        yield from today.reasons
        for item in today.session.items if today.session else ():
            yield from item.why
