"""Attacks on files: reading, writing, changing and filling."""

import os
import stat
import sysconfig
from pathlib import Path

from attack import Attack, Scene

import etude

READING = "reading solutions, hidden data, the user's files"
KNOWING = "knowing that a file exists, and names inside étude's own package"
WRITING = "writing outside the scratch folder"
CHANGING = "changing modes and times of files"
OTHER_RUNS = "reading files of other runs"
FILLING = "filling the disk with many files"
FETCHING = "leading étude elsewhere by an artifact"

_SITE = sysconfig.get_path("purelib")
_SOLUTION = next(
    (str(path) for path in (Path(etude.__file__).parent / "exercises").rglob("solution.py")),
    str(Path(etude.__file__).parent / "exercises" / "none"),
)


def _secret_printed(scene: Scene) -> bool:
    return scene.secret in scene.printed


def _readable_changed(scene: Scene) -> bool:
    found = scene.public.stat()
    times = (found.st_mtime, stat.S_IMODE(found.st_mode), scene.public.read_text())
    return times != (1e9, 0o644, "public") or bool(os.listxattr(scene.public))


def _hidden_changed(scene: Scene) -> bool:
    if not scene.answers.exists():
        return True
    found = scene.answers.stat()
    now = (found.st_mtime, stat.S_IMODE(found.st_mode), scene.answers.read_text())
    return now != (1e9, 0o644, scene.secret)


def _written(folder: str) -> Attack:
    def effect(scene: Scene) -> bool:
        path = Path(folder or scene.outside, f"{scene.marker}.txt")
        existed = path.exists()
        path.unlink(missing_ok=True)
        seen = scene.again(f"import os; print(os.path.exists({str(path)!r}))")
        return existed or seen == "True\n"

    code = f"open(os.path.join({folder!r} or at['outside'], at['marker'] + '.txt'), 'w').write('x')"
    writable = not folder or os.access(folder, os.W_OK)
    return Attack(line=WRITING, code=code, effect=effect, possible_at=(1,), sure=writable)


def _device_changed(scene: Scene) -> bool:
    changed = bool(os.stat(os.devnull).st_mode & stat.S_ISVTX)
    if changed:
        os.chmod(os.devnull, 0o666)
    return changed


def _changing(code: str) -> Attack:
    return Attack(line=CHANGING, code=code, effect=_readable_changed, possible_at=(1,))


def _fetched(code: str, *artifacts: str) -> Attack:
    def effect(scene: Scene) -> bool:
        contents = [artifact.content or b"" for artifact in scene.outcome.artifacts.values()]
        return any(scene.secret.encode() in content for content in contents)

    return Attack(line=FETCHING, code=code, effect=effect, artifacts=artifacts)


