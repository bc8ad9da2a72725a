"""An input that cannot be taken: one clear message a fault, all at once, and exit code 1."""

import socket
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLE, Run


def test_a_faulty_diary_is_refused_with_every_fault(run: Run) -> None:
    text = (
        '{"id": "018f0000-0000-7000-8000-000000000001", "kind": "day_checked_in", '
        '"at": "2026-03-02T08:00:00+01:00", "pain_now": 11}\n'
        "not json\n"
        '{"id": "018f0000-0000-7000-8000-000000000003", "kind": "morning_after", '
        '"at": "2026-03-02T08:00:00", "session": "x", "pain": 2}\n'
    )
    refused = run("today", "--diary", "-", "--on", "2026-03-03", "--json", text=text)
    assert refused.code == 1
    assert refused.out == ""
    lines = refused.err.splitlines()
    assert any("line 1" in line and "pain_now" in line for line in lines)
    assert any("line 2" in line for line in lines)
    assert any("line 3" in line and "at" in line for line in lines)
    assert any("line 3" in line and "session" in line for line in lines)


def test_faulty_answers_are_refused_with_every_fault(run: Run) -> None:
    refused = run(
        "screen", "--answers", "-", text='{"age": "old", "saddle-numbness": "perhaps", "teeth": "yes"}'
    )
    assert refused.code == 1
    for word in ("age", "saddle-numbness", "teeth"):
        assert word in refused.err


@pytest.mark.parametrize("text", ["", "[]", "{", '"yes"'])
def test_answers_that_are_not_an_object_are_refused(run: Run, text: str) -> None:
    refused = run("screen", "--answers", "-", text=text)
    assert refused.code == 1
    assert "JSON" in refused.err


def test_a_missing_file_is_refused_in_plain_words(run: Run) -> None:
    refused = run("today", "--diary", "nowhere.jsonl")
    assert refused.code == 1
    assert refused.err.startswith("nowhere.jsonl: cannot be read")


def test_an_unknown_exercise_is_refused(run: Run) -> None:
    refused = run("exercise", "sit-up")
    assert refused.code == 1
    assert "not an exercise" in refused.err


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["today", "--on", "tomorrow"], ["screen"], ["session", "--pace", "fast"]]
)
def test_wrong_usage_ends_with_code_two(run: Run, arguments: list[str]) -> None:
    assert run(*arguments).code == 2


@pytest.mark.parametrize("file", [str(EXAMPLE), "-"])
def test_a_session_needs_a_terminal_and_says_what_to_do_without_one(run: Run, file: str) -> None:
    refused = run("session", "--diary", file)
    assert refused.code == 1
    assert refused.out == ""
    assert "mainstay serve" in refused.err


def test_serving_to_others_is_refused_before_there_is_a_login(run: Run) -> None:
    refused = run("serve", "--host", "0.0.0.0", "--port", "8765")
    assert refused.code == 1
    assert "mainstay login" in refused.err


def test_a_port_that_another_server_holds_is_refused_and_not_shared(run: Run) -> None:
    with socket.socket() as other:
        # The way in which a server of ours holds it.
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()
        refused = run("serve", "--port", str(other.getsockname()[1]))
    assert refused.code == 1
    assert "another program answers there" in refused.err


def test_a_host_that_is_no_address_is_refused(run: Run) -> None:
    run("login", "anna", text="a long and quiet passphrase\n")
    refused = run("serve", "--host", "no-such-host.invalid")
    assert refused.code == 1
    assert refused.err.count("\n") <= 2
    assert "no-such-host.invalid" in refused.err


def test_an_imported_diary_comes_out_of_the_export_as_it_went_in(run: Run, tmp_path: Path) -> None:
    first = run("import", str(EXAMPLE))
    assert first.code == 0, first.err
    again = run("import", str(EXAMPLE))
    assert "0 events added" in again.out
    exported = run("export")
    assert sorted(exported.out.splitlines()) == sorted(EXAMPLE.read_text(encoding="utf-8").splitlines())


def test_the_local_store_gives_the_same_day_as_the_file(run: Run) -> None:
    run("import", str(EXAMPLE))
    from_store = run("today", "--on", "2026-03-23", "--json")
    from_file = run("today", "--diary", str(EXAMPLE), "--on", "2026-03-23", "--json")
    assert from_store.json == from_file.json


def test_a_faulty_import_changes_nothing(run: Run) -> None:
    text = EXAMPLE.read_text(encoding="utf-8") + "{}\n"
    assert run("import", "-", text=text).code == 1
    assert run("export").out == ""
