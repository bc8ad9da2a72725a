"""The key that signs cookies: made once, kept beside the diary."""

import os
from functools import cache
from typing import cast

from django.core.management.utils import get_random_secret_key
from django.utils.functional import lazystr

from mainstay.diary import make_data_folder

_FILE = "secret-key"


@cache
def secret_key() -> str:
    """Return ``$MAINSTAY_SECRET_KEY``, or the key kept in the data folder, made where there is none."""
    given = os.environ.get("MAINSTAY_SECRET_KEY")
    return given or _kept()


def _kept() -> str:
    file = make_data_folder() / _FILE
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text("utf-8")
    key = get_random_secret_key()
    with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
        opened.write(key)
    return key


class _Key:
    def __str__(self) -> str:
        return secret_key()


def lazy_secret_key() -> str:
    """Return the key as a text that is looked up when it is used: reading settings makes no file."""
    return cast(str, lazystr(_Key()))
