"""How many days of people the laboratory lives a second: vectorized, and with the real coach; and the memory.

``python -m benchmarks.simulation [PEOPLE]``; times are of one processor, whatever else the machine does.
"""

import resource
import sys
from collections.abc import Iterator
from time import process_time

from benchmarks.rows import Row, show
from mainstay.catalogue import load_catalogue
from mainstay.lab import breaches_of, live, load_model
from mainstay.lab.vector import BLOCK, blocks_of, run_block

WEEKS = 26
REAL_PEOPLE = 10
SEED = 7


def vectorized(people: int) -> tuple[float, int]:
    """Return the seconds of a cohort without the coach, and its days."""
    catalogue, model = load_catalogue(), load_model()
    run_block(catalogue, model, SEED, 0, 1)
    start = process_time()
    for block, _ in blocks_of(people):
        run_block(catalogue, model, SEED, block, WEEKS)
    return process_time() - start, -(-people // BLOCK) * BLOCK * WEEKS * 7


def through_the_coach() -> dict[str, float]:
    """Return what some lives take with the real coach, and what reading them for the invariants takes."""
    catalogue = load_catalogue()
    live(catalogue, SEED, REAL_PEOPLE, 1)
    start = process_time()
    lives = [live(catalogue, SEED, number, WEEKS) for number in range(REAL_PEOPLE)]
    lived = process_time() - start
    start = process_time()
    for life in lives:
        breaches_of(catalogue, life)
    events = sum(len(life.events) for life in lives)
    sessions = sum(event.kind == "session_started" for life in lives for event in life.events)
    return {"lived": lived, "checked": process_time() - start, "events": events, "sessions": sessions}


def rows() -> Iterator[Row]:
    """Measure both, for the table."""
    yield from measured(50 * BLOCK)


def measured(people: int) -> Iterator[Row]:
    """Measure a cohort of so many without the coach, then ten lives with it."""
    seconds, days = vectorized(people)
    yield Row("virtual person-days, vectorized", days / seconds / 1e6, "M/s", goal="≥ 20")
    real = through_the_coach()
    days, lived = REAL_PEOPLE * WEEKS * 7, real["lived"]
    yield Row("virtual person-days, the real coach", days / lived, "/s", goal="≥ 2,000")
    yield Row("virtual sessions, the real coach", real["sessions"] / lived, "/s")
    yield Row("virtual person-days read for the invariants", days / real["checked"], "/s")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Row("memory of both, at most", memory, "MB")


def main() -> None:
    """Print the table."""
    show(measured(int(sys.argv[1]) if len(sys.argv) > 1 else 50 * BLOCK))


if __name__ == "__main__":
    main()
