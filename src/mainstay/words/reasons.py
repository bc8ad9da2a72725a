"""One plain sentence for every reason that the coach can give."""

from collections.abc import Mapping

from mainstay.catalogue import Catalogue
from mainstay.kernel import Clearance, Number, Reason
from mainstay.words.template import Filler
from mainstay.words.vocabulary import ENGLISH, words_in


def reason_text(catalogue: Catalogue, reason: Reason, language: str = ENGLISH) -> str:
    """Return a reason in words, filled with its numbers; one without words gets a humane sentence."""
    words = words_in(language)
    filler = Filler(words, catalogue)
    values = {**dict(reason.numbers), **_lines(catalogue, dict(reason.numbers))}
    said = filler.first(words.choices("reasons", reason.code), values)
    if not said:
        said = _finding(catalogue, filler, reason)
    return said or words.line("fallback", "reason").format(code=reason.code)


def _lines(catalogue: Catalogue, numbers: Mapping[str, Number]) -> Mapping[str, Number]:
    """Return the pain at which a rule drew its line: a rise counts from the usual level."""
    usual, limit = numbers.get("usual"), numbers.get("limit")
    if not isinstance(usual, int | float) or not isinstance(limit, int | float):
        return {}
    rise = catalogue.rules.pain.green_rise.whole
    return {"line": usual + limit, "fine": max(limit, usual + rise)}


def _finding(catalogue: Catalogue, filler: Filler, reason: Reason) -> str:
    """Return the own words of the safety question, or of the answers together, behind a finding."""
    known = _outcomes(catalogue, reason.code)
    if not known:
        return ""
    clearance = Clearance(str(reason.number("clearance") or Clearance.CLEAR.value))
    if clearance in known:
        return known[clearance]
    values = {"question": reason.code if reason.code in catalogue.questions else ""}
    cleared = (filler.words.line("findings", key) for key in ("cleared", "cleared-pattern"))
    return filler.first(cleared, values)


def _outcomes(catalogue: Catalogue, code: str) -> Mapping[Clearance, str]:
    """Return what the answers to a question, or a combination, lead to, by clearance."""
    if code in catalogue.questions:
        return {outcome.clearance: outcome.text for outcome in catalogue.questions[code].outcomes}
    return {one.clearance: one.text for one in catalogue.combinations if one.id == code}
