"""A recognised mistake, as the learner is told about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"  # the program stops
    SILENT = "silent"  # it runs and the result is wrong
    WARNING = "warning"  # it runs and is right, by luck or for now
    PERFORMANCE = "performance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One diagnosis that matched.

    A diagnosis fills in line, evidence, change and about; the rest comes from its page.

    Attributes:
      evidence: what this very run showed, with its numbers and the learner's own names.
      change: the change to make, as one sentence or a line of code.
      about: the name of the thing concerned, when there are several.
      proven: another training showed what comes of the change.
      mild: here it costs nothing that shows, so it is told as a warning.
      stands_alone: what usually causes this cannot be all of it here, so it is told beside that.
      consequences: names of diagnoses that also matched and follow from this one.
    """

    line: int
    evidence: str
    change: str
    about: str = ""
    proven: bool = False
    mild: bool = False
    stands_alone: bool = False
    file: str = ""
    diagnosis: str = ""
    title: str = ""
    why: str = ""
    severity: Severity = Severity.SILENT
    consequences: Sequence[str] = ()
