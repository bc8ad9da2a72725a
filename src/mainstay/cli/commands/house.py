"""The diary as a file, and the app."""

from typing import Annotated

import typer

from mainstay.cli.options import JsonOption


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
    worker: Annotated[
        bool, typer.Option("--worker/--no-worker", help="Send reminders while the app runs.")
    ] = True,
) -> None:
    """Run the app on this machine."""
    from mainstay.cli.serving import run_serve

    run_serve(host, port, worker=worker)


def remind(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what is due and what is to come; send nothing.")
    ] = False,
    test: Annotated[
        str | None, typer.Option(metavar="CHANNEL", help="Send a test over the channel of this name.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Send the reminders that are due now, once, and say what became of them."""
    from mainstay.cli.reminding import run_dry, run_round, run_test

    if test is not None:
        run_test(test, as_json=as_json)
    elif dry_run:
        run_dry(as_json=as_json)
    else:
        run_round(as_json=as_json)
