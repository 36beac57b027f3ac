"""What a file that was handed in for a question is worth, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from etude.domain.outcome import Fault, Isolation, Reason
from etude.domain.verdict import Status, Verdict

MARKED_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The result of marking; the same file and hidden data give the same but for times.

    Attributes:
      question: its id; verdicts: of all of its checks, in order.
      contract: names of the checks that need no hidden data.
      fault, reason, detail: why there is no full judgement, which is never the candidate's doing;
        what their file does wrong is in the verdicts.
      phases: milliseconds per phase; prediction_seconds: what the model took to answer.
      versions: of étude, TensorFlow, Keras and Python.
    """

    question: str
    verdicts: Sequence[Verdict] = ()
    contract: Sequence[str] = ()
    version: int = MARKED_VERSION
    fault: Fault | None = None
    reason: Reason | None = None
    detail: str = ""
    isolation: Isolation = field(default_factory=lambda: Isolation(level=1))
    versions: Mapping[str, str] = field(default_factory=dict)
    phases: Mapping[str, float] = field(default_factory=dict)
    prediction_seconds: float = 0.0

    @property
    def waits(self) -> bool:
        """Whether the mark does not stand: something of ours failed, so it is marked again."""
        return self.fault is not None

    @property
    def mark(self) -> int:
        """From 0 to 5; of one that waits, what was reached so far."""
        return sum(verdict.points for verdict in self.verdicts)

    @property
    def contract_verdicts(self) -> Sequence[Verdict]:
        return [verdict for verdict in self.verdicts if verdict.check in self.contract]

    @property
    def contract_broken(self) -> bool:
        """Whether the file is not what was agreed, whatever it predicts."""
        unlike = [v for v in self.contract_verdicts if v.status is not Status.PASSED]
        return bool(unlike) and not self.waits
