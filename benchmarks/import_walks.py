"""How long a large Apple Health export takes to import, and how much memory, through the real command.

``python -m benchmarks.import_walks [MEGABYTES]`` writes an export of that size over ten years (1,000 if not
said), imports it as XML and as a zip into an empty diary, and then once more into the full one.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from zipfile import ZIP_DEFLATED, ZipFile

from tests.imports import apple

MAINSTAY = Path(sys.executable).parent / "mainstay"


def measured(file: Path, data: Path) -> tuple[float, float, str]:
    """Return the seconds, the peak megabytes and the first line of one import."""
    environment = {**os.environ, "MAINSTAY_DATA": str(data)}
    start = perf_counter()
    with subprocess.Popen(
        [str(MAINSTAY), "import", str(file)], stdout=subprocess.PIPE, env=environment
    ) as run:
        assert run.stdout
        said = run.stdout.read().decode().splitlines()
        _, status, usage = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    assert run.returncode == 0
    return perf_counter() - start, usage.ru_maxrss / 1024, said[0]


def main() -> None:
    """Print one line for each import."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
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
            seconds, megabytes, said = measured(path, place / data)
            print(f"{name:36} {seconds:6.1f} s  {megabytes:6.0f} MB at most  {said}", flush=True)


if __name__ == "__main__":
    main()
