"""Which files learner code may touch (Landlock).

Two rulesets are laid on every child, and the kernel allows what both allow. The detailed one is
built once in the worker: site-packages minus étude's own answers is more than a hundred rules. The
coarse one is built per child, because only it may name the child's scratch folder.
"""

import os
from collections.abc import Sequence

from etude.domain.worker_protocol import Grant
from etude.worker.isolation import young_bindings as bindings
from etude.worker.isolation.young_bindings import PathRule

_ALWAYS_READABLE = ("/proc", "/sys/devices/system/cpu")
_DEVICES = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")


class FileAccess:
    """Prepared in the worker, laid on each child."""

    def __init__(self, grants: Sequence[Grant], *, roots: Sequence[str], runs_folder: str) -> None:
        self._roots = tuple(roots)
        fine = [PathRule(grant.path, _access(grant)) for grant in grants]
        # What is mounted later, in the child, is only reached by a rule for its parent folder.
        mounted_later = [
            PathRule(runs_folder, bindings.READ_WRITE),
            PathRule(_folder_of_proc(), bindings.READ),
        ]
        self._fine = bindings.build_ruleset([*_common(), *fine, *mounted_later])

    @property
    def descriptor(self) -> int:
        """What a child must keep open until ``restrict``."""
        return self._fine.fileno()

    def restrict(self, scratch: str) -> None:
        """From here on only the granted paths can be read, and only ``scratch`` written."""
        self._fine.restrict()
        self._fine.close()
        coarse = [PathRule(root, bindings.READ) for root in self._roots]
        own_scratch = PathRule(scratch, bindings.READ_WRITE)
        with bindings.build_ruleset([*_common(), *coarse, own_scratch]) as ruleset:
            ruleset.restrict()


def _access(grant: Grant) -> int:
    return bindings.READ if grant.whole else bindings.READ_DIR


def _folder_of_proc() -> str:
    """The folder, made by bubblewrap for this, that holds nothing but the mount of /proc."""
    real = os.path.realpath("/proc")
    return real if real == "/proc" else os.path.dirname(real)


def _common() -> list[PathRule]:
    readable = [PathRule(path, bindings.READ) for path in _ALWAYS_READABLE]
    devices = [PathRule(path, bindings.READ_FILE | bindings.WRITE_FILE) for path in _DEVICES]
    return [rule for rule in (*readable, *devices) if os.path.exists(rule.path)]
