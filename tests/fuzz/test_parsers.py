"""Every parser ends with an answer: some seconds of what scripts/fuzz.py does for hours."""

import time
import tracemalloc
from collections import Counter
from functools import cache
from pathlib import Path
from random import Random

import pytest

from tests.fuzz.parsers import PARSERS, REFUSED, TAKEN, zipped

FOUND = sorted(file for file in Path(__file__).with_name("found").glob("*/*") if file.is_file())
CASES, SECONDS = 100, 5.0
BITS = [
    *(
        b"\0",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\\ud800",
        "\u2028".encode(),
        b"\n",
        b"\r\n",
        b'"',
        b"\\",
    ),
    *(b"NaN", b"-Infinity", b"1e999", b"-0.0", b"9" * 400, b"1e308", b"true", b"null", b"[]", b"{}", b'""'),
    *(
        b"0001-01-01T00:00:00+23:59",
        b"9999-12-31T23:59:59-23:59",
        b"2026-02-30",
        b"<",
        b"&",
        b"]]>",
        b"[[a]]\n",
    ),
]


def mutated(seeds: list[bytes], chance: Random) -> bytes:
    """Return a seed with bytes changed, cut out, doubled, or replaced by what parsers trip over."""
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.choice([1, 1, 2, 4, 8])):
        at, length = chance.randrange(len(data) + 1), chance.randrange(12)
        piece = data[at : at + length]
        data[at : at + length] = chance.choice(
            [b"", piece * 2, chance.randbytes(length), chance.choice(BITS)]
        )
    return bytes(data)


@cache
def outcomes(name: str) -> Counter[str]:
    """Feed a parser with its seeds and with mutants of them, the same ones each time; count its answers."""
    parser, chance = PARSERS[name], Random(f"fuzz {name}")
    seeds = list(parser.seeds())
    fed = [*seeds, *(mutated(seeds, chance) for _ in range(CASES if name != "content" else CASES // 4))]
    return Counter(parser.parse(data) for data in fed)


@pytest.mark.parametrize("name", PARSERS)
def test_some_bytes_changed_lead_to_an_answer(name: str) -> None:
    assert set(outcomes(name)) <= {TAKEN, REFUSED}


def test_both_answers_are_seen_of_every_parser() -> None:
    lacking = [name for name in PARSERS if set(outcomes(name)) != {TAKEN, REFUSED}]
    assert not lacking


@pytest.mark.parametrize("file", FOUND, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_what_once_broke_a_parser_does_not_any_more(file: Path) -> None:
    assert PARSERS[file.parent.name].parse(file.read_bytes()) in (TAKEN, REFUSED)


DEEP = 200_000
HOSTILE = {
    "nothing": b"",
    "lists in lists": b"[" * DEEP,
    "closed lists in lists": b"[" * 900 + b"]" * 900,
    "objects in objects": b'{"a":' * DEEP,
    "elements in elements": b"<HealthData>" + b"<a>" * DEEP,
    "groups in groups": b'{"resourceType":"Questionnaire","title":"t","item":[' * 600,
    "a number of a million digits": b'{"id":' + b"9" * 1_000_000 + b"}",
    "one line without an end": b"a," * 500_000,
    "half of a pair": b'{"id":"\\ud800","kind":"\\udfff","at":"\\ud800"}',
    "a name twice": b'{"id":"a","id":"b","kind":"walk_logged","minutes":1,"minutes":2}',
    "not a number": b'{"id":NaN,"minutes":Infinity}',
    "entities": b'<!DOCTYPE HealthData [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><HealthData>&b;</HealthData>',
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_meant_to_harm_is_answered_soon(what: str) -> None:
    for parser in PARSERS.values():
        began = time.process_time()
        assert parser.parse(HOSTILE[what]) in (TAKEN, REFUSED), parser.name
        assert time.process_time() - began < SECONDS, parser.name


@pytest.mark.parametrize("name", ["export.xml", "Daily activity metrics.csv", "walk.fit"])
def test_a_zip_that_unpacks_to_fifty_megabytes_takes_only_some_of_memory(name: str) -> None:
    head = {"export.xml": b"<HealthData>", "walk.fit": b"\x0e\x10\0\0\0\0\0\0.FIT\0\0"}.get(
        name, b"start,steps\n"
    )
    bomb = zipped(name, head + b" " * (50 << 20))
    assert len(bomb) < 100_000
    tracemalloc.start()
    try:
        assert PARSERS["chosen"].parse(bomb) in (TAKEN, REFUSED)
        assert tracemalloc.get_traced_memory()[1] < 20 << 20
    finally:
        tracemalloc.stop()
