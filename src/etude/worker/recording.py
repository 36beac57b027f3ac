"""All recorders at once, and what is left to see when a program has ended."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import keras
import tensorflow as tf

from etude.worker.data import describe_data
from etude.worker.drawn_answers import DrawnAnswers
from etude.worker.facts_writer import FactsWriter, LateFacts
from etude.worker.lines import LearnerFiles
from etude.worker.models import describe_model
from etude.worker.recorders import (
    adapting,
    batch_loops,
    callbacks,
    calls,
    checkpoints,
    conversions,
    fits,
    folders,
    layers,
    lookups,
    loops,
    own_losses,
    padding,
    pixel_preparation,
    series,
    sigmoid_losses,
    softmaxes,
    stages,
    tables,
    tokenizers,
    tracing,
    vocabularies,
    warnings,
)
from etude.worker.recorders.functions import Functions
from etude.worker.recorders.harmless import harmless
from etude.worker.recorders.own_steps import OwnSteps
from etude.worker.recorders.pulled import Pulled
from etude.worker.recorders.still_weights import StillWeights
from etude.worker.recorders.tape_loops import TapeLoops
from etude.worker.tracebacks import stay_out_of_tracebacks
from etude.worker.trained.training import Training
from etude.worker.vocabularies import Vocabularies


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """Recorders that are asked what they have kept."""

    fitted: fits.FitRecorder
    steps: OwnSteps
    vocabularies: Vocabularies


def install_recorders(files: LearnerFiles, facts: FactsWriter) -> Installed:
    """Wraps what programs call of TensorFlow and Keras; everything still does what it did."""
    stay_out_of_tracebacks()
    functions, answers = Functions(), DrawnAnswers()
    functions.install()
    adapting.install(files, facts)
    folders.install(files, facts)
    pixel_preparation.install(files, facts)
    stages.install(files, facts)
    calls.install(files, facts, answers)
    callbacks.install(files, facts)
    checkpoints.install(files, facts)
    conversions.install(files, facts)
    fitted = fits.install(files, facts, answers)
    layers.install(files, facts)
    lookups.install(files, facts)
    own_losses.install(files, facts)
    padding.install(files, facts)
    series.install(files, facts)
    steps = _install_loops(files, facts, functions)
    sigmoid_losses.install(files, facts, functions)
    softmaxes.install(files, facts)
    tables.install(files, facts)
    tokenizers.install(files, facts)
    tracing.install(files, facts, functions)
    known = vocabularies.install()
    warnings.install(files, facts)
    return Installed(fitted=fitted, steps=steps, vocabularies=known)


def _install_loops(files: LearnerFiles, facts: FactsWriter, functions: Functions) -> OwnSteps:
    """Wraps what loops of one's own call, when ``fit`` has been wrapped."""
    steps, pulled = OwnSteps(files, facts), Pulled()
    pulled.install()
    batch_loops.install(files, facts, steps, pulled)
    tapes = TapeLoops(files, facts, steps, pulled, functions)
    tapes.install()
    loops.install(files, facts, tapes, StillWeights(files, facts, functions))
    return steps


class Recorders:
    """Recorders that may be installed before there is a program, and are silent until then."""

    def __init__(self) -> None:
        self._files = LearnerFiles("")
        self._facts = LateFacts()
        self._installed = install_recorders(self._files, self._facts)

    def begin(self, files: LearnerFiles, facts: FactsWriter) -> None:
        """Here is the program, and this is where its facts go."""
        self._files.root, self._files.paths = files.root, files.paths
        self._facts.begin(facts)

    def end(self, *, finished: bool) -> None:
        """The program has ended, by itself or by an error."""
        with harmless(self._facts, "loops"):
            self._installed.steps.tell(finished=finished)

    @property
    def last(self) -> Training | None:
        """The program's last training that came to its end."""
        return self._installed.fitted.last

    @property
    def vocabularies(self) -> Vocabularies:
        """The words that the program's layers know."""
        return self._installed.vocabularies


def describe_globals(names: Mapping[str, Any], facts: FactsWriter) -> None:
    """Every dataset and model among a program's global names."""
    for name, value in list(names.items()):
        with harmless(facts, "globals"):  # a model may be unfinished: without super().__init__()
            if isinstance(value, tf.data.Dataset):
                facts.emit("data", data=asdict(describe_data(value, role=_role(name))))
            elif isinstance(value, keras.Model):
                facts.emit("model", model=asdict(describe_model(value)))


def _role(name: str) -> str:
    """A variable's name as exercises would call what it holds: "training data"."""
    return name.replace("_", " ")
