"""`etude dev`: for authors of exercises and of questions."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code
from etude.cli.dev_exam import replay, seal, uphold
from etude.cli.terminal import print_json

if TYPE_CHECKING:
    from etude.app.proof import Proof
    from etude.domain.exercise import Exercise

# A second processor is put to use; a third would hardly be, since TensorFlow uses them as well.
_JOBS = min(2, os.cpu_count() or 1)


@click.group("dev", short_help="Make and prove exercises.")
def command() -> None:
    """Make exercises, and prove them right."""


for _of_exams in (replay, uphold, seal):
    command.add_command(_of_exams)


@command.command("new", short_help="Make the files of a new exercise.")
@click.argument("exercise_id", metavar="TOPIC/NAME")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the collection; étude's own if it is left out.",
)
def new(exercise_id: str, into: Path | None) -> Code:
    """Make the files of a new exercise, ready to be filled in."""
    from etude.app.scaffold import CannotScaffold, scaffold
    from etude.domain.problem import Problem

    try:
        written = scaffold(exercise_id, into or _our_collection())
    except CannotScaffold as problem:
        raise click.UsageError(str(problem)) from None
    except OSError as error:
        raise Problem(f"{error.filename} cannot be written: {error.strerror}.") from None
    for path in written:
        click.echo(str(path))
    made = exercise_id if into is None else into / exercise_id
    click.echo(f"Fill them in, then: etude dev check {made}")
    return Code.OK


def _our_collection() -> Path:
    import etude.exercises

    return Path(etude.exercises.__path__[0])


@command.command("check", short_help="Prove an exercise right.")
@click.argument("exercise_ids", metavar="[EXERCISE]...", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every installed exercise.")
@click.option("--questions", is_flag=True, help="Every installed question of the exams.")
@click.option(
    "--seeds",
    type=click.IntRange(1, 20),
    default=1,
    show_default=True,
    help="How many variants to prove, where there are any: 20 are all that reviews give.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=_JOBS,
    metavar="N",
    help="How many to prove at a time; two, where there are two processors.",
)
@click.option("--fresh", is_flag=True, help="Prove again what was proven before.")
@click.option("--right", is_flag=True, help="Only that solution and accepted answers pass.")
@click.option(
    "--table",
    is_flag=True,
    help="Of questions, also the value, the bars and the mark of every answer; proves them again.",
)
@json_option()
def check(
    exercise_ids: Sequence[str],
    *,
    everything: bool,
    questions: bool,
    seeds: int,
    jobs: int,
    fresh: bool,
    right: bool,
    table: bool,
    as_json: bool,
) -> Code:
    """Prove an exercise right.

    The starter must fail, the solution and every accepted answer must pass without a finding, every
    mistake must get its diagnosis first and at its line, twice the same, within half of the limits.
    An answer that does nothing must fail, so must the solution without its key, which exercise.toml
    names, and no constant answer may pass a check of data whose labels are known.
    If the exercise has a variants.py, all this must hold for each seed; seed 0 is the exercise as
    it stands. Seeds that draw the same words are one variant, and proven once.

    Of a question of the exams, every answer must get its mark: 5 the solution, nothing the starter,
    what their file names say the levels; a level that marks a line with a diagnosis must get it.

    What was proven before on this machine is not run again until the exercise, its data, étude or
    TensorFlow change.

    EXERCISE is an id, or the folder of an exercise that is not installed.
    """
    from etude.app.proving_here import proofs_here
    from etude.catalog.variants import variants
    from etude.domain.left_out import told

    chosen = _chosen(exercise_ids, everything=everything, questions=questions)
    asked = [variant for exercise in chosen for variant in variants(exercise, seeds)]
    # What was proven before is remembered without the values.
    made = proofs_here(asked, jobs=jobs, fresh=fresh or table, right=right)
    proofs = [_shown(proof, as_json=as_json) for proof in made]
    # An exercise that cannot be read has no proofs; the sentence on it follows.
    unreadable = len(told()) if everything or questions else 0
    failed = sum(not proof.holds for proof in proofs) + unreadable
    if as_json:
        print_json([_record(proof) for proof in proofs])
    else:
        _print_tables(proofs if table else ())
        click.echo(f"{len(chosen)} exercises, {failed} problems")
    return Code.NOT_PASSED if failed else Code.OK


def _chosen(ids: Sequence[str], *, everything: bool, questions: bool) -> "list[Exercise]":
    from etude.catalog.exercises import exercises_and_drafts, questions_and_drafts

    exercises, asked = exercises_and_drafts(), questions_and_drafts()
    if not (ids or everything or questions):
        raise click.UsageError("Name an exercise, such as images/pipeline_from_folder, or --all.")
    chosen = [_one(name, {**exercises, **asked}) for name in ids]
    chosen += exercises.values() if everything else ()
    return [*chosen, *(asked.values() if questions else ())]


def _one(name: str, known: Mapping[str, "Exercise"]) -> "Exercise":
    """The exercise with this id or, when there is none, in this folder."""
    from etude.app.near import did_you_mean
    from etude.catalog.exercises import METADATA, raise_if_unreadable, read_exercise

    raise_if_unreadable(name)
    if name in known:
        return known[name]
    folder = Path(name).resolve()
    if (folder / METADATA).is_file():
        return read_exercise(folder)
    raise click.UsageError(f"There is no exercise {name!r}.{did_you_mean(name, known)}")


def _shown(proof: "Proof", *, as_json: bool) -> "Proof":
    """The proof, after a line about it as soon as it is known."""
    if as_json:
        return proof
    if proof.holds:
        click.echo(f"ok    {proof.exercise}: {proof.statement}")
    else:
        click.secho(f"WRONG {proof.exercise}: {proof.statement}: {proof.problem}", fg="red")
    return proof


def _print_tables(proofs: "Sequence[Proof]") -> None:
    """One for each question among them."""
    from etude.app.marks_table import marks_table

    of_questions = [proof for proof in proofs if proof.got is not None]
    for question in dict.fromkeys(proof.exercise for proof in of_questions):
        got = [proof.got for proof in of_questions if proof.got and proof.exercise == question]
        click.echo(f"\n{question}\n\n{marks_table(got)}")


def _record(proof: "Proof") -> Mapping[str, str]:
    return {"exercise": proof.exercise, "statement": proof.statement, "problem": proof.problem}
