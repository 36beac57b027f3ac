"""`etude dev`: for authors of exercises."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code
from etude.cli.terminal import print_json

if TYPE_CHECKING:
    from etude.app.prove import Proof
    from etude.domain.exercise import Exercise
    from etude.sandbox import Sandbox


@click.group("dev", short_help="Make and prove exercises.")
def command() -> None:
    """Make exercises, and prove them right."""


@command.command("new", short_help="Make the files of a new exercise.")
@click.argument("exercise_id", metavar="TOPIC/NAME")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the collection; the installed one if it is left out.",
)
def new(exercise_id: str, into: Path | None) -> Code:
    """Make the files of a new exercise, ready to be filled in."""
    from etude.app.scaffold import CannotScaffold, scaffold
    from etude.catalog.exercises import collections

    try:
        written = scaffold(exercise_id, into or collections()[0])
    except CannotScaffold as problem:
        raise click.UsageError(str(problem)) from None
    for path in written:
        click.echo(str(path))
    click.echo(f"Fill them in, then: etude dev check {exercise_id}")
    return Code.OK


@command.command("check", short_help="Prove an exercise right.")
@click.argument("exercise_ids", metavar="[EXERCISE]...", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every installed exercise.")
@json_option()
def check(exercise_ids: Sequence[str], *, everything: bool, as_json: bool) -> Code:
    """Prove an exercise right.

    The starter must fail, the solution and every accepted answer must pass without a finding, every
    mistake must get its diagnosis first and at its line, twice the same, within half of the limits.
    """
    from etude.app.open_practice import user_sandbox
    from etude.app.places import find_places

    chosen = _chosen(exercise_ids, everything=everything)
    with user_sandbox(find_places()) as sandbox:
        failed = 0
        for proof in _proofs(chosen, sandbox):
            failed += not proof.holds
            _print(proof, as_json=as_json)
    if not as_json:
        click.echo(f"{len(chosen)} exercises, {failed} problems")
    return Code.NOT_PASSED if failed else Code.OK


def _chosen(ids: Sequence[str], *, everything: bool) -> "list[Exercise]":
    from etude.app.near import did_you_mean
    from etude.catalog.exercises import exercises

    known = exercises()
    if everything:
        return list(known.values())
    if not ids:
        raise click.UsageError("Name an exercise, such as images/pipeline_from_folder, or --all.")
    for exercise_id in ids:
        if exercise_id not in known:
            hint = did_you_mean(exercise_id, known)
            raise click.UsageError(f"There is no exercise {exercise_id!r}.{hint}")
    return [known[exercise_id] for exercise_id in ids]


def _proofs(chosen: "list[Exercise]", sandbox: "Sandbox") -> "Iterator[Proof]":
    from etude.app.grader import make_grader
    from etude.app.prove import Prover
    from etude.diagnoses.diagnose import catalogue

    prover = Prover(grader=make_grader(sandbox), known_diagnoses=frozenset(catalogue()))
    for exercise in chosen:
        yield from prover.prove(exercise)


def _print(proof: "Proof", *, as_json: bool) -> None:
    if as_json:
        print_json(
            {"exercise": proof.exercise, "statement": proof.statement, "problem": proof.problem}
        )
    elif proof.holds:
        click.echo(f"ok    {proof.exercise}: {proof.statement}")
    else:
        click.secho(f"WRONG {proof.exercise}: {proof.statement}: {proof.problem}", fg="red")
