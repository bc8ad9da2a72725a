"""The rules of the house that no ordinary tool checks: purity, packages, size, leftovers and docstrings.

Each rule is a function from text to offences, and each is first shown something planted, so that it can fail.
"""

import ast
import fnmatch
import math
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "mainstay"
PURE_ROOMS = ("kernel", "coach", "figure", "charts")


def python_files(folder: Path = SOURCE) -> list[Path]:
    """The Python files people wrote; Django writes migrations itself."""
    return [path for path in sorted(folder.rglob("*.py")) if "migrations" not in path.parts]


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))


def report(offences: list[str], remedy: str) -> str:
    return "\n".join([f"{len(offences)} found. {remedy}", *offences])


# --- Kernel, coach, figure and charts are pure: no clock, no chance, no files -----------------------------

# The modules of the standard library that only compute.
PURE_MODULES = {
    *("__future__", "abc", "base64", "bisect", "calendar", "collections", "colorsys", "contextlib", "copy"),
    *("dataclasses", "datetime", "decimal", "enum", "fractions", "functools", "graphlib", "hashlib", "heapq"),
    *("html", "itertools", "json", "mainstay", "math", "numbers", "operator", "re", "statistics", "string"),
    *("textwrap", "types", "typing", "unicodedata", "uuid"),
}
IMPURE_BUILTINS = {"__import__", "breakpoint", "eval", "exec", "hash", "input", "open", "print"}
CLOCKS = {"now", "today", "utcnow"}
PURITY = "These rooms take time, chance and files as arguments (docs/decisions/0002-pure-coach.md)."


def imported_names(tree: ast.Module) -> dict[str, str]:
    """Map each name an import binds to what it stands for, such as `d` to `datetime.date`."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.split(".")[0]
                names[alias.asname or top] = alias.name if alias.asname else top
        elif isinstance(node, ast.ImportFrom):
            module = "mainstay" if node.level else str(node.module)
            names |= {alias.asname or alias.name: f"{module}.{alias.name}" for alias in node.names}
    return names


def dotted(node: ast.expr, names: dict[str, str]) -> str | None:
    """What an expression such as `d.today` stands for, if it starts at an imported name."""
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.Attribute):
        base = dotted(node.value, names)
        return f"{base}.{node.attr}" if base else None
    return None


def impure_import(node: ast.Import | ast.ImportFrom) -> str | None:
    """Say what an import statement brings into a pure room that does not belong there, if anything."""
    if isinstance(node, ast.Import):
        full = [alias.name for alias in node.names]
    elif node.level:
        return None
    else:
        full = [f"{node.module}.{alias.name}" for alias in node.names]
    for name in full:
        if name.split(".")[0] not in PURE_MODULES or name.startswith("uuid.uuid"):
            return f"imports {name}"
    return None


def impurity(node: ast.AST, names: dict[str, str]) -> str | None:
    """Say what is impure about one node of a module, if anything."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        return impure_import(node)
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id not in names:
        return f"uses {node.id}" if node.id in IMPURE_BUILTINS else None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
        known = dotted(node.func, names) or ""
        return None if known.startswith("mainstay.") else f"reads the clock with {node.func.attr}()"
    if isinstance(node, ast.Attribute):
        known = dotted(node, names) or ""
        clock = known.startswith("datetime.") and node.attr in CLOCKS
        return f"uses {known}" if clock or known.startswith("uuid.uuid") else None
    return None


