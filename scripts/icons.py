"""Make the app's icons from ``mark.svg``, with the machine's own browser: ``python -m scripts.icons``.

The maskable one and Apple's have the mark smaller on a full square: the system cuts the corners itself.
"""

import re
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from dev import find_browser

STATIC = Path(__file__).resolve().parent.parent / "src" / "mainstay" / "web" / "static" / "mainstay"
FOLDER = STATIC / "icons"
# Within a circle of four fifths of the side nothing of a maskable icon is cut away (W3C manifest).
SAFE = 0.72
ICONS = {"192": (192, False), "512": (512, False), "maskable": (512, True), "apple-touch": (180, True)}


def picture(svg: str, size: int, whole: bool) -> str:
    """Return the mark at a size; ``whole`` fills the square to its corners and draws the mark smaller."""
    if whole:
        background = re.search(r'<rect [^>]*rx="8"[^>]*/>', svg)
        assert background, "mark.svg begins with its background"
        edge = 16 * (1 - SAFE)
        square = background.group().replace(' rx="8"', "")
        inner = svg.replace(
            background.group(), f'{square}<g transform="translate({edge} {edge}) scale({SAFE})">'
        )
        svg = inner.replace("</svg>", "</g></svg>")
    return svg.replace("<svg ", f'<svg width="{size}" height="{size}" style="display:block" ', 1)


def shoot(page: Page, name: str, size: int, whole: bool) -> None:
    """Write one icon."""
    page.set_viewport_size({"width": size, "height": size})
    svg = picture((STATIC / "mark.svg").read_text(encoding="utf-8"), size, whole)
    page.set_content(f'<body style="margin:0">{svg}</body>')
    page.screenshot(path=FOLDER / f"{name}.png", omit_background=True)


def main() -> None:
    """Write all of them."""
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        page = browser.new_page()
        for name, (size, whole) in ICONS.items():
            shoot(page, name, size, whole)
        browser.close()


if __name__ == "__main__":
    main()
