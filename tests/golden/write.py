"""Write the golden texts again, after a change that is meant: ``python -m tests.golden.write``."""

from pathlib import Path

from tests.golden.course import bumpy, smooth
from tests.golden.reviews import ill, up_and_down, well

FOLDER = Path(__file__).parent
COURSES = {"smooth.txt": smooth, "bumpy.txt": bumpy}
REVIEWS = {"reviews-well.txt": well, "reviews-up-and-down.txt": up_and_down, "reviews-ill.txt": ill}


def main() -> None:
    """Write them all."""
    for name, course in (COURSES | REVIEWS).items():
        (FOLDER / name).write_text(course(), encoding="utf-8")


if __name__ == "__main__":
    main()
