"""How many days of people the laboratory lives a second: vectorized, and with the real coach; and the memory.

``python -m benchmarks.simulation [PEOPLE]``; times are of one processor, whatever else the machine does.
"""

import resource
import sys
from time import process_time

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


def main() -> None:
    """Print person-days a second of both, and the most memory that was used."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 50 * BLOCK
    seconds, days = vectorized(people)
    print(f"vectorized      {days / seconds / 1e6:8.1f} million person-days/s   {days:,} in {seconds:.2f} s")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"                {memory:8.0f} MB at most")
    real = through_the_coach()
    days, lived = REAL_PEOPLE * WEEKS * 7, real["lived"]
    print(f"the real coach  {days / lived:8.0f} person-days/s           {days:,} in {lived:.2f} s")
    print(f"                {real['sessions'] / lived:8.0f} sessions/s, {real['events']:,} events in all")
    print(f"the invariants  {days / real['checked']:8.0f} person-days/s")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"                {memory:8.0f} MB at most")


if __name__ == "__main__":
    main()
