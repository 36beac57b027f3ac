"""A look at what the training of an exercise has come to, when nothing is asked any more."""

import contextlib
import io
from typing import Any

from etude.worker.facts_writer import FactsWriter
from etude.worker.keras_alone import is_keras_alone
from etude.worker.trained.decisions import look_at_decisions
from etude.worker.trained.forecasts import look_at_forecast
from etude.worker.trained.samples import SMALL
from etude.worker.trained.training import Training

# Of the time that training took; a verdict waits for it.
_SHARE = 0.02
_LEAST_LOOK = 0.1


def look_at_outcome(training: Training, facts: FactsWriter) -> None:
    """What the model decides about the learner's own data, unless it runs code of theirs."""
    if not is_keras_alone(training.model) or _batch_is_fixed(training.model):
        return
    trained = sum(end["seconds"] for end in facts.written("fit_end"))
    seconds = max(_LEAST_LOOK, _SHARE * trained)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        look_at_decisions(training, facts, seconds=seconds, size=SMALL)
        look_at_forecast(training, facts, seconds=seconds)


def _batch_is_fixed(model: Any) -> bool:
    """A model that takes batches of one size alone, as those do that remember the last one."""
    return any(tensor.shape and tensor.shape[0] is not None for tensor in model.inputs)
