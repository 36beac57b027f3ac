"""The marks of a question's own answers as a table in Markdown, for its design.md."""

from collections.abc import Iterable, Iterator, Sequence

from etude.app.proof import Got
from etude.domain.verdict import Measurement


def marks_table(got: Iterable[Got]) -> str:
    """A row for each variant: its bars, then the value and the mark of each answer.

    Answers that got nothing, as a starter that hands in no file, are left out.
    """
    told = [one for one in got if one.report.points]
    programs = list(dict.fromkeys(one.program for one in told))
    rows = [
        ["variant", "bars", *(f"`{program}`" for program in programs)],
        ["---"] * (2 + len(programs)),
        *(_row(told, seed, programs) for seed in dict.fromkeys(one.seed for one in told)),
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


def _row(told: Sequence[Got], seed: int, programs: Sequence[str]) -> Iterator[str]:
    of_seed = {one.program: one for one in told if one.seed == seed}
    yield str(seed)
    yield ", ".join(f"{bar:g}" for bar in _bars(of_seed.values()))
    for program in programs:
        yield _cell(of_seed[program]) if program in of_seed else ""


def _bars(told: Iterable[Got]) -> Sequence[float]:
    """The same for every answer to a variant."""
    measurements = (_measurement(one) for one in told)
    return next((one.bars for one in measurements if one is not None), ())


def _cell(got: Got) -> str:
    """ "0.937: 5", or "no value: 1" where the file's answers could not be measured."""
    measured = _measurement(got)
    value = "no value" if measured is None else f"{measured.value:.3g}"
    return f"{value}: {got.report.points}"


def _measurement(got: Got) -> Measurement | None:
    verdicts = got.report.verdicts
    return next((one.measurement for one in verdicts if one.measurement is not None), None)
