"""Printing: one JSON document, or something pleasant to read."""

import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


def print_json(document: object) -> None:
    """Print one JSON document on standard output, and nothing else."""
    json.dump(document, sys.stdout, ensure_ascii=False, indent=2 if sys.stdout.isatty() else None)
    sys.stdout.write("\n")


def console() -> "Console":
    """Return the console for people; rich is loaded only when it is used."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=not sys.stdout.isatty())
