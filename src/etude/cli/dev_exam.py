"""`etude dev replay`, `uphold` and `seal`: for authors of questions and bodies that examine."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code
from etude.cli.terminal import console, print_json

if TYPE_CHECKING:
    from etude.app.exam.replay import Replayed
    from etude.domain.exercise import Exercise

_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command("replay", short_help="Mark an appeal again.")
@click.argument("file", type=_FILE)
@click.option("--pack", type=_FILE, help="The pack of hidden sets that the sitting was marked by.")
@json_option()
def replay(file: Path, pack: Path | None, *, as_json: bool) -> Code:
    """Mark what the appeal FILE holds again, and show both marks and the reasons.

    The candidate's program is not run. The exit code is 0 when the mark is the same, and 1 when it
    is another.
    """
    from etude.app.exam import replay as replaying
    from etude.app.open_practice import user_sandbox
    from etude.app.places import find_places
    from etude.catalog.exercises import questions_and_drafts

    appeal = replaying.read_appeal(file)
    with user_sandbox(find_places()) as sandbox:
        replayed = replaying.replay(appeal, sandbox, questions_and_drafts(), pack=pack)
    if as_json:
        _print_record(replayed)
    else:
        _show(replayed)
    if replayed.now.waits:
        return Code.COULD_NOT_RUN
    return Code.OK if replayed.stands else Code.NOT_PASSED


@click.command("uphold", short_help="Accept the answer of an appeal.")
@click.argument("file", type=_FILE)
@click.argument("name")
def uphold(file: Path, name: str) -> Code:
    """Put the program of the appeal FILE among the question's accepted answers, as NAME.py.

    From then on `etude dev check` proves that it gets full marks.
    """
    from etude.app.exam import replay as replaying
    from etude.catalog.exercises import questions_and_drafts

    appeal = replaying.read_appeal(file)
    path = replaying.uphold(appeal, questions_and_drafts(), name)
    click.echo(f"{path}\nMend checks.py until it gets full marks: etude dev check "
               f"{appeal.record.question}")  # fmt: skip
    return Code.OK


@click.command("seal", short_help="Make a pack of hidden sets.")
@click.argument("question_ids", metavar="QUESTION...", nargs=-1, required=True)
@click.option(
    "--rows",
    type=_FILE,
    multiple=True,
    help="New hidden rows, in a file named after their set (credit.npz); may be given repeatedly.",
)
@click.option("--from-installed", is_flag=True, help="Take the installed rows of every other set.")
@click.option("--out", type=_FILE, required=True, metavar="PACK", help="Where to write the pack.")
def seal(
    question_ids: Sequence[str], rows: Sequence[Path], from_installed: bool, out: Path
) -> Code:
    """Make a pack of the hidden sets by which these questions are marked.

    Its SHA-256 is written beside it. Candidates sit with: etude exam start BLUEPRINT --pack PACK
    """
    from etude.app.exam.packs import seal as sealed
    from etude.app.exam.packs import write_pack
    from etude.exams.pack import checksum

    if not rows and not from_installed:
        raise click.UsageError("Give --rows FILE.npz with new hidden rows, or --from-installed.")
    content = sealed(_questions(question_ids), rows, only_given=not from_installed)
    beside = write_pack(out, content)
    click.echo(f"{out} ({len(content):,} bytes)\n{beside}\nSHA-256 {checksum(content)}")
    return Code.OK


def _questions(ids: Sequence[str]) -> "Sequence[Exercise]":
    from etude.app.near import did_you_mean
    from etude.catalog.exercises import questions_and_drafts

    known = questions_and_drafts()
    for name in ids:
        if name not in known:
            raise click.UsageError(f"There is no question {name!r}.{did_you_mean(name, known)}")
    return [known[name] for name in ids]


def _show(replayed: "Replayed") -> None:
    from rich.text import Text

    from etude.render.sitting import marked_block

    screen, record = console(), replayed.appeal.record
    screen.print(Text(f"{record.question}, variant {record.seed}", style="bold"))
    screen.print(Text(f"The candidate: {record.why}\n"))
    for when, marked in (("Then", replayed.then), ("Now", replayed.now)):
        told = ", ".join(f"{name} {version}" for name, version in sorted(marked.versions.items()))
        screen.print(Text(f"{when} ({told})", style="bold"))
        if marked.waits:
            screen.print(Text(f"no mark: {marked.detail}"))
        else:
            screen.print(marked_block(marked.mark, marked.verdicts))


def _print_record(replayed: "Replayed") -> None:
    import msgspec

    print_json(
        {
            "question": replayed.appeal.record.question,
            "seed": replayed.appeal.record.seed,
            "why": replayed.appeal.record.why,
            "stands": replayed.stands,
            "then": msgspec.to_builtins(replayed.then) | {"mark": replayed.then.mark},
            "now": msgspec.to_builtins(replayed.now) | {"mark": replayed.now.mark},
        }
    )
