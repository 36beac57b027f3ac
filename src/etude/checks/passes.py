"""Whole passes over a learner's dataset: made once per run, shared by the checks that need them."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from etude.checks.live import Live
from etude.checks.thumbnails import thumbnails
from etude.checks.values import Value

PASSES = 2
# A pass ends here; exercises use small sets, and a dataset that repeats for ever must not hang us.
MOST_EXAMPLES = 5_000
# Values of an example that are enough to know it again; hashing a large picture whole would cost
# more than reading it.
_MOST_HASHED = 4_096


@dataclass(slots=True)
class Pass:
    """One pass, batch by batch.

    Attributes:
      prints: one number per example that stands for its content, in the order of the pass.
      sizes: examples per batch.
      labels: class numbers in the same order; empty where labels are no such thing.
      pictures: one thumbnail per example (see ``thumbnails``), first pass only; None when they are
        no pictures.
      whole: False when the pass was cut short at ``MOST_EXAMPLES``.
    """

    prints: list[int] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    pictures: Any = None
    whole: bool = True

    def batches(self) -> Iterator[frozenset[int]]:
        """What is in each batch."""
        start = 0
        for size in self.sizes:
            yield frozenset(self.prints[start : start + size])
            start += size


def read_passes(live: Live, of: Value) -> Sequence[Pass]:
    """Two passes over a dataset of batches; empty ones over anything else.

    Raises:
      LearnerError: reading the learner's dataset raised.
    """
    return live.once(f"passes over {of!r}", lambda: _read(live, live.value(of)))


def _read(live: Live, dataset: Any) -> Sequence[Pass]:
    if not isinstance(dataset, live.tf.data.Dataset):
        return [Pass() for _ in range(PASSES)]
    with live.learner():
        return [_one_pass(live, dataset, look=not i) for i in range(PASSES)]


def _one_pass(live: Live, dataset: Any, *, look: bool) -> Pass:
    seen, pictures = Pass(), []
    for element in dataset:
        inputs, labels = _halves(element)
        arrays = [live.np.asarray(leaf) for leaf in live.tf.nest.flatten(inputs)]
        seen.prints += _prints(live.np, arrays)
        seen.sizes.append(len(arrays[0]) if arrays[0].ndim else 1)
        seen.labels += _classes(live.np, labels)
        pictures.append(thumbnails(live.np, arrays[0]) if look else None)
        if len(seen.prints) >= MOST_EXAMPLES:
            seen.whole = False
            break
    if pictures and all(batch is not None for batch in pictures):
        seen.pictures = live.np.concatenate(pictures)
    return seen


def _halves(element: Any) -> tuple[Any, Any]:
    """Inputs and labels of an element; labels None when there are none."""
    if isinstance(element, tuple) and len(element) > 1:
        return element[0], element[1]
    return element, None


def _prints(np: Any, arrays: Sequence[Any]) -> list[int]:
    """One number per row over all arrays of a batch."""
    columns = [_rows(np, array) for array in arrays]
    return [_print([column[i] for column in columns]) for i in range(len(columns[0]))]


def _rows(np: Any, array: Any) -> Any:
    """(examples, values), thinned evenly when there are many values."""
    rows = array.reshape(array.shape[0] if array.ndim else 1, -1)
    step = -(-rows.shape[1] // _MOST_HASHED) or 1
    return np.ascontiguousarray(rows[:, ::step])


def _print(rows: Sequence[Any]) -> int:
    digest = hashlib.blake2b(digest_size=8)
    for row in rows:
        digest.update(repr(row.tolist()).encode() if row.dtype.hasobject else row)
    return int.from_bytes(digest.digest(), "big")


def _classes(np: Any, labels: Any) -> list[int]:
    """Class numbers of a batch of integers or of one-hot rows."""
    if labels is None or isinstance(labels, dict | tuple | list):
        return []
    array = np.asarray(labels)
    if array.ndim == 2 and array.shape[1] > 1:
        array = array.argmax(axis=1)
    if array.dtype.kind not in "biuf" or not np.isfinite(array).all():
        return []
    return [int(value) for value in array.reshape(-1)]
