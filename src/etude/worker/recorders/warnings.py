"""Warnings with the learner's line; they are still printed."""

import warnings
from dataclasses import asdict
from typing import Any

from etude.domain import observations
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles

_LONGEST = 1000


def install(files: LearnerFiles, facts: FactsWriter) -> None:
    """Every warning is noted once per place, as Python shows it."""
    shown = warnings.showwarning

    def show(
        message: Any, category: Any, filename: str, lineno: int, *args: Any, **kw: Any
    ) -> None:
        line = files.line()
        if line:
            warning = observations.ShownWarning(
                message=str(message)[:_LONGEST], category=category.__name__, line=line
            )
            facts.emit("warning", **asdict(warning))
        shown(message, category, filename, lineno, *args, **kw)

    warnings.simplefilter("default", category=UserWarning)
    warnings.showwarning = show
