"""Words in which a library refuses something, each with what it is told as."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding


@dataclass(frozen=True, slots=True)
class Saying:
    """What a message says, by its words alone.

    Attributes:
      words: found anywhere in it, across lines.
      evidence: with the groups of ``words`` in braces.
      change: likewise.
    """

    words: str
    evidence: str
    change: str


def told(evidence: Evidence, sayings: Sequence[Saying]) -> Finding | None:
    """The finding of the first that the exception says, at its line; None when it says none."""
    error = evidence.error
    for saying in sayings:
        found = re.search(saying.words, error.message, re.DOTALL) if error else None
        if error and found:
            groups = found.groupdict()
            return Finding(
                line=error.line,
                evidence=saying.evidence.format(**groups),
                change=saying.change.format(**groups),
            )
    return None
