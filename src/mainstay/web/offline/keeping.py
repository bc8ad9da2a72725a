"""What the service worker keeps on the device, and the name of this version of it.

The shell of a session with all that it loads, and the lessons: nothing of it is personal. The name follows
from what is kept, as it is served, so that nobody has to remember to raise a number.
"""

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from django.templatetags.static import static
from django.urls import reverse

from mainstay.catalogue import load_catalogue
from mainstay.web.lessons.book import book_text
from mainstay.web.offline.files import file_of
from mainstay.web.train.guided import shell
from mainstay.web.train.scripts import pack

_STATIC = Path(__file__).resolve().parent.parent / "static"
_FOLDER = "mainstay"
# Pictures of the app's icon are asked for by the system when it installs the app, and by nobody else.
_LEFT_OUT = ("icons",)


def kept() -> list[str]:
    """Return the addresses of what is kept: the shell, the manifest, and every script, style and sign."""
    own = [reverse(name) for name in ("train:guided", "train:scripts", "manifest", "lesson-book")]
    return [*own, *(static(name) for name in _names())]


@cache
def keep_version() -> str:
    """Return twelve hex digits that change when anything that is kept does, or the worker itself."""
    digest = sha256(f"{version('mainstay')} {load_catalogue().version}".encode())
    digest.update(shell().encode())
    digest.update(pack().encode())
    digest.update(book_text().encode())
    for name in _names():
        digest.update(name.encode())
        digest.update(file_of(name).read_bytes())
    return digest.hexdigest()[:12]


def _names() -> list[str]:
    """Return the names of static files as templates write them."""
    folder = _STATIC / _FOLDER
    files = (path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file())
    return [f"{_FOLDER}/{path.as_posix()}" for path in files if path.parts[0] not in _LEFT_OUT]
