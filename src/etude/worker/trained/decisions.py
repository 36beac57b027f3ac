"""What a trained classifier decides about examples whose labels are known."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import numpy as np

from etude.worker.facts_writer import FactsWriter
from etude.worker.trained.examples import batches_of, within
from etude.worker.trained.pictures import are_pictures, as_bytes
from etude.worker.trained.samples import LARGE, Size, numbers_of
from etude.worker.trained.training import Training, labelled, only_loss

KIND = "decisions"
_MOST_EXAMPLES = 2000
_MOST_CLASSES = 50
_AT_ONCE = 128
# Behind each cell of the matrix stand some pictures; the worst confusions are not to hide the rest.
_MOST_PER_CELL = 3
_MOST_MISTAKES = 36


def look_at_decisions(
    training: Training,
    facts: FactsWriter,
    *,
    seconds: float,
    at_once: int = _AT_ONCE,
    size: Size = LARGE,
) -> None:
    """A frame with the confusion counts, on validation data where there are any.

    Args:
      seconds: after this no further batch is looked at.
      at_once: examples that arrays are cut into.
    """
    loss = only_loss(training)
    if loss is None or "crossentropy" not in loss.name:
        return
    role, data = labelled(training)
    threshold = 0.0 if loss.from_logits else 0.5
    drawn = batches_of(data, most=_MOST_EXAMPLES, size=at_once)
    true, decided, wrong = _decide(training.model, within(drawn, seconds), threshold)
    classes = max([*true, *decided], default=-1) + 1
    if not 2 <= classes <= _MOST_CLASSES:
        return
    counts = np.zeros((classes, classes), dtype=np.int64)
    np.add.at(counts, (true, decided), 1)
    facts.emit(KIND, role=role, counts=counts.tolist(), **_mistakes(wrong, size))


def _decide(
    model: Any, batches: Iterable[tuple[Any, Any]], threshold: float
) -> tuple[list[int], list[int], list[Any]]:
    true: list[int] = []
    decided: list[int] = []
    wrong: list[Any] = []
    in_cell: Counter[tuple[int, int]] = Counter()
    for inputs, labels in batches:
        numbers = numbers_of(labels)
        outputs = np.asarray(model(inputs, training=False))
        if not numbers or outputs.ndim != 2 or len(outputs) != len(numbers):
            return [], [], []
        one = outputs.shape[1] == 1
        choices = (outputs[:, 0] > threshold).astype(int) if one else outputs.argmax(axis=1)
        true += numbers
        decided += [int(choice) for choice in choices]
        if not are_pictures(inputs):
            continue
        for i, cell in enumerate(zip(numbers, map(int, choices), strict=True)):
            if cell[0] != cell[1] and in_cell[cell] < _MOST_PER_CELL:
                in_cell[cell] += 1
                wrong.append((inputs[i], *cell))
    return true, decided, wrong[:_MOST_MISTAKES]


def _mistakes(wrong: list[Any], size: Size) -> dict[str, Any]:
    if not wrong:
        return {}
    pictures = np.stack([picture for picture, _, _ in wrong])
    return {
        "mistakes": as_bytes(pictures, longest=size.longest_side),
        "mistaken": [[number, choice] for _, number, choice in wrong],
    }
