"""Draw every movement on one contact sheet a theme, and write ``docs/reference/figures.md``.

Usage: ``python scripts/figures.py [--out FOLDER] [--only SLUG,SLUG] [--phases] [--docs]``.
"""

import argparse
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
import rtoml

from mainstay.catalogue.exercise import Exercise
from mainstay.catalogue.movements import load_movements
from mainstay.figure import Movement, Theme, frames, packed_text, still

ROOT = Path(__file__).resolve().parent.parent
EXERCISES = ROOT / "src/mainstay/content/exercises"
PAPER = {Theme.LIGHT: ("#fbf8f3", "#2d3a45"), Theme.DARK: ("#14191d", "#d5dee6")}


def exercises() -> list[Exercise]:
    """Return every exercise of the content folder."""
    return [msgspec.convert(rtoml.load(path), Exercise) for path in sorted(EXERCISES.glob("*.toml"))]


def cards(movements: Iterable[Movement], theme: Theme, phases: bool) -> str:
    """Return one captioned card for each picture."""
    out = []
    for movement in movements:
        shown: list[tuple[str, str]] = []
        if phases:
            shown += [("start", still(movement, "start", theme=theme, hints=False))]
        shown += [("", still(movement, theme=theme))]
        shown += [
            (f"✗ {fault.name}", still(movement, fault=fault.name, theme=theme)) for fault in movement.faults
        ]
        for word, svg in shown:
            out.append(
                f"<figure>{svg}<figcaption>{movement.exercise} · {movement.rung} {word}</figcaption></figure>"
            )
    return "".join(out)


def page(body: str, theme: Theme, columns: int) -> str:
    """Return the sheet as HTML."""
    paper, ink = PAPER[theme]
    css = (
        f"body{{margin:12px;background:{paper};color:{ink};font:12px sans-serif;display:grid;gap:10px;"
        f"grid-template-columns:repeat({columns},1fr)}}figure{{margin:0}}svg{{width:100%;display:block}}"
    )
    return f"<!doctype html><meta charset=utf-8><style>{css}</style>{body}"


def shoot(html: str, target: Path, width: int, height: int) -> None:
    """Render a page to PNG in headless Chromium."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        raise SystemExit("No Chromium found. Install it with: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "sheet.html"
        source.write_text(html, encoding="utf-8")
        subprocess.run(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--screenshot={target}",
             f"--window-size={width},{height}", source.as_uri()],
            check=True, capture_output=True,
        )  # fmt: skip


def reference(known: Iterable[Exercise], movements: Mapping[tuple[str, str], Movement]) -> str:
    """Return ``docs/reference/figures.md``: every movement's phases, things, faults and sizes."""
    rows = [
        "# Figures",
        "",
        "Made by `python -m scripts.figures --docs`; do not edit. One row a rung: the phases of a repetition",
        "with their seconds (◆ where a hold is spent), the things beside the body, the faults that can be",
        "drawn (`still(movement, fault=...)`), and the bytes of its still and of its frames for the browser.",
    ]
    for exercise in known:
        rows += ["", f"## {exercise.name}", "", exercise.summary, ""]
        rows += ["| figure | rung | phases | things | faults | still | frames |", "|---|" + "---|" * 6]
        for rung in exercise.rungs:
            movement = movements.get((exercise.slug, rung.slug))
            rows.append(
                _row(rung.slug, movement) if movement else f"| | {rung.slug} | no movement yet | | | | |"
            )
    return "\n".join(rows) + "\n"


def _row(rung: str, movement: Movement) -> str:
    in_order = (*movement.keyframes[1:], movement.keyframes[0])
    phases = ", ".join(f"{k.phase} {k.seconds:g} s{' ◆' if k.holds else ''}" for k in in_order)
    things = ", ".join(dict.fromkeys(prop.kind.value for prop in movement.props)) or "–"
    faults = ", ".join(fault.name for fault in movement.faults) or "–"
    sizes = (len(still(movement).encode()), len(packed_text(frames(movement)).encode()))
    picture = f'<img src="figures/{movement.exercise}-{rung}.svg" width="220" alt="{movement.title}">'
    return f"| {picture} | {rung} | {phases} | {things} | {faults} | {sizes[0]} | {sizes[1]} |"


def write_reference() -> None:
    """Write the page, and beside it every rung's still."""
    known = exercises()
    movements = load_movements(known)
    folder = ROOT / "docs" / "reference"
    (folder / "figures").mkdir(exist_ok=True)
    for (exercise, rung), movement in movements.items():
        (folder / "figures" / f"{exercise}-{rung}.svg").write_text(still(movement) + "\n", encoding="utf-8")
    (folder / "figures.md").write_text(reference(known, movements), encoding="utf-8")


def sheet(
    movements: Mapping[tuple[str, str], Movement], theme: Theme, target: Path, columns: int, phases: bool
) -> None:
    """Draw all movements on one sheet."""
    body = cards(movements.values(), theme, phases)
    rows = -(-body.count("<figure>") // columns)
    width = 12 + columns * 330
    shoot(page(body, theme, columns), target, width, 24 + rows * 274)


def main() -> None:
    """Draw what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("/tmp/figures"))
    parser.add_argument("--only", default="")
    parser.add_argument("--columns", type=int, default=6)
    parser.add_argument("--phases", action="store_true", help="show the start too")
    parser.add_argument("--themes", default="light,dark")
    parser.add_argument("--docs", action="store_true", help="write docs/reference/figures.md and stop")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    if options.docs:
        write_reference()
        return
    wanted = set(filter(None, options.only.split(",")))
    movements = {k: m for k, m in load_movements(exercises()).items() if not wanted or k[0] in wanted}
    for theme in map(Theme, options.themes.split(",")):
        target = options.out / f"figures-{theme.value}.png"
        sheet(movements, theme, target, options.columns, options.phases)
        print(target)


if __name__ == "__main__":
    main()
