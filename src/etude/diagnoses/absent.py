"""What stopped a program because it is not there."""

from etude.diagnoses.evidence import Evidence
from etude.domain.error import Error, Missing


def absent(evidence: Evidence, *kinds: str) -> tuple[Error, Missing] | None:
    """The exception that ended the program, where something of these kinds was missing."""
    error = evidence.error
    if error is None or error.missing is None or error.missing.kind not in kinds:
        return None
    return error, error.missing
