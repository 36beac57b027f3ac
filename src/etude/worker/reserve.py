"""The one child that a worker keeps on standby, for a run like the last one."""

import functools
import os
import selectors
from collections.abc import Callable

from etude.domain.job import Limits
from etude.domain.worker_protocol import RunRequest
from etude.worker.child import Child, Inherited
from etude.worker.standby import Standby, make_door, wait_at


class Reserve:
    """Has a child stand by when the worker finds the time, and gives it to the run that it fits.

    Args:
      selector: told to call `dismiss` when the child goes before it is needed.
      fork: makes a child as the level demands.
      new_scratch: names a scratch folder; clear_away: removes one.
      first: the limits of the run that is expected before there was any; None for no standby ever.
    """

    def __init__(
        self,
        selector: selectors.BaseSelector,
        *,
        fork: Callable[[], int],
        new_scratch: Callable[[], str],
        clear_away: Callable[[str], None],
        first: Limits | None,
    ) -> None:
        self._selector = selector
        self._fork = fork
        self._new_scratch = new_scratch
        self._clear_away = clear_away
        self._is_kept = first is not None
        self._wanted = first
        self._standby: Standby | None = None

    @property
    def is_wanted(self) -> bool:
        """Whether a child should be made ready, as soon as there is time."""
        return self._wanted is not None

    @property
    def is_ready(self) -> bool:
        return self._standby is not None and self._standby.is_ready

    def expect(self, limits: Limits) -> None:
        """The next run is most likely one like this."""
        if self._is_kept:
            self._wanted = limits

    def take(self, request: RunRequest, inherited: Inherited) -> Standby | None:
        """Passes a run to the child on standby; None when there is none ready that fits it."""
        standby = self._standby
        if standby is None or not standby.is_ready or not standby.fits(request.limits):
            return None
        if request.fresh_runtime:  # it has rehearsed, and with that started TensorFlow's runtime
            return None
        self._forget()
        if standby.take(request, inherited):
            return standby
        self._end(standby)  # it has just gone
        return None

    def renew(self) -> Child | None:
        """Forks a child for the next run unless one is there; returns again in the child."""
        limits, self._wanted = self._wanted, None  # one that fails is not tried before the next run
        if limits is None:
            return None
        if self._standby is not None:
            if self._standby.fits(limits):
                return None
            self.dismiss()
        return self._fork_standby(limits)

    def dismiss(self) -> None:
        """Ends the child that stands by, if there is one."""
        standby = self._standby
        if standby is not None:
            self._forget()
            self._end(standby)

    def close_door(self) -> None:
        """In another child of the worker: what it has inherited of this is not its own."""
        if self._standby is not None:
            self._standby.door.close()

    def _fork_standby(self, limits: Limits) -> Child | None:
        scratch, worker_pid, (ours, theirs) = self._new_scratch(), os.getpid(), make_door()
        try:
            pid = self._fork()
        except OSError:  # the run that needs it will say so
            ours.close()
            theirs.close()
            return None
        if pid == 0:
            ours.close()
            return Child(
                scratch=scratch,
                worker_pid=worker_pid,
                limits=limits,
                next_run=functools.partial(wait_at, theirs),
                waits=True,
            )
        theirs.close()
        pidfd = os.pidfd_open(pid)
        self._standby = Standby(pid=pid, pidfd=pidfd, door=ours, scratch=scratch, limits=limits)
        self._selector.register(pidfd, selectors.EVENT_READ, self.dismiss)
        return None

    def _forget(self) -> None:
        if self._standby is not None:
            self._selector.unregister(self._standby.pidfd)
            self._standby = None

    def _end(self, standby: Standby) -> None:
        standby.dismiss()
        self._clear_away(standby.scratch)
