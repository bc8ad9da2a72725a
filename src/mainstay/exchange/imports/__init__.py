"""Walks and steps that other apps counted, as events of the diary.

:func:`kind_of` says what kind of file an open file is, :func:`read_import` reads it in memory that does not
grow with it, and :func:`join` says what of it a diary is lacking.
"""

from mainstay.exchange.imports.joining import Joined, join
from mainstay.exchange.imports.kinds import Kind, kind_of
from mainstay.exchange.imports.notes import Terms
from mainstay.exchange.imports.reading import Imported, read_import
from mainstay.exchange.imports.refusal import Unreadable

__all__ = ["Imported", "Joined", "Kind", "Terms", "Unreadable", "join", "kind_of", "read_import"]
