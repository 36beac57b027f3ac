"""What an author does with an appeal: marks it again, and accepts its answer if it is right."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from etude.app.exam.marker import make_marker
from etude.app.exam.packs import hidden_in, read_pack
from etude.app.whole_file import write_whole
from etude.catalog.marking import read_checks
from etude.catalog.texts import replaced
from etude.catalog.variants import variant_of
from etude.domain.exercise import Exercise
from etude.domain.marked import Marked
from etude.domain.problem import Problem
from etude.exams.appeal import Appeal, opened_appeal
from etude.exams.pack import checksum, opened_pack

if TYPE_CHECKING:
    from etude.grading.plan import Hidden
    from etude.sandbox import Sandbox

_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """Attributes: then: the mark that is appealed against; now: what it is here."""

    appeal: Appeal
    then: Marked
    now: Marked

    @property
    def stands(self) -> bool:
        return not self.now.waits and self.now.mark == self.then.mark


def read_appeal(path: Path) -> Appeal:
    """An appeal from its file.

    Raises:
      Problem: it cannot be read, or is none.
    """
    try:
        return opened_appeal(path.read_bytes())
    except OSError as error:
        raise Problem(f"{path} cannot be read: {error.strerror or error}.") from None


def replay(
    appeal: Appeal,
    sandbox: "Sandbox",
    questions: Mapping[str, Exercise],
    *,
    pack: Path | None = None,
) -> Replayed:
    """Marks what was handed in again, with what would have been under changed inputs.

    Args:
      pack: the pack of hidden sets that the sitting was marked by, if it was.

    Raises:
      Problem: the question is not installed, or the pack is another.
    """
    question = question_of(appeal, questions)
    marker = make_marker(
        sandbox,
        seed=appeal.record.sitting_seed,
        artifacts=appeal.artifacts,
        hidden=_hidden(appeal, pack),
    )
    now = marker.explain(question, appeal.artifacts, read_checks(question))
    return Replayed(appeal=appeal, then=appeal.record.marked, now=now)


def uphold(appeal: Appeal, questions: Mapping[str, Exercise], name: str) -> Path:
    """Puts the program of an appeal among the question's accepted answers; returns where.

    Raises:
      Problem: the name is taken or none for a file, or the program cannot be put in the words of
        the question as it stands.
    """
    question = question_of(appeal, questions)
    if not _NAME.fullmatch(name):
        raise Problem(f"Name the answer in small letters, such as by_hand; got {name!r}.")
    path = question.folder / "accepted" / f"{name}.py"
    if path.exists():
        raise Problem(f"{path} is there already. Choose another name.")
    text = _in_the_words_of_the_question(appeal, question)
    try:
        write_whole(path, text.encode())
    except OSError as error:
        raise Problem(f"{path} cannot be written: {error.strerror or error}.") from None
    return path


def question_of(appeal: Appeal, questions: Mapping[str, Exercise]) -> Exercise:
    """The question in the variant that the appeal is about.

    Raises:
      Problem: it is not installed.
    """
    record = appeal.record
    if record.question not in questions:
        raise Problem(
            f"The question {record.question} of this appeal is not installed here. It was marked "
            f"by étude {record.marked.versions.get('etude', '')}."
        )
    return variant_of(questions[record.question], record.seed)


def _hidden(appeal: Appeal, pack: Path | None) -> "Hidden | None":
    wanted = appeal.record.pack
    content = read_pack(pack) if pack is not None else b""
    if wanted != (checksum(content) if content else ""):
        needs = f"the pack with the SHA-256 {wanted}" if wanted else "no pack"
        raise Problem(f"This appeal was marked with {needs}. Give the same: --pack FILE")
    return hidden_in(opened_pack(content)) if content else None


def _in_the_words_of_the_question(appeal: Appeal, question: Exercise) -> str:
    """The program as it would stand for seed 0, where every answer of an author stands."""
    record = appeal.record
    if record.program not in appeal.programs:
        raise Problem(f"This appeal holds no program {record.program}.")
    text = appeal.programs[record.program].decode("utf-8-sig", errors="replace")
    back = {word: token for token, word in question.replacements.items()}
    original = replaced(text, back)
    if replaced(original, question.replacements) != text:
        raise Problem(
            f"This program answers variant {record.seed}, whose words cannot be put back by "
            "themselves. Copy it from the appeal, change what the variant has changed, and save "
            f"it in {question.folder / 'accepted'}."
        )
    return original
