"""Which words of a text a trained classifier decides by: it is asked again without each of them."""

import itertools
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from etude.domain.observations import Loss
from etude.worker.facts_writer import FactsWriter
from etude.worker.trained.examples import batches_of, within
from etude.worker.trained.reading import Reading, readers_of, reading_of
from etude.worker.trained.samples import numbers_of
from etude.worker.trained.training import Training, labelled, only_loss
from etude.worker.vocabularies import Vocabularies

KIND = "words"
_MOST_LOOKED_AT = 512
_MOST_EXAMPLES = 6
# What it takes for something else is shown first, but not alone.
_MOST_WRONG = 4
_MOST_WORDS = 60
_LONGEST_WORD = 40
_AT_ONCE = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class _Example:
    text: Any
    label: int
    decided: int


def look_at_words(
    training: Training,
    facts: FactsWriter,
    *,
    seconds: float,
    vocabularies: Vocabularies,
    at_once: int = _AT_ONCE,
) -> None:
    """A frame with the words of a few texts, and how much less sure it is without each of them.

    Args:
      seconds: after this no further text is looked at.
      vocabularies: the program's, which tell words for numbers.
      at_once: examples that are given to the model together.
    """
    loss = only_loss(training)
    if loss is None or "crossentropy" not in loss.name:
        return
    readers = readers_of(training.model)
    if not readers:
        return
    until = time.monotonic() + seconds
    role, data = labelled(training)
    batches = within(batches_of(data, most=_MOST_LOOKED_AT, size=at_once), seconds / 2)
    first = next(batches, None)
    reading = reading_of(readers, first[0], vocabularies) if first else None
    if first is None or reading is None:
        return
    asked = _Asked(training.model, loss, at_once)
    chosen = _chosen(asked, itertools.chain([first], batches))
    texts = [
        weighed
        for example in within(chosen, until - time.monotonic())
        if (weighed := _weighed(asked, example, reading))
    ]
    if texts:
        facts.emit(KIND, role=role, classes=asked.classes, texts=texts)


class _Asked:
    """A model that answers with the probability of each class."""

    def __init__(self, model: Any, loss: Loss, at_once: int) -> None:
        self._model = model
        self._loss = loss
        self._at_once = at_once
        self.classes = 0

    def probabilities(self, inputs: Any) -> NDArray[np.float64] | None:
        """(batch, classes); None where its answers are none."""
        parts = [
            np.asarray(self._model(inputs[start : start + self._at_once], training=False))
            for start in range(0, len(inputs), self._at_once)
        ]
        found = probabilities_of(np.concatenate(parts), self._loss)
        self.classes = 0 if found is None else found.shape[1]
        return found


def probabilities_of(outputs: NDArray[Any], loss: Loss) -> NDArray[np.float64] | None:
    """(batch, classes) from a classifier's outputs (batch, 1) or (batch, classes); None for others.

    Args:
      loss: what the outputs were trained with; of a single column there are two classes.
    """
    if outputs.ndim != 2 or not outputs.size or not np.isfinite(outputs).all():
        return None
    values = outputs.astype(np.float64)
    if values.shape[1] == 1:
        one = 1 / (1 + np.exp(-np.clip(values, -500, 500))) if loss.from_logits else values
        found = np.concatenate([1 - one, one], axis=1)
    elif "binary" in loss.name:
        return None  # each column is a question of its own
    else:
        found = _softmax(values) if loss.from_logits else values
    sound = found.min() >= 0 and np.allclose(found.sum(axis=1), 1, atol=1e-3)
    return found if sound else None


def _softmax(values: NDArray[np.float64]) -> NDArray[np.float64]:
    powers = np.exp(values - values.max(axis=1, keepdims=True))
    shares: NDArray[np.float64] = powers / powers.sum(axis=1, keepdims=True)
    return shares


def _chosen(asked: _Asked, batches: Iterable[tuple[Any, Any]]) -> list[_Example]:
    """The wrong ones first, then right ones."""
    wrong: list[_Example] = []
    right: list[_Example] = []
    for inputs, labels in batches:
        numbers, found = numbers_of(labels), asked.probabilities(inputs)
        if found is None or len(numbers) != len(found):
            return []
        for text, label, decided in zip(inputs, numbers, found.argmax(axis=1), strict=True):
            part = right if label == decided else wrong
            if len(part) < _MOST_EXAMPLES:
                part.append(_Example(text=text, label=label, decided=int(decided)))
        if len(wrong) >= _MOST_WRONG and len(right) >= _MOST_EXAMPLES - _MOST_WRONG:
            break
    few = wrong[: max(_MOST_WRONG, _MOST_EXAMPLES - len(right))]
    return [*few, *right][:_MOST_EXAMPLES]


def _weighed(asked: _Asked, example: _Example, reading: Reading) -> dict[str, Any] | None:
    words = reading.words_of(example.text)
    if not words:
        return None
    found = asked.probabilities(reading.without_each(example.text, _MOST_WORDS))
    if found is None:
        return None
    sure = found[:, example.decided]
    return {
        "label": example.label,
        "decided": example.decided,
        "sure": float(sure[0]),
        "words": [word[:_LONGEST_WORD] for word in words[:_MOST_WORDS]],
        "weights": [float(sure[0] - without) for without in sure[1:]],
        "left_out": max(0, len(words) - _MOST_WORDS),
    }
