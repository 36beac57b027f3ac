"""The `etude` command; every subcommand is one file, read when it is asked for."""

import importlib
import sys
from collections.abc import Sequence
from contextlib import suppress

import click

from etude import __version__
from etude.cli.codes import EPILOG, Code

# In the order in which a learner meets them.
COMMANDS = {
    "start": "etude.cli.start",
    "next": "etude.cli.next",
    "check": "etude.cli.check",
    "web": "etude.cli.web",
    "hint": "etude.cli.hint",
    "explain": "etude.cli.explain",
    "doctor": "etude.cli.doctor",
    "status": "etude.cli.status",
    "list": "etude.cli.list",
    "solution": "etude.cli.solution",
    "reset": "etude.cli.reset",
    "worker": "etude.cli.worker",
    "dev": "etude.cli.dev",
    "completion": "etude.cli.completion",
}


class LazyGroup(click.Group):
    """Imports a subcommand's file when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(COMMANDS[cmd_name]).command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            from etude.app.near import did_you_mean

            hint = did_you_mean(args[0], COMMANDS)
            ctx.fail(f"There is no command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=EPILOG,
)
@click.version_option(__version__, "--version", prog_name="etude")
@click.pass_context
def cli(ctx: click.Context) -> Code | None:
    """Practise TensorFlow by writing it, and be told why when it is wrong.

    Without a command, étude watches your workspace: every file you save is run and explained.
    """
    if ctx.invoked_subcommand is not None:
        return None
    from etude.cli.watch import watch

    return watch()


def main() -> None:
    """The entry point of the `etude` script."""
    sys.exit(run())


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs one command line and returns its exit code; never raises."""
    _print_anything()
    try:
        result = cli.main(
            args=None if arguments is None else list(arguments),
            prog_name="etude",
            standalone_mode=False,
        )
        sys.stdout.flush()
        return result if isinstance(result, int) else Code.OK
    except BaseException as error:
        from etude.cli.failure import explain

        return explain(error)
    finally:
        _tell_what_was_left_out()


def _tell_what_was_left_out() -> None:
    """What other packages brought and étude could not use."""
    from etude.domain.left_out import told

    with suppress(OSError):
        for sentence in told():
            click.echo(sentence, err=True)


def _print_anything() -> None:
    """A terminal that lacks a sign shows something else for it, instead of ending us."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


if __name__ == "__main__":
    main()
