"""What the fake answers to the programs of the conformance suite that it takes part in."""

from etude.domain.job import Job
from etude.domain.outcome import Artifact, Outcome

_FIRST, _END = {"kind": "first-line", "at_ns": 0}, {"kind": "end"}
_MINE = {"kind": "mine"}


def _made(**files: bytes) -> dict[str, Artifact]:
    return {name: Artifact(name=name, content=content) for name, content in files.items()}


_BY_PROGRAM = {
    "print('hello')": Outcome(stdout="hello\n", exit_code=0),
    "import sys; print('a'); print('b', file=sys.stderr)": Outcome(stdout="a\n", stderr="b\n"),
    "facts.emit('mine')": Outcome(frames=(_FIRST, _MINE, _END)),
    "open('m.bin','wb').write(b'123')": Outcome(artifacts=_made(**{"m.bin": b"123"})),
    "open('m','wb').write(bytes(2000))": Outcome(artifacts=_made(m=bytes(2000))),
}


def answer(job: Job) -> Outcome:
    """As a real sandbox would; a program that is not listed ends well and does nothing."""
    source = job.task.decode()
    if source.startswith("import os; os.makedirs('s/v')"):
        return Outcome(artifacts=_made(**{"s/a": b"1", "s/v/b": b"2"}))
    if source.startswith("print("):
        number = source.removeprefix("print(").partition(")")[0]
        return _BY_PROGRAM.get(source, Outcome(stdout=f"{number}\n"))
    return _BY_PROGRAM.get(source, Outcome(frames=(_FIRST, _END), exit_code=0))
