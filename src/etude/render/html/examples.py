"""A batch as the model gets it: pictures, texts, rows of a table, or windows of a series."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etude.domain.seen import Batch, Picture
from etude.render.html.architecture import shape_text
from etude.render.html.scale import has_place, scale_of
from etude.render.numbers import figure

_TITLES = {"fit": "Training", "validation": "Validation"}
_WIDTH, _HEIGHT = 200, 48
_MOST_COLUMNS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallLine:
    """One window of a series; ``path`` in SVG's own notation."""

    path: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One example: its cells as texts, and its label."""

    cells: Sequence[str]
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Attributes:
    facts: short sentences on all of the batch.
    columns: headings of ``rows``, numbers where they have no names.
    lines: instead of rows, where these are windows of a series.
    width, height: of the lines.
    """

    title: str
    facts: Sequence[str]
    pictures: Sequence[Picture] = ()
    texts: Sequence[Row] = ()
    columns: Sequence[str] = ()
    rows: Sequence[Row] = ()
    lines: Sequence[SmallLine] = ()
    left_out: int = 0
    width: int = _WIDTH
    height: int = _HEIGHT


def examples(batch: Batch, *, series: bool = False) -> Examples:
    """Args:
    series: whether its rows are windows of a series.
    """
    lined = series and bool(batch.rows)
    wide = max((len(row) for row in batch.rows), default=0)
    shown = min(wide, _MOST_COLUMNS)
    return Examples(
        title=_TITLES.get(batch.role, batch.role),
        facts=list(_facts(batch)),
        pictures=batch.pictures,
        texts=[Row(cells=[text], label=_label(batch, i)) for i, text in enumerate(batch.texts)],
        columns=[] if lined else _columns(batch, shown),
        rows=[] if lined else [_row(batch, i, shown) for i in range(len(batch.rows))],
        lines=[_line(batch, i) for i in range(len(batch.rows))] if lined else [],
        left_out=0 if lined else wide - shown,
    )


def _facts(batch: Batch) -> Iterator[str]:
    kind = f"{batch.dtype} {shape_text(batch.shape)}".strip()
    if kind:
        yield kind
    if batch.low is not None and batch.high is not None:
        yield f"values between {figure(batch.low)} and {figure(batch.high)}"


def _columns(batch: Batch, shown: int) -> list[str]:
    names = list(batch.columns) or [str(number) for number in range(shown)]
    return names[:shown]


def _row(batch: Batch, number: int, shown: int) -> Row:
    return Row(
        cells=[_text(cell) for cell in batch.rows[number][:shown]], label=_label(batch, number)
    )


def _text(cell: float | str) -> str:
    return cell if isinstance(cell, str) else figure(cell)


def _label(batch: Batch, number: int) -> str:
    return batch.labels[number] if number < len(batch.labels) else ""


def _line(batch: Batch, number: int) -> SmallLine:
    """All lines of a batch share one scale, so that they can be compared."""
    values = [cell for cell in batch.rows[number] if not isinstance(cell, str)]
    scale = scale_of(c for row in batch.rows for c in row if not isinstance(c, str))
    step = _WIDTH / max(1, len(values) - 1)
    points = [
        f"{i * step:.1f} {_HEIGHT * (1 - scale.position(value)):.1f}"
        for i, value in enumerate(values)
        if has_place(value)
    ]
    ends = f"from {figure(values[0])} to {figure(values[-1])}" if values else "no values"
    label = _label(batch, number)
    return SmallLine(
        path=f"M{'L'.join(points)}" if points else "",
        told=f"{ends}, label {label}" if label else ends,
    )
