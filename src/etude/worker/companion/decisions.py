"""What a trained classifier decides about examples whose labels are known."""

import time
from collections.abc import Iterable
from itertools import takewhile
from typing import Any

import numpy as np

from etude.worker.companion.batches import numbers_of
from etude.worker.companion.examples import batches_of
from etude.worker.companion.pictures import are_pictures, as_bytes
from etude.worker.companion.trainings import Training
from etude.worker.compiled import describe_compiled
from etude.worker.facts_writer import FactsWriter

KIND = "decisions"
_MOST_EXAMPLES = 2000
_MOST_CLASSES = 50
_MOST_MISTAKES = 12


def look_at_decisions(training: Training, facts: FactsWriter, *, seconds: float) -> None:
    """A frame with the confusion counts, on validation data where there are any.

    Args:
      seconds: after this no further batch is looked at.
    """
    compiled = describe_compiled(training.model, line=0)
    losses = compiled.losses if compiled else ()
    if len(losses) != 1 or "crossentropy" not in losses[0].name:
        return
    role, data = (
        ("fit", training.train)
        if training.validation is None
        else ("validation", training.validation)
    )
    threshold = 0.0 if losses[0].from_logits else 0.5
    clock = time.monotonic() + seconds
    batches = takewhile(lambda _: time.monotonic() < clock, batches_of(data, most=_MOST_EXAMPLES))
    true, decided, wrong = _decide(training.model, batches, threshold)
    classes = max([*true, *decided], default=-1) + 1
    if not 2 <= classes <= _MOST_CLASSES:
        return
    counts = np.zeros((classes, classes), dtype=np.int64)
    np.add.at(counts, (true, decided), 1)
    facts.emit(KIND, role=role, counts=counts.tolist(), **_mistakes(wrong))


def _decide(
    model: Any, batches: Iterable[tuple[Any, Any]], threshold: float
) -> tuple[list[int], list[int], list[Any]]:
    true: list[int] = []
    decided: list[int] = []
    wrong: list[Any] = []
    for inputs, labels in batches:
        numbers = numbers_of(labels)
        outputs = np.asarray(model(inputs, training=False))
        if not numbers or outputs.ndim != 2 or len(outputs) != len(numbers):
            return [], [], []
        one = outputs.shape[1] == 1
        choices = (outputs[:, 0] > threshold).astype(int) if one else outputs.argmax(axis=1)
        true += numbers
        decided += [int(choice) for choice in choices]
        if are_pictures(inputs) and len(wrong) < _MOST_MISTAKES:
            wrong += [
                (inputs[i], number, int(choice))
                for i, (number, choice) in enumerate(zip(numbers, choices, strict=True))
                if number != choice
            ]
    return true, decided, wrong[:_MOST_MISTAKES]


def _mistakes(wrong: list[Any]) -> dict[str, Any]:
    if not wrong:
        return {}
    return {
        "mistakes": as_bytes(np.stack([picture for picture, _, _ in wrong])),
        "mistaken": [[number, choice] for _, number, choice in wrong],
    }
