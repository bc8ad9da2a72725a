"""A life as a diary file, ready for ``mainstay decisions --diary``."""

from pathlib import Path

from mainstay.catalogue import Catalogue
from mainstay.diary import to_line
from mainstay.lab.living import live


def save_diary(catalogue: Catalogue, folder: Path, seed: int, number: int, weeks: int) -> Path:
    """Live a person's life again, write its diary into a folder, and return the file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"seed-{seed}-person-{number}.jsonl"
    events = live(catalogue, seed, number, weeks).events
    path.write_text("".join(f"{to_line(event)}\n" for event in events), encoding="utf-8")
    return path
