"""Appeals against a mark: everything that it takes to look at it again, in one file."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from etude.app.exam.asked import asked
from etude.app.exam.exam import Exam
from etude.app.exam.journal import Draft, Journal
from etude.app.exam.mark import artifacts_of
from etude.app.exam.review import LookedBack, look_back_at
from etude.app.whole_file import write_whole
from etude.catalog.texts import read_text
from etude.domain.exam import BEST_MARK
from etude.domain.problem import Act, Problem, Step
from etude.domain.sitting import Sitting, SittingDeed
from etude.exams.appeal import Appeal, Record, bundled
from etude.exams.state import QuestionState

WHY, BUNDLE = "why", "bundle"  # in the detail of an ``appealed`` event


@dataclass(frozen=True, slots=True, kw_only=True)
class Appealed:
    """Attributes: path: where the appeal lies; mark: what it is against."""

    path: Path
    mark: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAppeal:
    """An appeal as the journal has it.

    Attributes: number: from 1 within its question; bundle: SHA-256 of the file.
    """

    number: int
    at: datetime
    why: str
    bundle: str


def appeals_of(question: QuestionState) -> Sequence[KeptAppeal]:
    """Those against the mark of one question, in order."""
    return [
        KeptAppeal(
            number=number, at=event.reading.wall, why=event.detail[WHY], bundle=event.detail[BUNDLE]
        )
        for number, event in enumerate(question.appeals, 1)
    ]


def appeal(exam: Exam, sitting: Sitting, number: int, why: str) -> Appealed:
    """Bundles the submission of a question that counts; it is kept, and lies in the workspace.

    Args:
      why: the candidate's words.

    Raises:
      NotRunning: the sitting is not over.
      Problem: nothing was handed in for this question, its mark is full, or the file cannot be
        written.
    """
    if not why.strip():
        raise Problem(
            "Say why the mark is wrong, so that somebody can look.",
            step=Step(act=Act.SAY_WHY, question=number),
        )
    question = asked(exam, sitting, number)
    found = look_back_at(exam, sitting, question)
    content = bundled(_appeal(exam, sitting, found, why), places=_places(sitting))
    path = Path(sitting.workspace) / f"appeal_{number}.zip"
    digest = exam.blobs.put(content)
    draft = Draft(
        deed=SittingDeed.APPEALED, question=number, detail={WHY: why.strip(), BUNDLE: digest}
    )
    Journal(exam=exam, sitting=sitting).write(lambda state: draft)
    try:
        write_whole(path, content)
    except OSError as error:
        raise Problem(f"{path} cannot be written: {error.strerror or error}.") from None
    assert found.marked is not None
    return Appealed(path=path, mark=found.marked.mark)


def _appeal(exam: Exam, sitting: Sitting, found: LookedBack, why: str) -> Appeal:
    best, item = found.state.best, found.asked.item
    if best is None or found.marked is None:
        raise Problem(f"Nothing was handed in for question {item.number}, or it is not yet marked.")
    if found.marked.mark == BEST_MARK:
        raise Problem(f"Question {item.number} has the full mark; there is nothing to appeal.")
    record = Record(
        why=why.strip(),
        question=item.question,
        seed=item.seed,
        number=item.number,
        blueprint=sitting.blueprint.name,
        blueprint_version=sitting.blueprint.version,
        sitting_seed=sitting.paper.seed,
        pack=sitting.pack,
        program=found.asked.program,
        marked=found.marked,
        earlier=[marked.mark for marked in best.marks[:-1]],
    )
    return Appeal(
        record=record,
        statement=read_text(found.asked.question, "README.md"),
        programs=found.files,
        artifacts=artifacts_of(exam, found.asked, best.snapshot.files),
        report=found.report,
        facts=found.outcome.frames if found.outcome else (),
    )


def _places(sitting: Sitting) -> list[str]:
    """Folders of this machine that a message may name."""
    import etude

    package = Path(etude.__file__).resolve().parent
    known = [sitting.workspace, str(package), str(package.parent), sys.prefix, sys.base_prefix]
    home = str(Path.home())
    return [*known, *map(os.path.realpath, known), *([home] if len(home) > 1 else [])]
