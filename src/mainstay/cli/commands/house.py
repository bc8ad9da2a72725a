"""The diary as a file, and the app."""

from typing import Annotated

import typer


def export(
    to: Annotated[str, typer.Option("--to", metavar="FILE", help="Default: standard output.")] = "-",
) -> None:
    """Write your diary, one event a line."""
    from mainstay.cli.files import run_export

    run_export(to)


def import_(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="The file, or - for a diary on standard input.")
    ],
    kind: Annotated[
        str | None,
        typer.Option("--from", metavar="KIND", help="diary, apple-health, google, garmin or zip."),
    ] = None,
    zone: Annotated[
        str | None, typer.Option(metavar="ZONE", help="For times without one. Default: this machine's.")
    ] = None,
    skip_faulty: Annotated[
        bool, typer.Option("--skip-faulty", help="Leave out walks and steps that cannot be read.")
    ] = False,
) -> None:
    """Read a diary into your own, or walks and steps from Apple Health, Google or Garmin.

    What kind of file it is shows in its content. A file with a fault is refused whole.
    """
    from mainstay.cli.importing import import_file

    import_file(file, kind, zone, skip_faulty)


def login(
    name: Annotated[str, typer.Argument(help="The name to sign in with.")],
) -> None:
    """Set up the login that is needed before the app may be reached from other devices."""
    from mainstay.cli.serving import run_login

    run_login(name)


def serve(
    host: Annotated[
        str, typer.Option(help="Where to listen. Anything but this machine needs a login.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8000,
) -> None:
    """Run the app on this machine."""
    from mainstay.cli.serving import run_serve

    run_serve(host, port)
