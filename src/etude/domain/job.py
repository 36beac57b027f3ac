"""What a sandbox is asked to run."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import ceil

MB = 1 << 20
_BUSY_THREADS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one run may use; every number is a hard stop.

    ``data_bytes`` (RLIMIT_DATA) is the tight memory limit; ``address_space_bytes`` (RLIMIT_AS) is
    wide because TensorFlow reserves about 2 GB of address space that it never touches
    (docs/design/sandbox.md has the measurement).
    """

    wall_seconds: float = 30.0
    cpu_seconds: int = 60
    address_space_bytes: int = 8192 * MB
    data_bytes: int = 3072 * MB
    file_bytes: int = 128 * MB
    disk_bytes: int = 512 * MB
    files: int = 20_000
    open_files: int = 256
    threads: int = 512
    kept_output_bytes: int = 64 << 10
    output_bytes: int = 16 * MB
    facts_bytes: int = 128 * MB
    artifact_bytes: int = 64 * MB

    @property
    def room(self) -> tuple[int, int]:
        """Bytes and files of the scratch folder: fixed once a child has it; the rest can shrink."""
        return self.disk_bytes, self.files

    def longer_by(self, seconds: float) -> "Limits":
        """The same for a run that has more to do, with several threads at once."""
        return replace(
            self,
            wall_seconds=self.wall_seconds + seconds,
            cpu_seconds=self.cpu_seconds + ceil(_BUSY_THREADS * seconds),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One run inside the sandbox.

    Attributes:
      task: JSON of a task, opaque to the sandbox; the worker's ``perform`` understands it.
      files: written to the run's scratch folder first, by relative path.
      links: relative path in the scratch folder -> readable folder outside it (public data only).
      artifacts: relative paths to bring out when the run has ended.
      limits: what the run may use.
      fresh_runtime: TensorFlow's runtime must not have been started when the run begins, as for
        programs that divide a device into several.
    """

    task: bytes
    files: Mapping[str, bytes] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    artifacts: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    fresh_runtime: bool = False
