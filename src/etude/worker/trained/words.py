"""Which words of a text a trained classifier decides by: it is asked again without each of them."""

import itertools
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from etude.checks.what_ifs import sigmoid, softmax
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

_Ask = Callable[[Any], NDArray[np.float64] | None]


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
    ask = _asking(training.model, loss)
    chosen = _chosen(ask, itertools.chain([first], batches), reading)
    answers = _without_each(ask, chosen, reading, seconds=until - time.monotonic(), at_once=at_once)
    texts = [
        _told(example, reading.words_of(example.text), sure=found[:, example.decided])
        for example, found in zip(chosen, answers, strict=False)
    ]
    if texts:
        facts.emit(KIND, role=role, classes=answers[0].shape[1], texts=texts)


def _asking(model: Any, loss: Loss) -> _Ask:
    """The model as a function from inputs to the probability of each class."""

    def ask(inputs: Any) -> NDArray[np.float64] | None:
        return probabilities_of(np.asarray(model(inputs, training=False)), loss)

    return ask


def probabilities_of(outputs: NDArray[Any], loss: Loss) -> NDArray[np.float64] | None:
    """(batch, classes) from a classifier's outputs (batch, 1) or (batch, classes); None for others.

    Args:
      loss: what the outputs were trained with; of a single column there are two classes.
    """
    if outputs.ndim != 2 or not outputs.size or not np.isfinite(outputs).all():
        return None
    values = outputs.astype(np.float64)
    if values.shape[1] == 1:
        one = sigmoid(values) if loss.from_logits else values
        found = np.concatenate([1 - one, one], axis=1)
    elif "binary" in loss.name:
        return None  # each column is a question of its own
    else:
        found = softmax(values) if loss.from_logits else values
    sound = found.min() >= 0 and np.allclose(found.sum(axis=1), 1, atol=1e-3)
    return found if sound else None


def _chosen(ask: _Ask, batches: Iterable[tuple[Any, Any]], reading: Reading) -> list[_Example]:
    """The wrong ones first, then right ones; none without a word."""
    wrong: list[_Example] = []
    right: list[_Example] = []
    for inputs, labels in batches:
        numbers, found = numbers_of(labels), ask(inputs)
        if found is None or len(numbers) != len(found):
            return []
        for text, label, decided in zip(inputs, numbers, found.argmax(axis=1), strict=True):
            part = right if label == decided else wrong
            if len(part) < _MOST_EXAMPLES and reading.words_of(text):
                part.append(_Example(text=text, label=label, decided=int(decided)))
        if len(wrong) >= _MOST_WRONG and len(right) >= _MOST_EXAMPLES - _MOST_WRONG:
            break
    few = wrong[: max(_MOST_WRONG, _MOST_EXAMPLES - len(right))]
    return [*few, *right][:_MOST_EXAMPLES]


def _without_each(
    ask: _Ask,
    examples: Sequence[_Example],
    reading: Reading,
    *,
    seconds: float,
    at_once: int,
) -> list[NDArray[np.float64]]:
    """(1 + words, classes) of each example, as far as there was time.

    The rows of several texts are asked about together: a call has a price of its own, above all
    that of a recurrent layer, which goes step by step.
    """
    batches = [reading.without_each(example.text, _MOST_WORDS) for example in examples]
    if not batches:
        return []
    rows, at_once = np.concatenate(batches), max(at_once, _MOST_WORDS + 1)
    answers: list[NDArray[np.float64]] = []
    for start in within(range(0, len(rows), at_once), seconds):
        found = ask(rows[start : start + at_once])
        if found is None:
            return []
        answers.append(found)
    answered, ends = np.concatenate(answers), np.cumsum([len(batch) for batch in batches])
    return [
        answered[end - len(batch) : end]
        for batch, end in zip(batches, ends, strict=True)
        if end <= len(answered)
    ]


def _told(example: _Example, words: Sequence[str], *, sure: NDArray[np.float64]) -> dict[str, Any]:
    """Args:
    sure: of its decision: with all words, and without the first one, the second one, ...
    """
    return {
        "label": example.label,
        "decided": example.decided,
        "sure": float(sure[0]),
        "words": [word[:_LONGEST_WORD] for word in words[:_MOST_WORDS]],
        "weights": [float(sure[0] - without) for without in sure[1:]],
        "left_out": max(0, len(words) - _MOST_WORDS),
    }
