"""The few calls of the C library that Python 3.11 does not offer."""

import ctypes
import os
import struct

CLONE_NEWNS = 0x0002_0000
CLONE_NEWIPC = 0x0800_0000
CLONE_NEWPID = 0x2000_0000
CLONE_NEWNET = 0x4000_0000

MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC = 1, 2, 4, 8
MS_REMOUNT, MS_BIND = 32, 4096

_MOUNT_SETATTR = 442  # the same number on every processor; since Linux 5.12, as Landlock 5.13
_AT_FDCWD, _AT_RECURSIVE = -100, 0x8000
_MOUNT_ATTR_RDONLY, _MOUNT_ATTR_NOSUID = 1, 2

_PR_SET_PDEATHSIG = 1
_PR_SET_SECCOMP = 22
_PR_CAPBSET_DROP = 24
_PR_SET_NO_NEW_PRIVS = 38
_PR_CAP_AMBIENT = 47
_PR_CAP_AMBIENT_CLEAR_ALL = 4
_SECCOMP_MODE_FILTER = 2
_CAPABILITY_VERSION_3 = 0x20080522
_LAST_POSSIBLE_CAPABILITY = 63

_libc = ctypes.CDLL(None, use_errno=True)


class _FilterProgram(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p)]


def _checked(result: int, what: str) -> None:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def _prctl(option: int, *arguments: object) -> int:
    padded = [*arguments, *([ctypes.c_ulong(0)] * (4 - len(arguments)))]
    return int(_libc.prctl(ctypes.c_int(option), *padded))


def die_with_parent(signal_number: int) -> None:
    """This process gets ``signal_number`` when its parent's thread ends."""
    _checked(_prctl(_PR_SET_PDEATHSIG, ctypes.c_ulong(signal_number)), "prctl(PDEATHSIG)")


def set_no_new_privileges() -> None:
    """No program run from here gains rights by set-user-id or file capabilities."""
    _checked(_prctl(_PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1)), "prctl(NO_NEW_PRIVS)")


def load_filter(program: bytes) -> None:
    """Puts a compiled seccomp filter on this thread and everything it starts."""
    loaded = _FilterProgram(len(program) // 8, program)
    mode = ctypes.c_ulong(_SECCOMP_MODE_FILTER)
    _checked(_prctl(_PR_SET_SECCOMP, mode, ctypes.byref(loaded)), "prctl(SECCOMP)")


def unshare(flags: int) -> None:
    """Moves this process (for CLONE_NEWPID: its next child) into new namespaces."""
    _checked(_libc.unshare(ctypes.c_int(flags)), f"unshare({flags:#x})")


def set_namespace(descriptor: int, kind: int) -> None:
    """Joins the namespace that ``descriptor`` refers to."""
    _checked(_libc.setns(ctypes.c_int(descriptor), ctypes.c_int(kind)), "setns")


def mount(kind: str, target: str, flags: int, *, options: str = "") -> None:
    """Mounts a file system of ``kind`` on ``target``."""
    name = kind.encode()
    result = _libc.mount(
        name, target.encode(), name, ctypes.c_ulong(flags), options.encode() or None
    )
    _checked(result, f"mount {kind} on {target}")


def make_mounts_read_only(top: str) -> None:
    """Makes every mount from ``top`` down read-only; devices can still be written to."""
    attributes = struct.pack("QQQQ", _MOUNT_ATTR_RDONLY | _MOUNT_ATTR_NOSUID, 0, 0, 0)
    result = _libc.syscall(
        ctypes.c_long(_MOUNT_SETATTR),
        ctypes.c_int(_AT_FDCWD),
        top.encode(),
        ctypes.c_uint(_AT_RECURSIVE),
        ctypes.c_char_p(attributes),
        ctypes.c_size_t(len(attributes)),
    )
    _checked(int(result), f"make mounts below {top} read-only")


def drop_capabilities() -> None:
    """Gives up every capability, for good; uid 0 keeps only what it owns as a plain user."""
    for capability in range(_LAST_POSSIBLE_CAPABILITY + 1):
        # Refused without CAP_SETPCAP, and then there is nothing to lose either.
        if _prctl(_PR_CAPBSET_DROP, ctypes.c_ulong(capability)) != 0:
            break
    _prctl(_PR_CAP_AMBIENT, ctypes.c_ulong(_PR_CAP_AMBIENT_CLEAR_ALL))
    header = ctypes.c_char_p(struct.pack("Ii", _CAPABILITY_VERSION_3, 0))
    nothing = ctypes.c_char_p(bytes(24))
    _checked(_libc.capset(header, nothing), "capset")
