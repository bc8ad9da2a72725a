"""``mainstay schema``, ``export`` and ``import``."""

import sys
from pathlib import Path

from mainstay.catalogue import load_catalogue
from mainstay.cli.output import console
from mainstay.cli.source import read_diary, store_path
from mainstay.diary import local, schema_text, to_line


def run_schema() -> None:
    """Print the diary's JSON Schema."""
    sys.stdout.write(schema_text())


def run_export(to: str) -> None:
    """Write the local diary as JSON Lines, in its order."""
    lines = (to_line(event) + "\n" for event in local.read_events(store_path()))
    if to == "-":
        sys.stdout.writelines(lines)
        return
    with Path(to).open("w", encoding="utf-8") as file:
        file.writelines(lines)


def run_import(file: str) -> None:
    """Add a diary file to the local one; events that are already there are not doubled."""
    events = read_diary(load_catalogue(), file)
    from mainstay.cli.serving import django_ready

    django_ready()
    from mainstay.diary.store import append, the_diary

    outcome = append(the_diary(), events)
    console().print(f"{outcome.accepted} events added, {outcome.known} were already there")
