"""Which system calls learner code may make (seccomp).

Everything is allowed but what is listed: training, saving and loading need none of it, and a list
of allowed calls would break with each release of TensorFlow or the C library. Calls younger than
this list are answered "no such call", which the C library expects from an older kernel.
"""

import errno
import os
import struct

from etude.worker.isolation import libc
from etude.worker.isolation.young_bindings import (
    MASKED_EQUAL,
    NOT_EQUAL,
    Condition,
    Denial,
    compile_filter,
    knows_call,
)

_OTHER_PROCESSES = """
ptrace process_vm_readv process_vm_writev process_madvise process_mrelease kcmp
pidfd_open pidfd_getfd pidfd_send_signal rt_sigqueueinfo rt_tgsigqueueinfo tkill
setpriority sched_setscheduler sched_setattr sched_setparam ioprio_set migrate_pages move_pages
setpgid execve execveat fork vfork
"""
_KERNEL = """
mount umount2 pivot_root chroot move_mount open_tree fsopen fsconfig fsmount fspick mount_setattr
unshare setns bpf perf_event_open userfaultfd io_uring_setup io_uring_enter io_uring_register
keyctl add_key request_key kexec_load kexec_file_load init_module finit_module delete_module
swapon swapoff reboot acct quotactl quotactl_fd settimeofday clock_settime clock_adjtime adjtimex
sethostname setdomainname syslog nfsservctl open_by_handle_at name_to_handle_at lookup_dcookie
fanotify_init fanotify_mark inotify_init inotify_init1 inotify_add_watch
personality iopl ioperm modify_ldt vhangup setuid setgid setreuid setregid setresuid setresgid
setgroups setfsuid setfsgid capset
"""
_FILES = """
mknod mknodat chown fchown lchown fchownat truncate
setxattr lsetxattr fsetxattr removexattr lremovexattr fremovexattr
"""
# Landlock does not cover them, and shutil.copy, archives and callbacks need them to succeed. Where
# only the scratch folder can be written (level 3) they act; elsewhere they succeed without effect.
_MODES_AND_TIMES = "chmod fchmod fchmodat utime utimes utimensat futimesat"
_SUCCESS_WITHOUT_EFFECT = 0
_MEMORY_OUTSIDE_LIMITS = """
memfd_create memfd_secret shmget shmat shmctl semget semctl semop msgget msgsnd msgrcv msgctl
mq_open mq_unlink
"""
_NETWORK = "socket connect bind listen accept accept4 sendmmsg"

# The same on every processor; an older libseccomp has no names for some of them.
_YOUNG_CALLS = {
    "pidfd_send_signal": 424,
    "io_uring_setup": 425,
    "io_uring_enter": 426,
    "io_uring_register": 427,
    "open_tree": 428,
    "move_mount": 429,
    "fsopen": 430,
    "fsconfig": 431,
    "fsmount": 432,
    "fspick": 433,
    "pidfd_open": 434,
    "pidfd_getfd": 438,
    "process_madvise": 440,
    "mount_setattr": 442,
    "quotactl_fd": 443,
    "memfd_secret": 447,
    "process_mrelease": 448,
}
_CLONE3, _OPENAT2 = 435, 437

_CLONE_THREAD = 0x10000
_FIRST_UNKNOWN_CALL = 451  # one past the youngest that the lists above were made for
_TIOCSTI, _TIOCLINUX = 0x5412, 0x541C
_FIOSETOWN, _SIOCSPGRP = 0x8901, 0x8902
_FS_IOC_SETFLAGS, _FS_IOC_FSSETXATTR = 0x4008_6602, 0x401C_5820
_F_SETOWN, _F_SETSIG, _F_SETOWN_EX = 8, 10, 15
_PR_SET_PDEATHSIG, _PR_SET_PTRACER = 1, 0x59616D61
_AF_UNIX, _SOCK_DGRAM, _SOCK_RAW, _SOCK_TYPE_MASK = 1, 2, 3, 0xF
_LOW_WORD = 0xFFFF_FFFF

# Stands in the compiled program for the child's own pid, which only the child knows.
_PID_PLACEHOLDER = 0x7A3C_5E91

_BPF_LOAD_WORD, _BPF_JUMP_IF_GE, _BPF_RETURN = 0x20, 0x35, 0x06
_SECCOMP_RET_ALLOW, _SECCOMP_RET_ERRNO = 0x7FFF_0000, 0x0005_0000


