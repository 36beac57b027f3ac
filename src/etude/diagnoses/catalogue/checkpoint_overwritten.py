"""
Several trainings save their best model under one name, and the file is read as if it held each of them.

## Why it hurts
`ModelCheckpoint("best.keras")` writes over what is there. After a loop over folds or settings the file holds a model of the last round alone;
loading it once for each round gives the same model again and again, and most of the scores are those of a model that saw its
test data in training.

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 2))
    for fold in range(2):
        model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
        model.compile(optimizer="sgd", loss="mse")
        save = keras.callbacks.ModelCheckpoint("best.keras", monitor="loss", save_best_only=True)
        model.fit(x, x.sum(axis=1), callbacks=[save], verbose=0)
    models = [keras.models.load_model("best.keras") for fold in range(2)]

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 2))
    for fold in range(2):
        model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
        model.compile(optimizer="sgd", loss="mse")
        save = keras.callbacks.ModelCheckpoint(f"best{fold}.keras", monitor="loss", save_best_only=True)
        model.fit(x, x.sum(axis=1), callbacks=[save], verbose=0)
    models = [keras.models.load_model(f"best{fold}.keras") for fold in range(2)]
"""

from collections.abc import Mapping

from etude.diagnoses.callbacks import callbacks_of
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import function_around
from etude.diagnoses.rounds import holds, round_around
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Callback, Fit

SEVERITY = Severity.SILENT
SKILLS = ("model-12", "deploy-2", "dev-3")
GUIDE = "Keras API: ModelCheckpoint"
EXPLAINS = ()

_KIND, _READS = "ModelCheckpoint", "load_model"


def match(evidence: Evidence) -> Finding | None:
    for path, written in _by_path(evidence).items():
        models = {fit.model.key for fit, _ in written}
        last = max(fit.line for fit, _ in written)
        reads = [
            call
            for call in evidence.calls_of(_READS)
            if call.arguments.get("filepath") == path
            and call.line > last
            and not _in_turn(evidence.source, last, call.line)
        ]
        if len(models) > 1 and len(reads) > 1:
            return Finding(
                line=written[-1][1].line or last,
                about=path,
                evidence=f"{len(models)} models were saved to {path} one after the other, and line {reads[0].line} read it "
                f"{len(reads)} times after that: each time the one model that is left",
                change="put the number of the round into the file's name",
            )
    return None


def _in_turn(source: Source, trained: int, read: int) -> bool:
    """Whether each round that trains reads what it has just saved, before the next one writes."""
    around = [round_around(source, trained), function_around(source, trained)]
    innermost = max(filter(None, around), key=lambda node: node.lineno, default=None)
    return innermost is not None and holds(innermost, read)


def _by_path(evidence: Evidence) -> Mapping[str, list[tuple[Fit, Callback]]]:
    found: dict[str, list[tuple[Fit, Callback]]] = {}
    for fit, callback in callbacks_of(evidence.fits, _KIND):
        found.setdefault(str(callback.options.get("filepath", "")), []).append((fit, callback))
    return found
