"""Where a person's data is kept on their own machine."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import mkstemp

DATABASE = "mainstay.sqlite3"


def data_folder() -> Path:
    """Return the folder of the local data: ``$MAINSTAY_DATA``, or the platform's place for such things."""
    chosen = os.environ.get("MAINSTAY_DATA")
    return Path(chosen).expanduser() if chosen else _platform_folder()


def _platform_folder() -> Path:
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Mainstay"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Mainstay"
    shared = os.environ.get("XDG_DATA_HOME", "")
    # The XDG specification says that a relative path is to be ignored.
    return (Path(shared) if Path(shared).is_absolute() else home / ".local" / "share") / "mainstay"


def make_data_folder() -> Path:
    """Return the data folder, made where it was missing; it is closed to other people of the machine."""
    folder = data_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder


def kept_secret(name: str, make: Callable[[], str]) -> str:
    """Return the secret that is kept in the data folder under a name, made at first need.

    Its file is readable for its owner alone and stands there whole or not at all: of two processes that need
    it at the same time, both get the one that was first.
    """
    file = make_data_folder() / name
    try:
        return file.read_text("utf-8")
    except FileNotFoundError:
        _keep_first(file, make())
    return file.read_text("utf-8")


def _keep_first(file: Path, secret: str) -> None:
    descriptor, written = mkstemp(prefix=f".{file.name}-", dir=file.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
            opened.write(secret)
        os.link(written, file)
    except FileExistsError:
        return
    finally:
        Path(written).unlink()
