"""Two attempts beside each other: what changed in the program, in the checks, in the numbers."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from etude.domain.observations import Fit
from etude.domain.report import Report
from etude.domain.seen import Seen
from etude.render.html.chart import Chart, Line, chart
from etude.render.measures import Measure, measures, numbered
from etude.render.numbers import elapsed, figure
from etude.render.seen import models

_AROUND = 3
_LOWER_IS_BETTER = ("loss", "error", "mae", "mse", "rmse", "entropy")
_HIGHER_IS_BETTER = ("accuracy", "auc", "precision", "recall", "f1", "acc", "points")
_BETTER, _WORSE = "better", "worse"


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffLine:
    """Attributes: kind: "same", "added", "removed", or "gap" for lines that are left out."""

    kind: str
    text: str
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFile:
    """Attributes: lines: empty when the file is the same in both."""

    path: str
    lines: Sequence[DiffLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One quantity in both; ``verdict`` is "better", "worse" or "" where that cannot be said."""

    name: str
    before: str
    after: str
    verdict: str = ""

    @property
    def same(self) -> bool:
        return self.before == self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Attributes: charts: of measures that both have, one line for each attempt."""

    files: Sequence[ChangedFile]
    checks: Sequence[Changed]
    numbers: Sequence[Changed]
    charts: Sequence[Chart]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two attempts; ``files``: texts by path."""

    report: Report
    files: Mapping[str, str]
    seen: Seen


def difference(before: Side, after: Side) -> Difference:
    """What is different, and which of the numbers became better."""
    return Difference(
        files=list(_files(before.files, after.files)),
        checks=list(_checks(before.report, after.report)),
        numbers=list(_numbers(before, after)),
        charts=list(_charts(before.seen, after.seen)),
    )


def _files(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[ChangedFile]:
    for path in dict.fromkeys([*before, *after]):
        old, new = before.get(path, ""), after.get(path, "")
        yield ChangedFile(path=path, lines=list(_lines(old, new)) if old != new else [])


def _lines(before: str, after: str) -> Iterator[DiffLine]:
    old, new = before.splitlines(), after.splitlines()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for place, group in enumerate(matcher.get_grouped_opcodes(_AROUND)):
        if place or group[0][3]:
            yield DiffLine(kind="gap", text="...")
        for op, old_from, old_to, new_from, new_to in group:
            if op == "equal":
                yield from _numbered("same", new, new_from, new_to)
            else:
                yield from _numbered("removed", old, old_from, old_to)
                yield from _numbered("added", new, new_from, new_to)


def _numbered(kind: str, lines: Sequence[str], start: int, stop: int) -> Iterator[DiffLine]:
    for number in range(start, stop):
        yield DiffLine(kind=kind, text=lines[number], number=number + 1)


def _checks(before: Report, after: Report) -> Iterator[Changed]:
    old = {verdict.check: verdict for verdict in before.verdicts}
    new = {verdict.check: verdict for verdict in after.verdicts}
    for check in dict.fromkeys([*old, *new]):
        one, other = old.get(check), new.get(check)
        told = one or other
        assert told is not None
        gained = (other.points if other else 0) - (one.points if one else 0)
        yield Changed(
            name=told.title,
            before=str(one.status) if one else "",
            after=str(other.status) if other else "",
            verdict=_BETTER if gained > 0 else _WORSE if gained < 0 else "",
        )


def _numbers(before: Side, after: Side) -> Iterator[Changed]:
    yield _changed("points", float(before.report.points), float(after.report.points))
    for old, new in zip(before.seen.fits, after.seen.fits, strict=False):
        training = f"training {old.index + 1}: " if len(before.seen.fits) > 1 else ""
        yield from _of_fits(training, old, new)
    sizes = [sum(model.parameters for model in models(side.seen)) for side in (before, after)]
    if any(sizes):
        yield _changed("parameters", float(sizes[0]), float(sizes[1]))


def _of_fits(training: str, old: Fit, new: Fit) -> Iterator[Changed]:
    yield _changed(f"{training}epochs", float(len(old.epochs)), float(len(new.epochs)))
    for name, one, other in _common(old, new):
        pairs = zip(("", "val_"), one.last, other.last, strict=True)
        for prefix, was, now in pairs:
            if was is not None and now is not None:
                yield _changed(f"{training}{prefix}{name}", was, now)
    if old.seconds and new.seconds:
        yield Changed(
            name=f"{training}time", before=elapsed(old.seconds), after=elapsed(new.seconds)
        )


def _common(old: Fit, new: Fit) -> Iterator[tuple[str, Measure, Measure]]:
    known = {one.name: one for one in measures(new)}
    for one in measures(old):
        if one.name in known:
            yield one.name, one, known[one.name]


def _changed(name: str, before: float, after: float) -> Changed:
    words = name.rpartition(" ")[2].lower()
    better = 0.0
    if any(word in words for word in _LOWER_IS_BETTER):
        better = before - after
    elif any(word in words for word in _HIGHER_IS_BETTER):
        better = after - before
    verdict = _BETTER if better > 0 else _WORSE if better < 0 else ""
    return Changed(name=name, before=figure(before), after=figure(after), verdict=verdict)


def _charts(before: Seen, after: Seen) -> Iterator[Chart]:
    """Of the first training: held-out values where both have them."""
    if not before.fits or not after.fits:
        return
    old, new = before.fits[0], after.fits[0]
    epochs = max(numbered(old), numbered(new), key=len)
    if len(epochs) < 2:
        return
    for name, one, other in _common(old, new):
        held_out = bool(one.validation and other.validation)
        pairs = (one.validation, other.validation) if held_out else (one.train, other.train)
        lines = [
            Line(name="before", kind="truth", values=_long(pairs[0], len(epochs))),
            Line(name="after", kind="answer", values=_long(pairs[1], len(epochs))),
        ]
        yield chart(f"val_{name}" if held_out else name, epochs, lines)


def _long(values: Sequence[float | None], length: int) -> list[float | None]:
    return [*values, *[None] * (length - len(values))]
