"""What a trained classifier decides about examples whose labels are known."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from etude.worker.facts_writer import FactsWriter
from etude.worker.trained.examples import batches_of, within
from etude.worker.trained.pictures import are_pictures, as_bytes
from etude.worker.trained.samples import LARGE, Size
from etude.worker.trained.training import Training, labelled, only_loss

KIND = "decisions"
_MOST_EXAMPLES = 2000
_MOST_CLASSES = 50
_AT_ONCE = 128
# Behind each cell of the matrix stand some pictures; the worst confusions are not to hide the rest.
_MOST_PER_CELL = 3
_MOST_MISTAKES = 36

_Mistake = tuple[Any, int, int]  # a picture, its class number, the decision


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
    counts, wrong = _decide(training.model, within(drawn, seconds), threshold)
    classes = 1 + max(np.argwhere(counts).ravel(), default=-1)
    if classes >= 2:
        shown = counts[:classes, :classes].tolist()
        facts.emit(KIND, role=role, counts=shown, **_mistakes(wrong, size))


def _decide(
    model: Any, batches: Iterable[tuple[Any, Any]], threshold: float
) -> tuple[NDArray[np.int64], list[_Mistake]]:
    """Counts [class, decision], of steps or pixels where each has a class, and wrong pictures."""
    counts = np.zeros((_MOST_CLASSES, _MOST_CLASSES), dtype=np.int64)
    wrong: list[_Mistake] = []
    in_cell: Counter[tuple[int, int]] = Counter()
    for inputs, labels in batches:
        given = model(inputs, training=False)
        outputs = np.asarray(given)
        numbers, choices = _class_numbers(labels, outputs), _choices(outputs, threshold)
        if numbers is None or max(numbers.max(), choices.max()) >= _MOST_CLASSES:
            return np.zeros_like(counts), []
        real = _real(given, numbers)
        np.add.at(counts, (numbers[real], choices[real]), 1)
        if not are_pictures(inputs) or numbers.ndim > 1:
            continue
        for i, cell in enumerate(zip(numbers.tolist(), choices.tolist(), strict=True)):
            if cell[0] != cell[1] and in_cell[cell] < _MOST_PER_CELL:
                in_cell[cell] += 1
                wrong.append((inputs[i], *cell))
    return counts, wrong[:_MOST_MISTAKES]


def _real(given: Any, numbers: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of them are no padding: what a mask leaves out, neither loss nor accuracy counts."""
    mask = getattr(given, "_keras_mask", None)
    if mask is None or tuple(mask.shape) != numbers.shape:
        return np.ones(numbers.shape, dtype=bool)
    return np.asarray(mask, dtype=bool)


def _choices(outputs: NDArray[Any], threshold: float) -> NDArray[np.int64]:
    if outputs.shape[-1:] == (1,):
        return (outputs[..., 0] > threshold).astype(np.int64)
    return outputs.argmax(axis=-1)


def _class_numbers(labels: Any, outputs: NDArray[Any]) -> NDArray[np.int64] | None:
    """A class number for each output, (N,) or (N, steps, ...); None where labels are none."""
    values = np.asarray(labels)
    if values.shape == outputs.shape and outputs.shape[-1] > 1:
        values = values.argmax(axis=-1)
    elif values.shape == (*outputs.shape[:-1], 1):
        values = values[..., 0]
    if values.shape != outputs.shape[:-1] or values.dtype.kind not in "biuf" or not values.size:
        return None
    counted = bool(np.all(values == np.round(values))) and values.min() >= 0
    return values.astype(np.int64) if counted else None


def _mistakes(wrong: list[_Mistake], size: Size) -> dict[str, Any]:
    if not wrong:
        return {}
    pictures = np.stack([picture for picture, _, _ in wrong])
    return {
        "mistakes": as_bytes(pictures, longest=size.longest_side),
        "mistaken": [[number, choice] for _, number, choice in wrong],
    }
