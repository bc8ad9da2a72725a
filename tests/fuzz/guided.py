"""One parser, fuzzed by Atheris in this process until its time is over or something breaks."""

import resource
import sys
from pathlib import Path

import atheris

# Everything that is imported from here on tells Atheris which of its branches an input reaches.
with atheris.instrument_imports(
    include=["mainstay", "fitdecode", "csv", "zipfile"], enable_loader_override=False
):
    from tests.fuzz.parsers import PARSERS

SECONDS_A_CASE, MEGABYTES, LONGEST = 10, 1500, 20_000


def main(name: str, folder: Path, seconds: int) -> None:
    """Fuzz; an input that breaks the parser, hangs or takes too much memory is left in the folder."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEGABYTES << 20, MEGABYTES << 20))
    options = (
        *(f"-max_total_time={seconds}", f"-timeout={SECONDS_A_CASE}", f"-rss_limit_mb={MEGABYTES}"),
        *(f"-max_len={LONGEST}", "-print_final_stats=1", f"-artifact_prefix={folder}/broke-"),
    )
    parse = PARSERS[name].parse

    def one(data: bytes) -> None:
        parse(data)

    atheris.Setup([sys.argv[0], *options, str(folder / "corpus")], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
