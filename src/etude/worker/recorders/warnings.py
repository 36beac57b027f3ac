"""Warnings with the learner's line: Python's, and those that libraries log; all still shown."""

import logging
import warnings
from dataclasses import asdict
from typing import Any

from etude.domain import observations
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.recorders.harmless import harmless

_LONGEST = 1000
_MOST_WARNINGS = 200
_LOGGERS = ("absl", "tensorflow", "matplotlib.image")


def install(files: LearnerFiles, facts: FactsWriter) -> None:
    """Every warning is noted once per place, as Python shows it."""
    recorder = _WarningRecorder(files, facts)
    shown = warnings.showwarning

    def show(
        message: Any, category: Any, filename: str, lineno: int, *args: Any, **kw: Any
    ) -> None:
        recorder.note(str(message), category.__name__)
        shown(message, category, filename, lineno, *args, **kw)

    warnings.simplefilter("default", category=UserWarning)
    warnings.showwarning = show
    for name in _LOGGERS:
        logging.getLogger(name).addFilter(recorder.note_logged)


class _WarningRecorder:
    def __init__(self, files: LearnerFiles, facts: FactsWriter) -> None:
        self._files = files
        self._facts = facts
        self._count = 0

    def note(self, message: str, category: str) -> None:
        """Emits a warning that arose below a line of the learner's."""
        with harmless(self._facts, "warnings"):
            line = self._files.line()
            self._count += 1
            if line and self._count <= _MOST_WARNINGS:
                warning = observations.ShownWarning(
                    message=message[:_LONGEST], category=category, line=line
                )
                self._facts.emit("warning", **asdict(warning))

    def note_logged(self, record: logging.LogRecord) -> bool:
        """A filter that lets everything pass; unlike a handler it leaves the output as it is."""
        if record.levelno >= logging.WARNING:
            self.note(record.getMessage(), record.name)
        return True
