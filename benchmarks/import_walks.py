"""How long a large Apple Health export takes to import, and how much memory, through the real command.

``python -m benchmarks.import_walks [MEGABYTES]`` writes an export of that size over ten years (1,000 if not
said), imports it as XML and as a zip into an empty diary, and then once more into the full one.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from zipfile import ZIP_DEFLATED, ZipFile

from benchmarks.rows import Row, show
from tests.imports import apple

MAINSTAY = Path(sys.executable).parent / "mainstay"


def measured(file: Path, data: Path) -> tuple[float, float]:
    """Return the seconds and the peak megabytes of one import."""
    environment = {**os.environ, "MAINSTAY_DATA": str(data)}
    start = perf_counter()
    command = [str(MAINSTAY), "import", str(file)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment) as run:
        _, status, usage = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    assert run.returncode == 0
    return perf_counter() - start, usage.ru_maxrss / 1024


def rows() -> Iterator[Row]:
    """Measure a file of a tenth of that, for the table."""
    yield from imports(100)


def imports(size: int) -> Iterator[Row]:
    """Measure each import of an export of so many megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        small = apple.written(place / "small.xml", apple.years_of(1_000_000))
        file = apple.written(place / "export.xml", apple.years_of(size * 1_000_000))
        with ZipFile(place / "export.zip", "w", ZIP_DEFLATED, compresslevel=1) as archive:
            archive.write(file, "apple_health_export/export.xml")
        runs = {
            "ten years in 1 MB": (small, "small"),
            f"{file.stat().st_size / 1e6:,.0f} MB of XML": (file, "xml"),
            f"the same in a zip of {(place / 'export.zip').stat().st_size / 1e6:,.0f} MB": (
                place / "export.zip",
                "zip",
            ),
            "the XML once more": (file, "xml"),
        }
        for name, (path, data) in runs.items():
            seconds, megabytes = measured(path, place / data)
            yield Row(f"import: {name}", seconds, "s")
            yield Row(f"import: {name}, memory", megabytes, "MB")


def main() -> None:
    """Print the table."""
    show(imports(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))


if __name__ == "__main__":
    main()
