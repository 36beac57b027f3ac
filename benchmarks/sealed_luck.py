"""How much of a mark is the luck of the draw: the same answers judged on shares of the hidden rows.

python benchmarks/sealed_luck.py [--sittings 500] [--write]

The answers are those of nearest neighbours among the other hidden rows: no good model, but one
whose errors are those of real rows. What counts is how far its score moves from sitting to sitting.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from page import bullets, publish, table

from etude.catalog.data import data_folder, hidden_arrays
from etude.domain.exam import PLACES
from etude.exams.seal import sealed

SHARES = (0.5, 0.7, 0.8, 0.9)
NEIGHBOURS = 5
SIDE = 16
WORDS = 512
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Answers:
    """Attributes: each: (N,) right or not, or how far off."""

    each: Array
    labels: NDArray[np.generic]

    @property
    def are_classes(self) -> bool:
        return self.labels.dtype.kind in "iu"

    @property
    def value(self) -> float:
        return float(self.each.mean())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sittings", type=int, default=500)
    parser.add_argument("--write", action="store_true", help="into docs/benchmarks.md")
    options = parser.parse_args()
    rows = [_row(name, options.sittings) for name in _sets()]
    head = ["hidden set", "rows", "score of all rows"]
    head += [f"share {share:g}" for share in SHARES] + [f"{SHARES[2]:g}, not stratified"]
    told = [
        "Standard deviation of the score over sittings: of an accuracy, in points of a hundred; of "
        "a mean absolute error, in hundredths of it",
        f"{options.sittings} sittings; answers of {NEIGHBOURS} nearest neighbours",
    ]
    publish("luck of the draw", f"{table(head, rows)}\n\n{bullets(told)}", write=options.write)


def _sets() -> Sequence[str]:
    return sorted(path.stem for path in (data_folder() / "hidden").glob("*.npz"))


def _row(name: str, sittings: int) -> list[str]:
    answers = _answers(hidden_arrays(name))
    spreads = [_spread(answers, _drawn(answers, share, sittings)) for share in SHARES]
    spreads.append(_spread(answers, _at_random(answers, SHARES[2], sittings)))
    score = f"{answers.value:.3f}" if answers.are_classes else f"{answers.value:.3g}"
    return [f"`{name}`", str(len(answers.each)), score, *(f"{one:.1f}" for one in spreads)]


def _spread(answers: Answers, draws: Iterator[NDArray[np.int64]]) -> float:
    scores = np.array([answers.each[rows].mean() for rows in draws])
    return 100 * float(scores.std()) / (1 if answers.are_classes else answers.value)


def _drawn(answers: Answers, share: float, sittings: int) -> Iterator[NDArray[np.int64]]:
    for seed in range(sittings):
        yield sealed({"labels": answers.labels}, seed=seed, salt="", share=share)[PLACES]


def _at_random(answers: Answers, share: float, sittings: int) -> Iterator[NDArray[np.int64]]:
    rng, rows = np.random.default_rng(0), len(answers.each)
    for _ in range(sittings):
        yield rng.permutation(rows)[: round(share * rows)]


def _answers(arrays: Mapping[str, np.ndarray]) -> Answers:
    """What the nearest other rows say of each row."""
    features, labels = _features(arrays), np.asarray(arrays["labels"])
    apart = ((features[:, None] - features[None]) ** 2).sum(-1) if len(features) < 400 else None
    if apart is None:  # the same without the cube of differences
        squares = (features**2).sum(-1)
        apart = squares[:, None] + squares[None] - 2 * features @ features.T
    np.fill_diagonal(apart, np.inf)
    near = labels[apart.argsort(axis=1)[:, :NEIGHBOURS]]
    if labels.dtype.kind in "iu":
        said = np.array([np.bincount(row).argmax() for row in near])
        return Answers(each=(said == labels).astype(float), labels=labels)
    off = np.abs(near.mean(axis=1) - labels).reshape(len(labels), -1).mean(axis=1)
    return Answers(each=off.astype(float), labels=labels)


def _features(arrays: Mapping[str, np.ndarray]) -> Array:
    """Rows of numbers: scaled columns, small pictures, counts of pieces of text."""
    columns = [_numbers(array) for name, array in arrays.items() if name.startswith("inputs")]
    rows = np.concatenate(columns, axis=1)
    spread = rows.std(axis=0)
    return np.asarray((rows - rows.mean(axis=0)) / np.where(spread > 0, spread, 1))


def _numbers(array: np.ndarray) -> Array:
    if array.dtype.kind == "U":
        return np.stack([_pieces(str(text)) for text in array])
    if array.ndim >= 3 and array.dtype == np.uint8:
        step = max(1, array.shape[1] // SIDE)
        array = array[:, ::step, ::step]
    flat = array.reshape(len(array), -1).astype(float)
    return np.nan_to_num(flat, nan=float(np.nanmean(flat)))


def _pieces(text: str) -> Array:
    """Counts of its three-letter pieces, in buckets that are the same on every machine."""
    counts = np.zeros(WORDS)
    for start in range(len(text) - 2):
        counts[sum(ord(c) * 31**i for i, c in enumerate(text[start : start + 3])) % WORDS] += 1
    return np.asarray(np.sqrt(counts))


if __name__ == "__main__":
    main()
