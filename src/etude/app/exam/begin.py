"""Begins a sitting: draws its paper, lays it out, and only then starts the clock."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from etude import __version__
from etude.app.exam.asked import Asked, all_asked
from etude.app.exam.exam import Exam
from etude.app.exam.lay_out import given_files, lay_out
from etude.app.exam.packs import assert_serves
from etude.app.exam.save import keep
from etude.app.exam.settle import settle
from etude.app.manifest import FILE
from etude.app.near import did_you_mean
from etude.catalog.variants import SEEDS
from etude.domain.exam import Blueprint, Item
from etude.domain.problem import Act, Problem, Step
from etude.domain.sitting import FIRST_EVENT, Allowances, Sitting, SittingDeed, SittingEvent
from etude.exams.pack import checksum
from etude.exams.paper import draw
from etude.exams.state import GIVEN, Phase

MOST_SEED = 2**31


class UnknownBlueprint(Problem):
    """No exam has this name; the message suggests near ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What a sitting begins with.

    Attributes:
      workspace: absolute path of a folder that is new or empty.
      seed: of the paper; id: of the sitting, unique.
      pack: of hidden sets, see ``etude.exams.pack``; empty for the installed ones.
    """

    blueprint: Blueprint
    workspace: Path
    seed: int
    id: str
    allowances: Allowances
    pack: bytes = b""


def named_blueprint(exam: Exam, name: str) -> Blueprint:
    """The blueprint of this name.

    Raises:
      UnknownBlueprint: there is none.
    """
    if name in exam.blueprints:
        return exam.blueprints[name]
    hint = did_you_mean(name, exam.blueprints)
    raise UnknownBlueprint(f"There is no exam {name!r}.{hint}", step=Step(act=Act.CHOOSE_EXAM))


def new_folder(parent: Path, blueprint: Blueprint) -> Path:
    """A folder of the exam's name that is not there yet; one in a workspace would be refused, so
    it is beside the workspace then.
    """
    holding = [folder for folder in (parent, *parent.parents) if (folder / FILE).is_file()]
    parent = holding[-1].parent if holding else parent
    names = (
        f"etude-{blueprint.name}{again}" for again in ("", *(f"-{n}" for n in range(2, 10_000)))
    )
    return next(parent / name for name in names if not (parent / name).exists())


def random_seed() -> int:
    """Of a paper that nobody has asked for."""
    return secrets.randbelow(MOST_SEED)


def begin(exam: Exam, beginning: Beginning, *, public_data: Callable[[str], Path]) -> Sitting:
    """A new sitting, whose clock runs from when this returns.

    Raises:
      Problem: another sitting is not finished, the folder is not free, or questions are missing.
    """
    earlier = exam.store.sittings(exam.learner)
    _assert_none_open(exam, earlier)
    sitting = _sitting(exam, beginning, earlier)
    asked = all_asked(exam, sitting)
    _keep_pack(exam, beginning.pack, asked)
    lay_out(sitting, asked, public_data, replaces=lambda known: exam.store.sitting(known) is None)
    started = SittingEvent(
        sitting=sitting.id,
        number=FIRST_EVENT,
        deed=SittingDeed.STARTED,
        reading=exam.read_clocks(),
        detail={GIVEN: {str(one.number): keep(exam, given_files(one)) for one in asked}},
    )
    exam.store.add_sitting(sitting, started)
    return sitting


def _sitting(exam: Exam, beginning: Beginning, earlier: Sequence[Sitting]) -> Sitting:
    past: list[Item] = [item for sitting in earlier for item in sitting.paper.items]
    paper = draw(
        beginning.blueprint,
        list(exam.questions),
        seed=beginning.seed,
        past=past,
        variants=SEEDS,
    )
    return Sitting(
        id=beginning.id,
        learner=exam.learner,
        blueprint=beginning.blueprint,
        paper=paper,
        workspace=str(beginning.workspace),
        etude=__version__,
        allowances=beginning.allowances,
        pack=checksum(beginning.pack) if beginning.pack else "",
    )


def _keep_pack(exam: Exam, pack: bytes, asked: Sequence[Asked]) -> None:
    """With the sitting, so that it is marked by the same rows wherever the file goes."""
    if pack:
        assert_serves(pack, [check for one in asked for check in one.checks])
        exam.blobs.put(pack)


def _assert_none_open(exam: Exam, earlier: Sequence[Sitting]) -> None:
    """One at a time: two clocks at once would be nobody's exam."""
    for sitting in earlier:
        if settle(exam, sitting).phase is not Phase.FINISHED:
            raise Problem(
                f"You are sitting {sitting.blueprint.title!r} in {sitting.workspace}.",
                step=Step(act=Act.FINISH_OTHER),
            )
