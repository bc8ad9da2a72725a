"""Where a person's data is kept on their own machine."""

import os
import sys
from pathlib import Path

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
