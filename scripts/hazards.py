"""Write the hazard log as a page: ``python -m scripts.hazards`` makes hazards.md from hazards.toml."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "safety"
DATA, PAGE = FOLDER / "hazards.toml", FOLDER / "hazards.md"
SEVERITIES = {1: "discomfort", 2: "days to weeks", 3: "needs care", 4: "lasting"}
PROBABILITIES = {1: "hardly conceivable", 2: "rare", 3: "now and then", 4: "often"}
_HEAD = """# Hazard log

Made from [hazards.toml](hazards.toml) by `python -m scripts.hazards`; how to read it is in
[README.md](README.md). Every test and every place that is named exists, and a test checks that.
Probabilities are the developers' judgement: nobody has used the app under observation.
"""


def hazards() -> list[dict[str, Any]]:
    """Read the log."""
    found: list[dict[str, Any]] = tomllib.loads(DATA.read_text(encoding="utf-8"))["hazard"]
    return found


def page() -> str:
    """Return the whole page."""
    rows = hazards()
    return "\n".join([_HEAD, *_table(rows), *(line for row in rows for line in _hazard(row))]) + "\n"


def _table(rows: list[dict[str, Any]]) -> Iterator[str]:
    yield "| | hazard | severity | probability without controls | with them |\n|---|---|---|---|---|"
    for row in rows:
        chances = " | ".join(f"{row[key]} · {PROBABILITIES[row[key]]}" for key in ("before", "after"))
        link = f"[{row['name']}](#{_anchor(row)})"
        yield f"| {row['id']} | {link} | {row['severity']} · {SEVERITIES[row['severity']]} | {chances} |"


def _title(row: dict[str, Any]) -> str:
    return f"{row['id']} {row['name']}"


def _anchor(row: dict[str, Any]) -> str:
    kept = "".join(sign for sign in _title(row).lower() if sign.isalnum() or sign in " -")
    return kept.replace(" ", "-")


def _hazard(row: dict[str, Any]) -> Iterator[str]:
    yield f"\n## {_title(row)}\n\n**Harm.** {row['harm']}\n\n**Causes.**\n"
    yield from (f"- {cause}" for cause in row["causes"])
    yield "\n**Controls.**\n"
    for control in row["control"]:
        places = ", ".join(f"`{place}`" for place in control["where"])
        yield f"- {control['what']} ({places})"
        yield from (f"  - {_test(test)}" for test in control["tests"])
    yield f"\n**What is left.** {row['residual']}"


def _test(test: str) -> str:
    return f"`{test}`" if test.startswith("tests/") else f"“{test}”"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
