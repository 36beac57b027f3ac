"""What is said, and which exit code is given, when a command ends by an exception."""

import os
import sys
from contextlib import suppress

import click

from etude.app.told import UNWRITABLE, log_error, told_problem
from etude.cli.codes import Code


def explain(error: BaseException) -> int:
    """Prints what the person needs to know, and returns the exit code."""
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else Code.OK
    if isinstance(error, KeyboardInterrupt | click.Abort):
        click.echo("\nStopped.", err=True)
        return Code.INTERRUPTED
    if isinstance(error, BrokenPipeError):
        return _nobody_listens()
    if isinstance(error, OSError) and error.errno in UNWRITABLE:
        _write_no_more()  # what is left of the output would fail again at Python's end
    if isinstance(error, click.ClickException):
        error.show()
        return Code.USAGE
    return _told(error)


def _told(error: BaseException) -> int:
    from etude.app.choose import UnknownExercise
    from etude.render.steps import command

    problem = told_problem(error, command)
    if not problem:
        click.echo(log_error(error), err=True)
        return Code.OUR_ERROR
    click.echo(problem, err=True)
    return Code.USAGE if isinstance(error, UnknownExercise) else Code.COULD_NOT_RUN


def _nobody_listens() -> int:
    """As when the output goes to `head`: no reason to complain."""
    _write_no_more()
    return Code.OK


def _write_no_more() -> None:
    """Python writes what is left of standard output when it ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
