"""The one place that touches the two young packages: Landlock's and libseccomp's bindings.

Both look up shared libraries through ``ctypes.util.find_library``, which starts programs: they are
imported, and called once, before the first fork, because a first call in a child took 27 ms.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass

import landlockpy
import pyseccomp

READ_FILE = int(landlockpy.AccessFS.READ_FILE)
READ_DIR = int(landlockpy.AccessFS.READ_DIR)
WRITE_FILE = int(landlockpy.AccessFS.WRITE_FILE)
READ = READ_FILE | READ_DIR
# REFER allows renames between folders: TensorFlow writes checkpoints to a temporary one first.
# MAKE_SYM is for the job's own links, which are made behind closed doors; a link leads nowhere that
# could not be opened directly, and no artifact is fetched through one.
READ_WRITE = READ | int(
    landlockpy.AccessFS.WRITE_FILE
    | landlockpy.AccessFS.TRUNCATE
    | landlockpy.AccessFS.MAKE_REG
    | landlockpy.AccessFS.MAKE_DIR
    | landlockpy.AccessFS.MAKE_SYM
    | landlockpy.AccessFS.REMOVE_FILE
    | landlockpy.AccessFS.REMOVE_DIR
    | landlockpy.AccessFS.REFER
)
_DIRECTORY_ONLY = READ_WRITE & ~(READ_FILE | WRITE_FILE | int(landlockpy.AccessFS.TRUNCATE))

NOT_EQUAL, MASKED_EQUAL = pyseccomp.NE, pyseccomp.MASKED_EQ


@dataclass(frozen=True, slots=True)
class PathRule:
    path: str
    access: int


@dataclass(frozen=True, slots=True)
class Condition:
    """A test of one argument of a system call; for MASKED_EQUAL ``value`` is the mask."""

    argument: int
    comparison: int
    value: int
    masked: int = 0


@dataclass(frozen=True, slots=True)
class Denial:
    """A system call, by name or (younger than the library) by number, that fails with ``errno``."""

    call: str | int
    errno: int
    conditions: tuple[Condition, ...] = ()


def landlock_abi() -> int:
    """The kernel's Landlock version; 0 when it has none."""
    try:
        return landlockpy.Ruleset().abi_version
    except OSError:
        return 0


def build_ruleset(rules: Sequence[PathRule]) -> landlockpy.Ruleset:
    """A ruleset that forbids everything it knows but ``rules``; missing paths are left out."""
    scopes = landlockpy.Scope.ABSTRACT_UNIX_SOCKET | landlockpy.Scope.SIGNAL
    ruleset = landlockpy.Ruleset(scoped=scopes, best_effort=True)
    for rule in rules:
        _allow(ruleset, rule)
    return ruleset


def _allow(ruleset: landlockpy.Ruleset, rule: PathRule) -> None:
    # The kernel rejects rights of a directory on a regular file.
    access = rule.access if os.path.isdir(rule.path) else rule.access & ~_DIRECTORY_ONLY
    if access and os.path.exists(rule.path):
        ruleset.allow_path(rule.path, landlockpy.AccessFS(access))


def compile_filter(denials: Sequence[Denial]) -> bytes:
    """BPF instructions that allow every system call but ``denials``.

    libseccomp adds the checks that the call came by the native ABI, and kills what did not.

    Raises:
      OSError: libseccomp refused a denial that it knows by name.
    """
    built = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    for denial in denials:
        _deny(built, denial)
    with os.fdopen(os.memfd_create("filter"), "w+b") as exported:
        built.export_bpf(exported)
        exported.seek(0)
        return exported.read()


def _deny(built: pyseccomp.SyscallFilter, denial: Denial) -> None:
    conditions = [pyseccomp.Arg(*_argument(condition)) for condition in denial.conditions]
    built.add_rule(pyseccomp.ERRNO(denial.errno), denial.call, *conditions)


def _argument(condition: Condition) -> tuple[int, ...]:
    shared = (condition.argument, condition.comparison, condition.value)
    return (*shared, condition.masked) if condition.comparison == MASKED_EQUAL else shared


def knows_call(name: str) -> bool:
    """Whether libseccomp has a number for ``name`` on this machine."""
    return int(pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, name)) >= 0
