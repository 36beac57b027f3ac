"""The layers of one level: prepared once in the worker, entered by each child."""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from etude.domain.job import Limits
from etude.domain.worker_protocol import WorkerSettings
from etude.worker.isolation.limits import apply_limits, thread_allowance

SCRATCH_AT_LEVEL_3 = "scratch"


class LayerMissing(Exception):
    """A promised layer could not be put up; ``layer`` names it."""

    def __init__(self, layer: str, why: object) -> None:
        super().__init__(f"{layer}: {why}")
        self.layer = layer
        self.why = str(why)


@contextmanager
def layer(name: str) -> Iterator[None]:
    """Turns whatever goes wrong inside into LayerMissing."""
    try:
        yield
    except Exception as error:
        raise LayerMissing(name, f"{type(error).__name__}: {error}") from error


class IsolationPlan:
    """Everything that stands around a child at one level.

    Raises:
      LayerMissing: the level cannot be had on this machine.
    """

    def __init__(self, settings: WorkerSettings) -> None:
        self.level = settings.level
        self._allowance = thread_allowance(self.level)
        self.fork: Callable[[], int] = os.fork
        self.descriptors: tuple[int, ...] = ()
        if self.level >= 2:
            self._prepare_filters(settings)
        if self.level >= 3:
            self._prepare_namespaces()

    def _prepare_filters(self, settings: WorkerSettings) -> None:
        # Imported here: on a machine without libseccomp level 1 still works.
        with layer("landlock"):
            from etude.worker.isolation.landlock import FileAccess
            from etude.worker.isolation.young_bindings import landlock_abi

            if landlock_abi() < 1:
                raise OSError("the kernel has no Landlock (5.13 or later has it)")
            self._file_access = FileAccess(
                settings.grants, roots=settings.roots, runs_folder=settings.runs_folder
            )
            self.descriptors = (self._file_access.descriptor,)
        with layer("seccomp"):
            from etude.worker.isolation.seccomp import CallFilter

            self._call_filter = CallFilter(modes_may_change=self.level >= 3)

    def _prepare_namespaces(self) -> None:
        with layer("namespaces"):
            from etude.worker.isolation.namespaces import ProcessNamespaces

            self.fork = ProcessNamespaces().fork

    def make_room(self, scratch: str, limits: Limits) -> None:
        """Gives the child its own world and ``scratch``, while it still has the right to.

        Only ``limits.room`` counts here.
        """
        if self.level < 3:
            os.mkdir(scratch, 0o700)
            return
        with layer("namespaces"):
            from etude.worker.isolation.namespaces import enter_private_world

            enter_private_world(scratch, limits)

    def close_doors(self, scratch: str) -> None:
        """Gives up every right that learner code must not have; cannot be undone."""
        with layer("capabilities"):
            self._give_up_privileges()
        if self.level >= 2:
            with layer("landlock"):
                self._file_access.restrict(scratch)
            with layer("seccomp"):
                self._call_filter.load()

    def limit(self, limits: Limits) -> None:
        """Sets the limits, which can be lowered behind closed doors but never raised."""
        with layer("limits"):
            apply_limits(limits, self._allowance)

    def _give_up_privileges(self) -> None:
        from etude.worker.isolation import libc

        if self.level >= 2:
            libc.drop_capabilities()
        libc.set_no_new_privileges()


class Stopwatch:
    """Milliseconds per named phase."""

    def __init__(self, now: Callable[[], int] = time.monotonic_ns) -> None:
        self._now = now
        self._phases: dict[str, float] = {}

    @property
    def phases(self) -> Mapping[str, float]:
        return self._phases

    def since(self, start_ns: int, phase: str) -> None:
        """Records the time from ``start_ns`` until now."""
        self._phases[phase] = (self._now() - start_ns) / 1e6

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Records the time spent inside."""
        start = self._now()
        try:
            yield
        finally:
            self.since(start, name)
