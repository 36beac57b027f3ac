"""A look at what the training of an exercise has come to, when nothing is asked any more."""

import contextlib
import io
import itertools
import math
from typing import Any

from etude.worker.facts_writer import FactsWriter
from etude.worker.keras_alone import is_keras_alone
from etude.worker.trained.decisions import look_at_decisions
from etude.worker.trained.forecasts import look_at_forecast
from etude.worker.trained.samples import SMALL
from etude.worker.trained.training import Training
from etude.worker.trained.words import look_at_words
from etude.worker.vocabularies import Vocabularies

# Of the time that training took; a verdict waits for it.
_SHARE = 0.02
_LEAST_LOOK = 0.1
# A model whose training steps take longer is not asked: a look has to fit into what a run may take.
_LONGEST_STEP = 0.5
_AT_ONCE, _STEP = 128, 32


def look_at_outcome(training: Training, facts: FactsWriter, *, vocabularies: Vocabularies) -> None:
    """What the model decides about the learner's own data, unless it runs code of theirs."""
    if not is_keras_alone(training.model) or _batch_is_fixed(training.model):
        return
    trained = sum(end["seconds"] for end in facts.written("fit_end"))
    seconds = max(_LEAST_LOOK, _SHARE * trained)
    step = _step_seconds(training.model, facts)
    if step > max(seconds, _LONGEST_STEP):
        return
    at_once = _AT_ONCE if step * _AT_ONCE / _STEP <= seconds else _STEP
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        look_at_decisions(training, facts, seconds=seconds, at_once=at_once, size=SMALL)
        look_at_forecast(training, facts, seconds=seconds, at_once=at_once)
        look_at_words(training, facts, seconds=seconds, vocabularies=vocabularies, at_once=at_once)


def _step_seconds(model: Any, facts: FactsWriter) -> float:
    """A step of the fastest epoch, in which nothing was traced if there are several."""
    epochs = facts.written("epoch")
    if not epochs:
        return math.inf
    ends = [0.0, *(e["seconds"] for e in epochs if e["fit"] == epochs[-1]["fit"])]
    fastest = min(later - earlier for earlier, later in itertools.pairwise(ends))
    return fastest * len(epochs) / max(1, _steps(model))


def _steps(model: Any) -> int:
    """How many the model has taken; 0 where its optimizer does not count."""
    try:
        return int(model.optimizer.iterations)
    except (AttributeError, TypeError, ValueError):
        return 0


def _batch_is_fixed(model: Any) -> bool:
    """A model that takes batches of one size alone, as those do that remember the last one."""
    return any(tensor.shape and tensor.shape[0] is not None for tensor in model.inputs)
