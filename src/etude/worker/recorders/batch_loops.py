"""``train_on_batch`` in a loop of one's own: every call is a step."""

import functools
import sys
from collections.abc import Callable
from typing import Any

import keras

from etude.domain.own_loop import TRAIN_ON_BATCH
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.recorders.harmless import harmless
from etude.worker.recorders.own_steps import OwnSteps
from etude.worker.recorders.pulled import Pulled


def install(files: LearnerFiles, facts: FactsWriter, steps: OwnSteps, pulled: Pulled) -> None:
    """Wraps ``train_on_batch``, and tells steps of one's own from those that Keras takes."""
    owner: Any = next(kind for kind in keras.Model.__mro__ if "train_on_batch" in vars(kind))
    owner.train_on_batch = _recorded(owner.train_on_batch, files, facts, steps, pulled)
    owner.test_on_batch = _by_keras(owner.test_on_batch, steps)
    keras.Model.fit = _by_keras(keras.Model.fit, steps)


def _by_keras(original: Callable[..., Any], steps: OwnSteps) -> Callable[..., Any]:
    @functools.wraps(original)
    def passed(*args: Any, **kwargs: Any) -> Any:
        with steps.keras_trains():
            return original(*args, **kwargs)

    return passed


def _recorded(
    original: Callable[..., Any],
    files: LearnerFiles,
    facts: FactsWriter,
    steps: OwnSteps,
    pulled: Pulled,
) -> Callable[..., Any]:
    @functools.wraps(original)
    def train_on_batch(self: Any, x: Any, y: Any = None, *args: Any, **kwargs: Any) -> Any:
        own = not steps.inside and files.called_by_learner()
        frame = sys._getframe(1)
        place = (frame.f_code, frame.f_lasti)
        if own:
            with harmless(facts, "batch_loops"):
                if steps.is_new(place, self):
                    step = pulled.step(x, y)
                    steps.begin(place, TRAIN_ON_BATCH, self, files.line(), step)
        with steps.keras_trains():
            result = original(self, x, y, *args, **kwargs)
        if own:
            with harmless(facts, "batch_loops"):
                steps.took(place, self, _loss(result), x, y)
        return result

    return train_on_batch


def _loss(result: Any) -> Any:
    """The loss comes first, or under its name."""
    if isinstance(result, dict):
        return result.get("loss")
    return result[0] if isinstance(result, list | tuple) and result else result
