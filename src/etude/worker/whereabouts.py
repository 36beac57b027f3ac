"""Notes now and then which line the program is at, so that a run cut off can name its line."""

import sys
import threading
from types import FrameType

from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles

KIND = "where"
_FIRST_SECONDS = 0.1
_LONGEST_SECONDS = 1.0


def note_whereabouts(files: LearnerFiles, facts: FactsWriter) -> None:
    """Starts noting the calling thread's line: soon at first, later once a second."""
    watched = threading.get_ident()
    noting = threading.Thread(target=_note, args=(watched, files, facts), daemon=True)
    noting.start()


def _note(watched: int, files: LearnerFiles, facts: FactsWriter) -> None:
    pause = _FIRST_SECONDS
    while True:
        threading.Event().wait(pause)
        pause = min(2 * pause, _LONGEST_SECONDS)
        frame = _learners(sys._current_frames().get(watched), files)
        if frame is not None:
            name = files.name_of(frame.f_code.co_filename)
            facts.emit(KIND, file=name, line=frame.f_lineno, function=frame.f_code.co_name)


def _learners(frame: FrameType | None, files: LearnerFiles) -> FrameType | None:
    """The innermost frame of the learner's code."""
    while frame is not None and files.name_of(frame.f_code.co_filename) is None:
        frame = frame.f_back
    return frame
