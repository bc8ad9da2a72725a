"""``mainstay screen``."""

import json

from mainstay.catalogue import load_catalogue
from mainstay.cli.output import console, print_json
from mainstay.cli.refusal import Refused
from mainstay.cli.source import read_bytes
from mainstay.coach import answer_faults
from mainstay.coach import screen as judge
from mainstay.exchange import screen_json
from mainstay.words import clearance_text, reason_text


def run(file: str, as_json: bool) -> None:
    """Judge a file of answers and print the clearance with its reasons."""
    catalogue = load_catalogue()
    answers = _answers(file)
    faults = answer_faults(catalogue, answers)
    if faults:
        raise Refused(f"{file}: {f.question} {f.problem}; {f.remedy}" for f in faults)
    verdict = judge(catalogue, answers)
    if as_json:
        print_json(screen_json(catalogue, verdict))
        return
    out = console()
    words = clearance_text(verdict.clearance)
    out.print(f"[bold]{words.title}[/bold]\n{words.means}\n{words.next}")
    for finding in verdict.findings:
        out.print(f"· {reason_text(catalogue, finding.reason)}", markup=False)


def _answers(file: str) -> dict[str, str | int | float]:
    try:
        answers = json.loads(read_bytes(file).decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise Refused([f"{file}: is not JSON ({error}); write one object, {{question id: answer}}"]) from None
    if not isinstance(answers, dict):
        raise Refused([f"{file}: must be one JSON object, {{question id: answer}}"])
    return answers
