"""What a sandbox and its worker say to each other.

One connection carries one run. The sandbox sends a ``RunRequest`` together with four descriptors
(stdout, stderr, facts, and an anonymous file that holds the job); the child answers ``Ready`` with
a descriptor of its scratch folder, or ``Refused``; the worker says ``Ended`` when the child has
been reaped, and keeps the scratch folder until the sandbox says ``Done`` or hangs up.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from etude.domain.job import Limits

PROTOCOL_VERSION = 3
DEFAULT_PERFORM = "etude.worker.task:perform"
DEFAULT_PRELOAD = ("tensorflow", "keras", "h5py", "numpy.random")

MESSAGE_BYTES = 1 << 16
RUN_DESCRIPTORS = 4

# A child's exit code when étude's own code in it has failed.
EXIT_OURS = 251

# Where a freshly started worker finds what it inherits.
LISTENER_FD = 3
SETTINGS_FD = 4
BIRTH_FD = 5
LIFELINE_FD = 6

# Written as soon as the worker's own code runs: without it, bubblewrap never got that far.
BIRTH_CRY = b"\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A path that learner code may read; ``whole`` False means that only names may be listed."""

    path: str
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerSettings:
    """Everything a worker is told when it starts.

    Attributes:
      level: isolation of its children, 1 to 3.
      perform: dotted name, ``module:function``, of what a child calls with its task; a function
        ``rehearse`` beside it is called by a child that waits for one.
      preload: modules imported before the first fork.
      roots: folders that hold everything readable.
      grants: what inside the roots may really be read.
      runs_folder: holds one scratch folder per run.
      lacking: layer name -> why this level does not have it.
      canary: a file that the user can read and learner code must not.
      idle_seconds: the worker ends itself after this long without a run.
      private: it also ends when the process that started it does.
      rehearses: a process that waits for a run starts TensorFlow's runtime meanwhile.
    """

    level: int
    roots: tuple[str, ...]
    grants: tuple[Grant, ...]
    runs_folder: str
    canary: str
    lacking: Mapping[str, str] = field(default_factory=dict)
    perform: str = DEFAULT_PERFORM
    preload: tuple[str, ...] = DEFAULT_PRELOAD
    idle_seconds: float = 1800.0
    private: bool = False
    rehearses: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Birth:
    """A worker's first words: ready, or why it cannot serve at this level (or at all)."""

    ready: bool
    layers: Mapping[str, str] = field(default_factory=dict)
    missing_layer: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRequest:
    token: str
    sent_ns: int
    limits: Limits
    fresh_runtime: bool = False
    op: str = "run"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel:
    op: str = "cancel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    op: str = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRequest:
    op: str = "status"


@dataclass(frozen=True, slots=True, kw_only=True)
class StopRequest:
    op: str = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class RetireRequest:
    """To end when nothing runs any more."""

    op: str = "retire"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """The child stands isolated in its scratch folder; ``phases`` are in milliseconds."""

    level: int
    layers: Mapping[str, str]
    phases: Mapping[str, float]
    op: str = "ready"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """The child could not be isolated as promised, so no learner code ran."""

    layer: str
    detail: str
    op: str = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """The child has been reaped.

    Attributes:
      exit_code: as ``os.waitstatus_to_exitcode`` has it: negative for a signal.
      killed: "timeout" or "cancel" when the worker ended it, else empty.
    """

    exit_code: int
    killed: str
    cpu_seconds: float
    peak_memory_bytes: int
    op: str = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerStatus:
    """What a worker says about itself; ``pid`` is as seen by whoever asked.

    ``ready`` tells whether a child waits, isolated and rehearsed, for the next run.
    """

    pid: int
    level: int
    layers: Mapping[str, str]
    uptime_seconds: float
    runs: int
    running: int
    versions: Mapping[str, str]
    ready: bool = False
    op: str = "status"
