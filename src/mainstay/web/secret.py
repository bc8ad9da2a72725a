"""The key that signs cookies: made once, kept beside the diary."""

import os
from functools import cache
from typing import cast

from django.core.management.utils import get_random_secret_key
from django.utils.functional import lazystr

from mainstay.diary import kept_secret

_FILE = "secret-key"


@cache
def secret_key() -> str:
    """Return ``$MAINSTAY_SECRET_KEY``, or the key kept in the data folder, made where there is none."""
    given = os.environ.get("MAINSTAY_SECRET_KEY")
    return given or kept_secret(_FILE, get_random_secret_key)


class _Key:
    def __str__(self) -> str:
        return secret_key()


def lazy_secret_key() -> str:
    """Return the key as a text that is looked up when it is used: reading settings makes no file."""
    return cast(str, lazystr(_Key()))
