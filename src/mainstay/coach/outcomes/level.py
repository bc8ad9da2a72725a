"""The level of several answers: single days swing, their middle less so."""

from collections.abc import Iterable


def middle(values: Iterable[float]) -> float:
    """Return the median of at least one value.

    The standard library's ``statistics`` does the same, and would add a hundredth of a second to the start
    of every command.
    """
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
