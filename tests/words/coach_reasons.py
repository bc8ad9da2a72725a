"""Which reasons the coach's source gives: every code, and the names of the numbers that come with it."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

from mainstay.catalogue import load_catalogue

RULES = load_catalogue().rules
COACH = Path(__file__).resolve().parents[2] / "src" / "mainstay" / "coach"
MODES = ("normal", "ramp", "relief", "deload")
WITH_USUAL = ("pain", "usual", "limit")
# Rules that compare with the usual level, so that it is always told; the others can do without.
RISES = {"red-rise", "green-usual", "settled", "amber-morning", "red-morning"}
Shapes = dict[str, set[tuple[str, ...]]]

# Codes that are not written out where the reason is made; the expression, and what it can be.
INDIRECT = {
    "f'not-in-{setting.mode.value}'": tuple(f"not-in-{mode}" for mode in MODES),
    "f'mode-{session.mode}'": tuple(f"mode-{mode}" for mode in MODES if mode != "normal"),
    "called": ("within-noise", "beyond-noise", "beyond-noise-less"),
    "urgency": ("look-little-change", "refer-little-change"),
    "rule.code": tuple(rule.code for rule in RULES.suggestions),
    "row.code": tuple(row.code for row in RULES.milestones),
    "moment.code": tuple(moment.code for moment in RULES.moments),
    "progression.ramp_why": ("flare-ramp", "gap-ramp"),
    "f'one-step-{way}'": ("one-step-easier", "one-step-harder"),
    "STANDS_IN": ("stands-in",),
    "due": ("not-screened", "rescreen-nerve", "rescreen-gap", "rescreen-red", "quick-check-due"),
}
# Findings: the code is a question's or a combination's id, tested apart; `code` is handed to a helper.
ELSEWHERE = {"self.code", "code"}


def shapes_in(source: str) -> Shapes:
    """Return every code that a module's reasons have, with the number names of each way they are made."""
    found: Shapes = defaultdict(set)
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, ast.FunctionDef):
            for call in _reasons(function):
                for code in _codes(call.args[0]):
                    found[code] |= _shapes(function, call, code)
    return found


def coach_shapes(folder: Path = COACH) -> Shapes:
    """Return the same of the whole coach."""
    found: Shapes = defaultdict(set)
    for path in sorted(folder.rglob("*.py")):
        for code, shapes in shapes_in(path.read_text()).items():
            found[code] |= shapes
    return found


def slugs_in(folder: Path = COACH) -> Iterator[str]:
    """Yield everything written in the coach that looks like a code: words joined by hyphens."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if _is_text(node) and re.fullmatch(r"[a-z]+(-[a-z]+)+", node.value):
                yield node.value


def _shapes(function: ast.FunctionDef, call: ast.Call, code: str) -> set[tuple[str, ...]]:
    if _called(call) == "_reason":
        return {WITH_USUAL} if code in RISES else {WITH_USUAL, ("pain", "limit")}
    return {_names(function, call)}


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _reasons(function: ast.FunctionDef) -> Iterator[ast.Call]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and _called(node) in ("Reason", "_reason") and node.args:
            yield node


def _codes(code: ast.expr) -> tuple[str, ...]:
    if isinstance(code, ast.Constant):
        return (code.value,)
    written = ast.unparse(code)
    if written in ELSEWHERE:
        return ()
    assert written in INDIRECT, f"the coach makes codes from {written}: say in INDIRECT what they can be"
    return INDIRECT[written]


def _names(function: ast.FunctionDef, call: ast.Call) -> tuple[str, ...]:
    """The names of a reason's numbers, written in the call or in a variable set before it."""
    written = call.args[1] if len(call.args) > 1 else None
    if isinstance(written, ast.Name):
        written = _set_before(function, written.id, call.lineno)
    pairs = written.elts if isinstance(written, ast.Tuple) else ()
    return tuple(p.elts[0].value for p in pairs if isinstance(p, ast.Tuple) and _is_text(p.elts[0]))


def _is_text(node: ast.AST) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _set_before(function: ast.FunctionDef, name: str, line: int) -> ast.expr | None:
    assigned = (node for node in ast.walk(function) if isinstance(node, ast.Assign) and node.lineno <= line)
    found = [node for node in assigned if name in map(ast.unparse, node.targets)]
    return max(found, key=lambda node: node.lineno).value if found else None
