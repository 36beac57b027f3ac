"""What can be set about a sandbox; the defaults are what étude itself uses."""

from dataclasses import dataclass

from etude.domain.worker_protocol import DEFAULT_PERFORM, DEFAULT_PRELOAD


@dataclass(frozen=True, slots=True, kw_only=True)
class SandboxSettings:
    """Attributes:
    minimum_level: below this isolation nothing is run.
    maximum_level: isolation that is tried first.
    background: the worker outlives this process and is shared by all of the user's.
    perform: dotted name, ``module:function``, of what does a task.
    preload: modules that the worker imports before its first fork.
    import_paths: folders from which the worker can also import (and learner code read).
    readable: further folders that learner code may read, and jobs may link to.
    hidden: paths that learner code must not read although they lie inside a readable folder.
    idle_seconds: a background worker ends itself after this long without a run.
    start_seconds: longest time that a worker may take to start.
    """

    minimum_level: int = 1
    maximum_level: int = 3
    background: bool = True
    perform: str = DEFAULT_PERFORM
    preload: tuple[str, ...] = DEFAULT_PRELOAD
    import_paths: tuple[str, ...] = ()
    readable: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    idle_seconds: float = 1800.0
    start_seconds: float = 180.0
