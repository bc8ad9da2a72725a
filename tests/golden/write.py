"""Write the golden courses again, after a change that is meant: ``python -m tests.golden.write``."""

from pathlib import Path

from tests.golden.course import bumpy, smooth

FOLDER = Path(__file__).parent
COURSES = {"smooth.txt": smooth, "bumpy.txt": bumpy}


def main() -> None:
    """Write both."""
    for name, course in COURSES.items():
        (FOLDER / name).write_text(course(), encoding="utf-8")


if __name__ == "__main__":
    main()
