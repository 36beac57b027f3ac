"""What kind of checks failed."""

from etude.diagnoses.evidence import Evidence
from etude.domain.verdict import Status


def no_number_missed(evidence: Evidence) -> bool:
    """Whether checks failed, and none of them for a number that another training would change.

    An exercise fixes its training: how that went explains nothing then.
    """
    failed = [one for one in evidence.verdicts if one.status is Status.FAILED]
    return bool(failed) and not any(one.measured or one.measurement for one in failed)
