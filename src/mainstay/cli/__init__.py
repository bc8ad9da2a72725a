"""The ``mainstay`` command."""

from mainstay.cli.app import main

__all__ = ["main"]
