"""The program of a question, edited in a page and in an editor at once."""

from pathlib import Path

from etude.app.exam.asked import asked
from etude.app.exam.exam import Exam
from etude.app.exam.journal import Journal
from etude.app.exam.look import look
from etude.app.exam.phases import assert_open
from etude.app.exam.save import save_question
from etude.app.learner_file import FileNow, SharedFile
from etude.app.whole_file import write_whole
from etude.app.workspace import free_backup
from etude.domain.sitting import Sitting


def read_program(exam: Exam, sitting: Sitting, number: int) -> FileNow:
    """The file as it is; raises as ``SharedFile.read`` does."""
    return _file(exam, sitting, number).read()


def save_program(
    exam: Exam, sitting: Sitting, number: int, text: str, *, base: str, keep_old: bool = False
) -> FileNow:
    """Saves an edit, and keeps it with the sitting before this returns.

    Raises:
      NotRunning: the sitting is over; what is in the file stays.
      EditedElsewhere: the file is another one meanwhile.
      Problem: the file cannot be read or written.
    """
    assert_open(look(exam, sitting))
    now = _file(exam, sitting, number).save(text, base=base, keep_old=keep_old)
    save_question(Journal(exam=exam, sitting=sitting), asked(exam, sitting, number))
    return now


def _file(exam: Exam, sitting: Sitting, number: int) -> SharedFile:
    question, root = asked(exam, sitting, number), Path(sitting.workspace)

    def keep(content: bytes) -> Path:
        path = free_backup(root, question.folder.name)
        write_whole(path, content)
        return path

    return SharedFile(path=question.folder / question.program, keep=keep)