def impurities(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the kind of everything in a module that is not a pure function of its arguments."""
    tree = ast.parse(source)
    names = imported_names(tree)
    for node in ast.walk(tree):
        found = impurity(node, names)
        if found:
            yield getattr(node, "lineno", 0), found


@pytest.mark.parametrize("room", PURE_ROOMS)
def test_a_pure_room_reads_no_clock_draws_no_lots_and_touches_no_file(room: str) -> None:
    files = python_files(SOURCE / room)
    assert files, f"no Python file in {room}: has the room moved?"
    offences = [
        f"  {shown(path)}:{line}: {what}" for path in files for line, what in impurities(path.read_text())
    ]
    assert not offences, report(offences, PURITY)


@pytest.mark.parametrize(
    "planted",
    [
        "import time",
        "import os.path",
        "import django.db",
        "import msgspec as m",
        "from random import choice",
        "from secrets import token_hex",
        "from pathlib import Path",
        "import logging, math",
        "def late():\n    import socket",
        "from datetime import date\nday = date.today()",
        "from datetime import date as d\nread = d.today",
        "import datetime\nnow = datetime.datetime.now(datetime.UTC)",
        "import datetime as dt\nnow = dt.datetime.utcnow()",
        "def tomorrow(day):\n    return type(day).today()",
        "import uuid\nkey = uuid.uuid4()",
        "from uuid import uuid1",
        "text = open('diary').read()",
        "print('hello')",
        "show = print",
        "name = input()",
        "order = sorted(items, key=hash)",
        "eval('1')",
    ],
)
def test_the_purity_rule_catches_what_is_planted(planted: str) -> None:
    assert list(impurities(planted))


@pytest.mark.parametrize(
    "innocent",
    [
        "from __future__ import annotations\nfrom dataclasses import dataclass",
        "from datetime import date, timedelta\nday = date(2026, 1, 1) + timedelta(days=1)",
        "from uuid import UUID\nkey = UUID(text)",
        "from mainstay.coach import planning\nplanning.today(catalogue, state, day)",
        "from . import planning\nplanning.today(catalogue, state, day)",
        "from mainstay.kernel.event import open\nopen(1)",
        "from .event import Event\nimport mainstay.kernel",
        "day = state.today",
    ],
)
def test_the_purity_rule_lets_pure_code_be(innocent: str) -> None:
    assert not list(impurities(innocent))


def test_starting_the_command_line_loads_neither_django_nor_the_web() -> None:
    program = "import sys, mainstay.cli; print(*sys.modules)"
    loaded = subprocess.run((sys.executable, "-c", program), capture_output=True, text=True, check=True)
    modules = loaded.stdout.split()
    assert "mainstay.cli" in modules
    assert not [name for name in modules if name.split(".")[0] == "django" or name.startswith("mainstay.web")]


# --- Packages come from PyPI, and nowhere else ----------------------------------------------------

LOCK_HOSTS = {"pypi.org", "files.pythonhosted.org"}
# What a package index or a folder of packages looks like, whoever runs it.
INDEX_ADDRESS = re.compile(r"(?:https?|file)://(?P<host>[\w.-]*)[^\s\"'<>)]*/(?:simple|wheels)\b")


def hosts(text: str) -> set[str]:
    return set(re.findall(r"\w+://([^/\s\"']*)", text))


def foreign_indexes(text: str) -> list[str]:
    return [found.group() for found in INDEX_ADDRESS.finditer(text) if found.group("host") != "pypi.org"]


def is_ignored(name: str) -> bool:
    """Whether .gitignore names a folder, as far as its plain `name/` lines go."""
    lines = (ROOT / ".gitignore").read_text().split()
    folders = [line.strip("/") for line in lines if line.endswith("/")]
    return name == ".git" or any(fnmatch.fnmatch(name, folder) for folder in folders)


def committed_texts() -> Iterator[tuple[Path, str]]:
    """Every text file of the repository and what it says."""
    for folder, subfolders, names in os.walk(ROOT):
        subfolders[:] = [name for name in subfolders if not is_ignored(name)]
        for name in names:
            try:
                yield Path(folder, name), Path(folder, name).read_text("utf-8")
            except UnicodeDecodeError:
                continue  # a picture, a font: not a text


def test_the_lock_names_only_the_two_hosts_of_pypi() -> None:
    assert hosts((ROOT / "uv.lock").read_text()) == LOCK_HOSTS


def test_no_committed_text_names_another_package_index() -> None:
    offences = [
        f"  {shown(path)}: {found}" for path, text in committed_texts() for found in foreign_indexes(text)
    ]
    assert not offences, report(offences, "Everyone installs from PyPI; keep mirrors in your own settings.")


def test_the_package_rules_catch_what_is_planted() -> None:
    mirror = "https://" + "mirror.example/pypi/simple/django/"
    folder = "file://" + "/opt/wheels/"
    assert hosts(f'url = "{mirror}"') == {"mirror.example"}
    assert len(foreign_indexes(f"index-url = {mirror}\nfind-links = {folder}")) == 2
    assert not foreign_indexes(
        "https://pypi.org/simple is all we need; see https://example.org/a-simple-guide"
    )


# --- Small files, small functions -----------------------------------------------------------------


def percentile(values: list[int], share: float) -> int:
    """The smallest value that at least this share of the values do not exceed."""
    return sorted(values)[math.ceil(share * len(values)) - 1]


def function_lengths(source: str) -> dict[str, int]:
    kinds = ast.FunctionDef | ast.AsyncFunctionDef
    found = [node for node in ast.walk(ast.parse(source)) if isinstance(node, kinds)]
    return {
        f"{node.lineno}: {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1 for node in found
    }


def over_budget(sizes: dict[str, int], median: int, p95: int) -> list[str]:
    """Name the largest, if the middle one or the 95th in a hundred is larger than it should be."""
    values = list(sizes.values())
    middle, high = percentile(values, 0.5), percentile(values, 0.95)
    if middle <= median and high <= p95:
        return []
    largest = sorted(sizes, key=lambda name: -sizes[name])
    too_large = [
        f"  {sizes[name]} lines: {name}" for name in largest if sizes[name] > (p95 if high > p95 else median)
    ]
    return [f"  median {middle} (at most {median}), 95th percentile {high} (at most {p95})", *too_large]


def test_files_are_small() -> None:
    sizes = {shown(path): len(path.read_text().splitlines()) for path in python_files()}
    offences = over_budget(sizes, median=80, p95=300)
    assert not offences, report(offences, "Part the largest files along their subject.")


def test_functions_are_small() -> None:
    sizes = {
        f"{shown(path)}:{name}": length
        for path in python_files()
        for name, length in function_lengths(path.read_text()).items()
    }
    offences = over_budget(sizes, median=10, p95=40)
    assert not offences, report(offences, "Part the largest functions along their steps.")


def test_the_size_rule_catches_what_is_planted() -> None:
    assert function_lengths("@cached\ndef f():\n    a = 1\n    return a\n") == {"2: f": 3}
    assert percentile(list(range(1, 101)), 0.95) == 95
    assert not over_budget({"a": 10, "b": 40}, median=10, p95=40)
    assert over_budget({"a": 11, "b": 12}, median=10, p95=40)
    assert "  41 lines: b" in over_budget({"a": 1, "b": 41}, median=10, p95=40)


# --- Nothing left for later -----------------------------------------------------------------------

LEFTOVER = re.compile(r"\b(?:TODO|FIXME|XXX)\b")


def test_no_source_file_leaves_something_for_later() -> None:
    offences = [
        f"  {shown(path)}:{number}: {line.strip()}"
        for path, text in committed_texts()
        if SOURCE in path.parents
        for number, line in enumerate(text.splitlines(), start=1)
        if LEFTOVER.search(line)
    ]
    assert not offences, report(offences, "Do it now, or open an issue.")


def test_the_leftover_rule_catches_what_is_planted() -> None:
    assert LEFTOVER.search("# TODO: later")
    assert not LEFTOVER.search("a todo list, XXXL")


# --- What others use says what it is --------------------------------------------------------------

# Folders Django finds by name; their empty `__init__.py` says nothing because there is nothing to say.
DJANGO_FOLDERS = {"commands", "management", "templatetags"}


def undocumented(source: str) -> Iterator[str]:
    """Yield what is public at the top of a module, and the module itself, where it lacks a docstring."""
    tree = ast.parse(source)
    if ast.get_docstring(tree) is None:
        yield "1: the module"
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        if not node.name.startswith("_") and ast.get_docstring(node) is None:
            yield f"{node.lineno}: {node.name}"


def test_modules_and_their_public_classes_and_functions_have_docstrings() -> None:
    files = [path for path in python_files() if path.read_text() or path.parent.name not in DJANGO_FOLDERS]
    offences = [f"  {shown(path)}:{what}" for path in files for what in undocumented(path.read_text())]
    assert not offences, report(offences, "Say why it is there, with shapes, units, errors and source.")


def test_the_docstring_rule_catches_what_is_planted() -> None:
    assert list(undocumented("def f(): ...\nclass C: ...\ndef _g(): ...")) == [
        "1: the module",
        "1: f",
        "2: C",
    ]
    assert not list(undocumented('"""Why."""\ndef f():\n    """Why."""'))
