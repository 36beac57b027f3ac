"""Where a program deals its examples to training and validation."""

from etude.diagnoses.callbacks import fit_argument_line
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import call_line
from etude.domain.observations import Fit

_DEALING = ("train_test_split", "permutation", "shuffle", "choice")


def dealing_line(evidence: Evidence, fit: Fit) -> int:
    """Where examples are dealt at random, else where validation data are given."""
    lines = [call_line(call) for name in _DEALING for call in evidence.source.calls(name)]
    earlier = [line for line in lines if line < fit.line]
    given = "validation_data" if fit.validation is not None else "validation_split"
    return max(earlier, default=0) or fit_argument_line(evidence.source, fit, given)
