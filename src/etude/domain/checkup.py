"""Everything `etude doctor` says of one program, notebook or saved model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from etude.domain.error import Error
from etude.domain.finding import Finding, Severity
from etude.domain.listing import Listing
from etude.domain.seen import Seen

CHECKUP_VERSION = 1

#: Findings of these severities mean that the program does not do what it should.
SERIOUS = (Severity.ERROR, Severity.SILENT)


class Kind(StrEnum):
    """What was looked at."""

    SCRIPT = "script"
    NOTEBOOK = "notebook"
    MODEL = "model"  # a saved file, read or loaded, never trained
    RUNNING = "running"  # a program that asked to be watched


class End(StrEnum):
    """How the program came to its end."""

    FINISHED = "finished"
    RAISED = "raised"  # an exception that nobody caught
    EXITED = "exited"  # sys.exit with another code than 0
    OVERTIME = "overtime"  # the wall-clock limit
    STOPPED = "stopped"  # by étude, since going on was hopeless
    INTERRUPTED = "interrupted"  # Ctrl-C
    CRASHED = "crashed"  # killed by a signal, or ended behind Python's back
    NOT_RUN = "not run"  # it could not be started, or not be read


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup(Seen):
    """The result of one visit to the doctor, and what it saw.

    Attributes:
      target: as the person wrote it.
      detail: one sentence on the end, "" when there is nothing to add.
      findings: diagnoses, the root cause first.
      measured: sentences on what was measured: a score, the signature of a saved model.
      unseen: sentences on what étude could not see in this program, and why.
      listing: the files that were run; lines of fits, models and data are numbers in it.
      seconds: how long the program ran.
      versions: of étude, TensorFlow, Keras and Python.
    """

    target: str
    kind: Kind
    end: End
    version: int = CHECKUP_VERSION
    detail: str = ""
    exit_code: int | None = None
    error: Error | None = None
    findings: Sequence[Finding] = ()
    measured: Sequence[str] = ()
    unseen: Sequence[str] = ()
    listing: Listing = field(default_factory=Listing)
    seconds: float = 0.0
    versions: Mapping[str, str] = field(default_factory=dict)

    @property
    def texts(self) -> Mapping[str, str]:
        """File -> its text, for quoting."""
        return {part.name: part.text for part in self.listing.parts}

    @property
    def healthy(self) -> bool:
        """Whether it ran to its end and nothing serious was found."""
        return self.end is End.FINISHED and not self.serious

    @property
    def serious(self) -> Sequence[Finding]:
        return [finding for finding in self.findings if finding.severity in SERIOUS]
