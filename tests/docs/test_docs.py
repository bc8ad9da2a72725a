"""The documents say what the program does: generated pages are current, and the README's commands run."""

import re
import shlex
from pathlib import Path

import pytest

from mainstay.cli.app import app
from mainstay.diary import to_line
from scripts.example_diary import FILE, three_weeks
from scripts.reference import FOLDER, pages
from tests.cli.conftest import ROOT, Run, run

__all__ = ["run"]

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(pages()))
def test_a_generated_page_is_current(name: str) -> None:
    written = (FOLDER / name).read_text(encoding="utf-8")
    assert written == pages()[name], "run: .venv/bin/python -m scripts.reference"


def test_the_example_diary_is_current() -> None:
    lines = "".join(f"{to_line(event)}\n" for event in three_weeks().events)
    assert FILE.read_text(encoding="utf-8") == lines, "run: .venv/bin/python -m scripts.example_diary"


COMMANDS = re.findall(r"^\.venv/bin/mainstay (.+--diary .+)$", README, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_runs(run: Run, command: str) -> None:
    done = run(*shlex.split(command))
    assert done.code == 0, done.err
    assert done.out.strip()


def test_the_readme_shows_some_commands() -> None:
    assert len(COMMANDS) >= 4


def test_the_readme_s_python_runs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    code = re.search(r"```python\n(.+?)```", README, re.DOTALL)
    assert code
    exec(compile(code.group(1), "README.md", "exec"), {})
    assert "bird-dog" in capsys.readouterr().out


PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_links_of_a_document_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"(?:\]\(|src=\")([^)#\"]+)", page.read_text(encoding="utf-8"))
    local = [target for target in targets if not target.startswith(("http", "mailto:"))]
    assert [target for target in local if not (page.parent / target).exists()] == []


def test_every_command_has_help() -> None:
    for command in app.registered_commands:
        assert command.callback
        assert command.callback.__doc__
