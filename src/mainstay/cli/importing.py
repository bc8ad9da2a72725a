"""``mainstay import`` of what another app has counted."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, tzinfo
from pathlib import Path
from typing import BinaryIO
from zoneinfo import ZoneInfo

from mainstay.catalogue import load_catalogue
from mainstay.cli.files import run_import
from mainstay.cli.output import console
from mainstay.cli.refusal import Refused
from mainstay.exchange.imports import Imported, Joined, Kind, Terms, join, kind_of, read_import
from mainstay.kernel import Event


def import_file(file: str, chosen: str | None, zone: str | None, skip_faulty: bool) -> None:
    """Add a file of any kind to the local diary, all in one go or none."""
    kind = _kind(file, chosen)
    if kind is Kind.DIARY:
        run_import(file)
    else:
        _import_walks(file, kind, _zone(zone), skip_faulty)


def _kind(file: str, chosen: str | None) -> Kind:
    """Return the chosen kind, or the one that the content shows. Standard input is a diary."""
    try:
        kind = Kind(chosen) if chosen else None
    except ValueError:
        raise Refused([f"--from {chosen}: use one of {', '.join(Kind)}"]) from None
    if file == "-":
        if kind not in (None, Kind.DIARY):
            raise Refused([f"-: only a diary can come from standard input; name the {kind} file"])
        return Kind.DIARY
    with _opened(file) as opened:
        return kind or kind_of(opened)


def _import_walks(file: str, kind: Kind, zone: tzinfo | None, skip_faulty: bool) -> None:
    found = _read(file, kind, zone)
    told = [fault.text for fault in found.faults]
    if found.faulty > len(told):
        told.append(f"{file}: {found.faulty - len(told)} more records cannot be read")
    if found.faulty and not (skip_faulty and found.whole):
        hint = ["Nothing was imported. To leave these records out, add --skip-faulty."] if found.whole else []
        raise Refused([*told, *hint])
    _print(_add(found.events), found.faulty)


def _read(file: str, kind: Kind, zone: tzinfo | None) -> Imported:
    cadence = load_catalogue().rules.walking.cadence_min.value
    now = datetime.now(zone)
    with _opened(file) as opened, _progress(file, os.fstat(opened.fileno()).st_size) as told:
        terms = Terms(file, zone, now.date(), cadence, told)
        return read_import(opened, kind, terms)


def _add(found: tuple[Event, ...]) -> Joined:
    from mainstay.cli.serving import django_ready

    django_ready()
    from mainstay.diary.store import append, events_of, the_diary

    diary = the_diary()
    told = (event for event in events_of(diary) if event.kind in ("walk_logged", "event_retracted"))
    joined = join(told, found)
    append(diary, joined.events)
    return joined


def _print(joined: Joined, faulty: int) -> None:
    console().print(f"{joined.new} walks or days added, {joined.replaced} brought up to date")
    for count, what in (
        (joined.known, "were already there, or say less than what is there"),
        (joined.own, "left out: you noted walks of your own then"),
        (faulty, "records left out: they cannot be read"),
    ):
        if count:
            console().print(f"{count} {what}")


@contextmanager
def _opened(file: str) -> Iterator[BinaryIO]:
    try:
        with Path(file).open("rb") as opened:
            yield opened
    except OSError as error:
        raise Refused([f"{file}: cannot be read ({error.strerror}); check the path"]) from None


@contextmanager
def _progress(file: str, size: int) -> Iterator[Callable[[int], None]]:
    """Show a bar on a terminal while the file is read; standard output stays free of it."""
    from rich.console import Console
    from rich.progress import Progress

    out = Console(stderr=True)
    with Progress(console=out, transient=True, disable=not out.is_terminal) as bar:
        task = bar.add_task(f"Reading {Path(file).name}", total=size)
        yield lambda position: bar.update(task, completed=position)


def _zone(name: str | None) -> tzinfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, OSError, ValueError):
        raise Refused([f"--zone {name}: is not a time zone; write one such as Europe/Berlin"]) from None
