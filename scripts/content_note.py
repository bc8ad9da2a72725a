"""Note a change of clinical content: what people are told to do is not changed without a word.

    python -m scripts.content_note "Red begins at 6 rather than 7: Boonstra 2016" --by "A. Nother"
    python -m scripts.content_note "A cue said left for right" --no-decision-changes "only words of one cue"

The note goes into docs/safety/content-changes.toml with today's date and a digest of each file as it is now.
Beside it there has to be a changed case (tests/scenarios) or golden course (tests/golden), or the reason why
none changes.
"""

import argparse
import json
import sys
import tomllib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "src" / "mainstay" / "content"
LOG = ROOT / "docs" / "safety" / "content-changes.toml"
FOLDERS = ("exercises", "questions", "rules", "measures", "tests", "habits")
"""What decides or tells people what to do. Lessons, movements and words have tests of their own."""
_HEAD = (
    "# Changes of clinical content, the newest last; `python -m scripts.content_note` writes here.\n"
    "# A digest is of what a file says: comments and spaces may change freely. How and why: README.md.\n"
)


def clinical() -> dict[str, str]:
    """Return the digest of what each file of clinical content says."""
    files = [
        CONTENT / "combinations.toml",
        *(file for name in FOLDERS for file in (CONTENT / name).glob("*.toml")),
    ]
    return {str(file.relative_to(CONTENT)): _digest([_said(file)]) for file in sorted(files)}


def shown() -> str:
    """Return one digest of all cases and golden courses, which show what the coach decides."""
    cases = sorted((ROOT / "tests" / "scenarios").glob("*.toml"))
    courses = sorted((ROOT / "tests" / "golden").glob("*.txt"))
    return _digest([*map(_said, cases), *(file.read_text(encoding="utf-8") for file in courses)])


def _said(file: Path) -> str:
    return json.dumps(tomllib.loads(file.read_text(encoding="utf-8")), sort_keys=True, default=str)


def _digest(texts: Iterable[str]) -> str:
    whole = sha256()
    for text in texts:
        whole.update(text.encode())
    return whole.hexdigest()[:16]


def log() -> dict[str, Any]:
    """Return the notes, and the digests that came with the last one."""
    return tomllib.loads(LOG.read_text(encoding="utf-8"))


def changed(then: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Return the files that are new, gone or say something else."""
    return sorted(name for name in then.keys() | now.keys() if then.get(name) != now.get(name))


def fault(known: Mapping[str, Any], now: Mapping[str, str]) -> str:
    """Return a sentence on content that changed without a note; empty where all is noted."""
    files = changed(known["content"], now)
    if not files:
        return ""
    return (
        f"Clinical content has changed without a note: {', '.join(files)}. Say what changes for people and "
        'why: .venv/bin/python -m scripts.content_note "…" (docs/safety/README.md, “Changing the content”).'
    )


def noted(known: Mapping[str, Any], note: Mapping[str, str], now: Mapping[str, str], cases: str) -> str:
    """Return the log with one more note, as text."""
    files = changed(known["content"], now)
    notes = [*known["note"], {**note, "files": files, "shown": cases}]
    rows = [
        "\n".join(["[[note]]", *(f"{key} = {_toml(value)}" for key, value in row.items())]) for row in notes
    ]
    digests = "\n".join(f"{_toml(name)} = {_toml(digest)}" for name, digest in now.items())
    return "\n\n".join([_HEAD.rstrip(), *rows, f"[content]\n{digests}"]) + "\n"


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def refusal(known: Mapping[str, Any], now: Mapping[str, str], cases: str, why: str) -> str:
    """Return why a note cannot be taken; empty where it can."""
    if not changed(known["content"], now):
        return "No clinical content has changed since the last note; nothing was written."
    if cases == known["note"][-1]["shown"] and not why:
        return (
            "No case of tests/scenarios and no golden course has changed with it. Add the case that shows "
            "the effect, on both sides of its boundary, or say --no-decision-changes and why."
        )
    return ""


def main() -> None:
    """Add a note, or say what is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("what", help="what changes for people, and why")
    parser.add_argument("--by", default="", help="who looked at it, such as a clinician")
    parser.add_argument("--no-decision-changes", default="", metavar="WHY")
    options = parser.parse_args()
    known, now, cases = log(), clinical(), shown()
    missing = refusal(known, now, cases, options.no_decision_changes)
    if missing:
        sys.exit(missing)
    note = {"date": datetime.now(UTC).date().isoformat(), "what": options.what}
    extra = {"by": options.by, "no_decision_changes": options.no_decision_changes}
    text = noted(known, {**note, **{key: value for key, value in extra.items() if value}}, now, cases)
    LOG.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
