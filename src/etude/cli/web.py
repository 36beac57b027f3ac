"""`etude web`: the pages, on this machine."""

import click

from etude.cli.codes import Code

_ANY_PORT = 0


@click.command("web", short_help="Practise in the browser.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=_ANY_PORT,
    help="Listen on this port; without it, on the one of the last time, or another that is free.",
)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
def command(*, port: int, no_browser: bool) -> Code:
    """Practise in the browser: pages on this machine, for you alone.

    Nothing leaves the machine. The address that is printed lets in once.
    """
    from etude.web.serving import serve

    serve(port=port, browser=not no_browser, tell=_tell)
    return Code.OK


def _tell(address: str) -> None:
    click.echo(f"étude is open here, until you press Ctrl-C:\n\n    {address}\n")
