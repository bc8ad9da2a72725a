"""Fuzz every parser, guided by the code that each input reaches: mutated bytes for minutes or hours.

    python -m scripts.fuzz --minutes 60               all parsers, an equal share of the time each
    python -m scripts.fuzz --minutes 5 --parser diary

Inputs that reach something new are kept in ``--out`` and are where the next run begins. What breaks a parser
is saved in tests/fuzz/found, and from then on the suite tries it each time. Each run adds a line for each
parser to ``summary.jsonl``. Needs Atheris (``uv sync --group proof``, Linux on x86-64). What came of it is in
docs/safety/fuzzing.md.
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
import time
from pathlib import Path

from tests.fuzz.parsers import PARSERS

ROOT = Path(__file__).resolve().parent.parent
FOUND = ROOT / "tests" / "fuzz" / "found"
_STATS = {"units": r"stat::number_of_executed_units:\s+(\d+)", "kept": r"stat::new_units_added:\s+(\d+)"}
_COVERAGE = re.compile(r"cov: (\d+) ft: (\d+)")


def fuzz(name: str, out: Path, seconds: float) -> dict[str, object]:
    """Fuzz one parser until its time is over, again after each fault; return what there is to tell."""
    folder = out / name
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in PARSERS[name].seeds():
        (corpus / hashlib.sha1(seed).hexdigest()).write_bytes(seed)
    began, told = time.monotonic(), {"units": 0, "kept": 0}
    covered: list[tuple[int, int]] = []
    faults: list[str] = []
    while (left := int(seconds - (time.monotonic() - began))) > 1 and len(faults) < 20:
        log = _child(name, out, left)
        for key, pattern in _STATS.items():
            told[key] += sum(map(int, re.findall(pattern, log)))
        covered += [(int(edges), int(features)) for edges, features in _COVERAGE.findall(log)]
        broken = _saved(name, folder)
        if not broken and "Uncaught" in log:
            broken = _broken_corpus(name, corpus)
        faults += broken
        if not broken and "Done " not in log and "stat::" not in log:
            sys.exit(f"The fuzzer of {name} did not run:\n{log[-3000:]}")
        (folder / "last.log").write_text(log, encoding="utf-8")
    first, last = (covered[0], covered[-1]) if covered else ((0, 0), (0, 0))
    minutes = round((time.monotonic() - began) / 60, 1)
    return {
        **{"parser": name, "minutes": minutes, "cases": told["units"], "kept": told["kept"]},
        **{"features_at_first": first[1], "features_at_last": last[1], "found": sorted(set(faults))},
    }


def _child(name: str, out: Path, seconds: int) -> str:
    command = (sys.executable, "-m", "tests.fuzz.guided", name, str(out / name), str(seconds))
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=seconds + 120)
    return done.stderr.decode(errors="replace") + done.stdout.decode(errors="replace")


def _saved(name: str, folder: Path) -> list[str]:
    """Move what broke the parser to where the suite tries it each time; return the names."""
    saved = []
    for file in folder.glob("broke-*"):
        data = file.read_bytes()
        target = FOUND / name / hashlib.sha1(data).hexdigest()[:12]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        file.unlink()
        saved.append(target.name)
    return saved


def _broken_corpus(name: str, corpus: Path) -> list[str]:
    """Move what breaks the parser as it begins: kept by an earlier run, which asked less of it."""
    broken = []
    for file in sorted(corpus.iterdir()):
        try:
            PARSERS[name].parse(file.read_bytes())
        except Exception:
            target = FOUND / name / file.name[:12]
            target.parent.mkdir(parents=True, exist_ok=True)
            broken.append(file.rename(target).name)
    return broken


def main() -> None:
    """Fuzz what was asked for, and print a line for each parser."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--parser", choices=[*PARSERS], action="append")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "fuzz")
    options = parser.parse_args()
    names = options.parser or [*PARSERS]
    for name in names:
        told = json.dumps(fuzz(name, options.out, options.minutes * 60 / len(names)))
        print(told, flush=True)
        with (options.out / "summary.jsonl").open("a", encoding="utf-8") as file:
            file.write(told + "\n")


if __name__ == "__main__":
    main()
