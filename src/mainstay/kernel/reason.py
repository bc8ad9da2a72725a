"""Why: a code with its numbers and its source. Words are made from it at the edge."""

from dataclasses import dataclass

Number = int | float | str


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for a decision.

    ``code`` is stable and translatable; ``numbers`` are the named values that the rule compared (also
    slugs and dates, as text); ``source`` is an id in ``content/sources.toml``.
    """

    code: str
    numbers: tuple[tuple[str, Number], ...] = ()
    source: str = ""

    def number(self, name: str) -> Number | None:
        """Return the value called ``name``, or None where this reason has none."""
        return dict(self.numbers).get(name)