ATTACKS = {
    "read /etc/shadow": Attack(
        line=READING,
        code="print(open('/etc/shadow').read())",
        effect=lambda scene: "root:" in scene.printed,
        possible_at=(1,),
        root_only=True,
    ),
    "read hidden answers of the same user": Attack(
        line=READING,
        code="print(open(at['answers']).read())",
        effect=_secret_printed,
        possible_at=(1,),
    ),
    "read hidden answers through /proc": Attack(
        line=READING,
        code="""each(*[lambda root=root: open(root + at['answers']).read() for root in (
    '/proc/self/root', '/proc/1/root', f"/proc/{at['victim']}/root", '/proc/self/cwd/..')])""",
        effect=_secret_printed,
        possible_at=(1,),
    ),
    "read hidden answers through a hard link": Attack(
        line=READING,
        code="os.link(at['answers'], 'mine'); print(open('mine').read())",
        effect=_secret_printed,
        possible_at=(1,),
        sure=False,
    ),
    "list a hidden folder": Attack(
        line=READING,
        code="print(os.listdir(at['hidden']))",
        effect=lambda scene: "answers" in scene.printed,
        possible_at=(1,),
    ),
    "read a solution of the installed package": Attack(
        line=READING,
        code=f"print('got', len(open({_SOLUTION!r}).read()))",
        effect=lambda scene: "got" in scene.printed,
        possible_at=(1,),
        sure=os.path.exists(_SOLUTION),
    ),
    "stat of a hidden file": Attack(
        line=KNOWING,
        code="print('size', os.stat(at['answers']).st_size)",
        effect=lambda scene: f"size {len(scene.secret)}" in scene.printed,
        possible_at=(1, 2),
    ),
    "write to /tmp": _written("/tmp"),
    "write to /dev/shm": _written("/dev/shm"),
    "write to /var/tmp": _written("/var/tmp"),
    "write to site-packages": _written(_SITE),
    "write beside hidden data": _written(""),
    "overwrite a file": Attack(
        line=WRITING,
        code="open(at['answers'], 'r+').write('mine')",
        effect=_hidden_changed,
        possible_at=(1,),
    ),
    "remove and replace a file": Attack(
        line=WRITING,
        code="""open('mine', 'w').write('x')
each(lambda: os.replace('mine', at['answers']), lambda: os.unlink(at['answers']))""",
        effect=_hidden_changed,
        possible_at=(1,),
    ),
    "truncate a file": Attack(
        line=WRITING,
        code="os.truncate(at['public'], 0)",
        effect=_readable_changed,
        possible_at=(1,),
    ),
    "truncate a readable file by opening it": Attack(
        line=WRITING,
        code="os.open(at['public'], os.O_RDONLY | os.O_TRUNC)",
        effect=_readable_changed,
        possible_at=(1,),
    ),
    "chmod of a hidden file": Attack(
        line=CHANGING,
        code="os.chmod(at['answers'], 0o777)",
        effect=_hidden_changed,
        possible_at=(1,),
    ),
    "utime of a hidden file": Attack(
        line=CHANGING,
        code="os.utime(at['answers'], (1, 1))",
        effect=_hidden_changed,
        possible_at=(1,),
    ),
    "chmod of a readable file": _changing("os.chmod(at['public'], 0o777)"),
    "fchmod of a readable file": _changing("os.fchmod(os.open(at['public'], 0), 0o777)"),
    "chmod through /proc": _changing(
        "os.chmod(f\"/proc/self/fd/{os.open(at['public'], 0)}\", 0o777)"
    ),
    "utime of a readable file": _changing("os.utime(at['public'], (1, 1))"),
    "utime by descriptor": _changing("os.utime(os.open(at['public'], 0), (1, 1))"),
    "times by the oldest call": _changing("libc.utime(at['public'].encode(), None)"),
    "attribute of a readable file": Attack(
        line=CHANGING,
        code="os.setxattr(at['public'], 'user.mine', b'x')",
        effect=_readable_changed,
        possible_at=(1,),
        sure=False,
    ),
    "chmod of a device": Attack(
        line=CHANGING,
        code="""each(lambda: os.chmod('/dev/null', 0o1666), lambda: os.fchmod(0, 0o1666),
     lambda: os.fchmod(os.open('/dev/null', os.O_RDWR), 0o1666))""",
        effect=_device_changed,
        runs_at=(2, 3),
    ),
    "read a file of another run": Attack(
        line=OTHER_RUNS,
        code="""import glob
each(*[lambda path=path: open(path).read() for path in (
    *glob.glob('../*/mine.txt'), *glob.glob('/proc/*/cwd/mine.txt'))])
# Names are no secret at level 2, so they are guessed too.
each(*[lambda n=n: open(f'../run-{n}/mine.txt').read() for n in range(400)])""",
        effect=_secret_printed,
        possible_at=(1,),
        beside_another=True,
    ),
    "8 files of 1 MB where 4 MB are allowed": Attack(
        line=FILLING,
        code="""os.mkdir('many')
each(*[lambda n=n: open(f'many/{n}', 'wb').write(bytes(1 << 20)) for n in range(8)])""",
        effect=lambda scene: sum(map(len, _contents(scene))) > 4 << 20,
        possible_at=(1, 2),
        limits={"disk_bytes": 4 << 20},
        artifacts=("many",),
    ),
    "300 files where 100 are allowed": Attack(
        line=FILLING,
        code="os.mkdir('many')\nfor n in range(300): open(f'many/{n}', 'w').close()",
        effect=lambda scene: len(scene.outcome.artifacts) > 100,
        possible_at=(1, 2),
        limits={"files": 100},
        artifacts=("many",),
    ),
    "artifact that is a link": _fetched("os.symlink(at['answers'], 'made')", "made"),
    "artifact below a linked folder": _fetched(
        "os.symlink(at['hidden'], 'made')", "made/answers.txt", "made"
    ),
    "artifact in a folder that holds a link": _fetched(
        "os.mkdir('d'); os.symlink(at['answers'], 'd/made')", "d"
    ),
    "artifact beside the scratch folder": _fetched(
        "pass", "../../../../../../../../etc/passwd", "d/../../x"
    ),
    "artifact that is a pipe, a socket or a device": Attack(
        line=FETCHING,
        code="""import socket
each(lambda: os.mkfifo('pipe'), lambda: socket.socket(socket.AF_UNIX).bind('socket'),
     lambda: os.mknod('device', 0o20666, os.makedev(1, 5)))""",
        effect=lambda scene: any(_contents(scene)) or scene.outcome.phases["total"] > 5000,
        artifacts=("pipe", "socket", "device"),
    ),
    "artifact that is swapped while it is fetched": _fetched(
        """import threading
def swap():
    while True:
        each(lambda: os.unlink('made'), lambda: os.symlink(at['answers'], 'made'))
threading.Thread(target=swap, daemon=True).start()
time.sleep(0.1)""",
        "made",
    ),
}


def _contents(scene: Scene) -> list[bytes]:
    return [artifact.content or b"" for artifact in scene.outcome.artifacts.values()]