class CallFilter:
    """Compiled in the worker (2 ms), loaded in each child (0.1 ms).

    Args:
      modes_may_change: nothing but the scratch folder can be written, whatever its mode.
    """

    def __init__(self, *, modes_may_change: bool) -> None:
        answered = [] if modes_may_change else _answered_without_effect()
        self._program = compile_filter([*_denials(), *answered])
        self._youngest = _refuse_calls_from(_FIRST_UNKNOWN_CALL)

    def load(self) -> None:
        """From here on the listed calls fail; cannot be undone."""
        libc.load_filter(self._youngest)
        libc.load_filter(_with_pid(self._program, os.getpid()))


def _denials() -> list[Denial]:
    listed = (_OTHER_PROCESSES, _KERNEL, _FILES, _MEMORY_OUTSIDE_LIMITS, _NETWORK)
    names = [name for names in listed for name in names.split()]
    calls = [name if knows_call(name) else _YOUNG_CALLS.get(name) for name in names]
    # What is in neither does not exist on this processor (fork and vfork on aarch64).
    plain = [Denial(call, errno.EPERM) for call in calls if call is not None]
    return [*plain, *_conditional_denials()]


def _answered_without_effect() -> list[Denial]:
    names = _MODES_AND_TIMES.split()
    return [Denial(name, _SUCCESS_WITHOUT_EFFECT) for name in names if knows_call(name)]


def _conditional_denials() -> list[Denial]:
    conditional = [
        # The C library then falls back to clone, whose flags a filter can see.
        Denial(_CLONE3, errno.ENOSYS),
        _deny("clone", Condition(0, MASKED_EQUAL, _CLONE_THREAD, 0)),
        Denial(_OPENAT2, errno.ENOSYS),
        _deny("kill", Condition(0, NOT_EQUAL, _PID_PLACEHOLDER)),
        _deny("tgkill", Condition(0, NOT_EQUAL, _PID_PLACEHOLDER)),
        # Limits and processors of other processes of the same user.
        _deny("prlimit64", Condition(0, NOT_EQUAL, 0)),
        _deny("sched_setaffinity", Condition(0, NOT_EQUAL, 0)),
        # Truncates a file that is only readable: Landlock sees that from ABI 3 on.
        *_denied_for("openat", 2, os.O_ACCMODE | os.O_TRUNC, (os.O_TRUNC,)),
        # Sockets that reach another by name without connect().
        _deny("socketpair", Condition(0, NOT_EQUAL, _AF_UNIX)),
        *_denied_for("socketpair", 1, _SOCK_TYPE_MASK, (_SOCK_DGRAM, _SOCK_RAW)),
        *_denied_for("ioctl", 1, _LOW_WORD, (_TIOCSTI, _TIOCLINUX)),
        *_denied_for("ioctl", 1, _LOW_WORD, (_FS_IOC_SETFLAGS, _FS_IOC_FSSETXATTR)),
        # The kernel would send signals in our name.
        *_denied_for("ioctl", 1, _LOW_WORD, (_FIOSETOWN, _SIOCSPGRP)),
        *_denied_for("fcntl", 1, _LOW_WORD, (_F_SETOWN, _F_SETSIG, _F_SETOWN_EX)),
        *_denied_for("prctl", 0, _LOW_WORD, (_PR_SET_PDEATHSIG, _PR_SET_PTRACER)),
    ]
    if knows_call("open"):
        conditional += _denied_for("open", 1, os.O_ACCMODE | os.O_TRUNC, (os.O_TRUNC,))
    return conditional


def _deny(call: str, condition: Condition) -> Denial:
    return Denial(call, errno.EPERM, (condition,))


def _denied_for(call: str, argument: int, mask: int, values: tuple[int, ...]) -> list[Denial]:
    return [_deny(call, Condition(argument, MASKED_EQUAL, mask, value)) for value in values]


def _with_pid(program: bytes, pid: int) -> bytes:
    """The program with the placeholder replaced in every instruction's constant."""
    instructions = struct.iter_unpack("<HBBI", program)
    return b"".join(
        struct.pack("<HBBI", code, yes, no, pid if constant == _PID_PLACEHOLDER else constant)
        for code, yes, no, constant in instructions
    )


def _refuse_calls_from(number: int) -> bytes:
    """Four instructions: load the call's number; at or above ``number`` answer ENOSYS."""
    return b"".join(
        struct.pack("<HBBI", *instruction)
        for instruction in (
            (_BPF_LOAD_WORD, 0, 0, 0),
            (_BPF_JUMP_IF_GE, 0, 1, number),
            (_BPF_RETURN, 0, 0, _SECCOMP_RET_ERRNO | errno.ENOSYS),
            (_BPF_RETURN, 0, 0, _SECCOMP_RET_ALLOW),
        )
    )
