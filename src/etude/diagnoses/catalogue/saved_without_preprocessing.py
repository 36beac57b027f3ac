"""
The saved model lacks the preparation of its inputs, and gets them unprepared.

## Why it hurts
What happens to inputs before they reach the model is not in the file. Whoever loads it feeds it what there is,
pictures with values up to 255, and gets answers as if from an untrained network, with no error to warn. A
model that is to be used elsewhere has to begin with the raw inputs: put `Rescaling`, `Normalization` or
`TextVectorization` in front, then save.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    pictures = rng.integers(0, 256, (32, 8, 8, 3)).astype("uint8")
    labels = rng.integers(0, 2, 32)

    model = keras.Sequential([keras.Input((8, 8, 3)), keras.layers.Flatten(), keras.layers.Dense(2)])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer="sgd", loss=loss)
    model.fit(pictures / 255.0, labels, epochs=1, verbose=0)
    model.save("classifier.keras")

    served = keras.models.load_model("classifier.keras")
    served.predict(pictures[:4], verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    pictures = rng.integers(0, 256, (32, 8, 8, 3)).astype("uint8")
    labels = rng.integers(0, 2, 32)

    model = keras.Sequential([keras.Input((8, 8, 3)), keras.layers.Flatten(), keras.layers.Dense(2)])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer="sgd", loss=loss)
    model.fit(pictures / 255.0, labels, epochs=1, verbose=0)
    whole = keras.Sequential([keras.Input((8, 8, 3)), keras.layers.Rescaling(1 / 255), *model.layers])
    whole.save("classifier.keras")

    served = keras.models.load_model("classifier.keras")
    served.predict(pictures[:4], verbose=0)
"""

import re

import numpy as np

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pixels import lost_centring
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, TensorSample

SEVERITY = Severity.SILENT
SKILLS = ("deploy-4", "deploy-2", "text-9")
GUIDE = "TensorFlow guide: Working with preprocessing layers"
EXPLAINS = ("scaling_missing_in_model", "optimizer_saved_with_model")

_SAVES = ("Model.save", "Model.export")
_CONVERTS = ("from_keras_model", "from_concrete_functions", "from_saved_model")
# Scaled pixels end at 1; stored ones go far beyond 10 in any picture that is not black.
_SCALED, _STORED = 1.001, 10.0
# Standardised values have mean 0 and reach 4 or 5; of the same columns no later row is so far out.
_CENTRED, _TIMES_FARTHER = 0.1, 10.0
_SAME = 1e-3
_AXES_OF_PICTURES = 4
_OTHER_INPUTS = re.compile(r"structure of .?inputs.? doesn't match|expects \d+ input", re.I)
_CHANGE = (
    "put the preparation in front (Rescaling for pictures, Normalization for a table), then save"
)


def match(evidence: Evidence) -> Finding | None:
    return _seen_by_check(evidence) or _refuses_rows(evidence) or _seen_in_program(evidence)


def _seen_by_check(evidence: Evidence) -> Finding | None:
    """A fresh process answered raw inputs like a model that takes them for prepared ones."""
    for facts in evidence.facts.values():
        wanted, came, unprepared = (facts.get(k) for k in ("expected", "outputs", "unprepared"))
        if wanted is None or came is None or unprepared is None:
            continue
        if _agree(unprepared, came) and not _agree(wanted, came):
            return Finding(
                line=_line(evidence),
                evidence="in a fresh process the saved model takes raw inputs for prepared ones: "
                f"its answers are wrong by up to {float(np.abs(wanted - came).max()):.3g}",
                change=_CHANGE,
            )
    return None


def _refuses_rows(evidence: Evidence) -> Finding | None:
    """A fresh process gave raw columns to a saved model that wants one array of features."""
    refusals = [error for error in evidence.errors if not error.frames]
    if not any(_OTHER_INPUTS.search(error.message) for error in refusals):
        return None
    for call in [call for name in _SAVES for call in evidence.calls_of(name)]:
        if call.model is not None and len(call.model.inputs) == 1:
            width = list(call.model.inputs[0].shape or [0])[-1]
            return Finding(
                line=call.line,
                evidence=f"the model that line {call.line} saves takes one array of {width} prepared "
                "values per row, and was given the raw columns",
                change="save one model from the raw columns to the answer: "
                "keras.Model(preprocessor.input, model(preprocessor.output))",
            )
    return None


def _seen_in_program(evidence: Evidence) -> Finding | None:
    """A model learned from scaled values; loaded again, it was asked about stored ones."""
    for fit in evidence.fits:
        learned = _inputs(fit.train)
        for call in evidence.calls_with_copies_of(fit):
            asked = _inputs(call.data) if call.data else None
            if learned and asked and _is_unprepared(learned, asked):
                return Finding(
                    line=_line(evidence),
                    evidence=f"fit saw values up to {learned.high:.3g}, and the model that was loaded again "
                    f"got values up to {asked.high:.0f} in line {call.line}",
                    change=f"prepare what goes into line {call.line} as the training inputs were; or {_CHANGE}",
                )
    return None


def _inputs(data: Data) -> TensorSample | None:
    sample = data.part("0")
    return sample if sample is not None and sample.high is not None else None


def _is_unprepared(learned: TensorSample, asked: TensorSample) -> bool:
    return (
        _were_divided(learned, asked) or _lie_apart(learned, asked) or lost_centring(learned, asked)
    )


def _were_divided(learned: TensorSample, asked: TensorSample) -> bool:
    """Pixels from 0 to 1, or from -1 to 1, then such as are stored."""
    lowest = -_SCALED if len(learned.shape) == _AXES_OF_PICTURES else 0.0
    near = _low(learned) >= lowest and _low(asked) >= 0
    return near and _high(learned) <= _SCALED and _high(asked) > _STORED


def _lie_apart(learned: TensorSample, asked: TensorSample) -> bool:
    """Standardised columns, then such as reach many times as far."""
    standardised = learned.mean is not None and abs(learned.mean) <= _CENTRED and _low(learned) < 0
    return (
        standardised and _high(asked) > _STORED and _high(asked) > _TIMES_FARTHER * _high(learned)
    )


def _low(sample: TensorSample) -> float:
    return sample.low if sample.low is not None else 0.0


def _high(sample: TensorSample) -> float:
    return sample.high if sample.high is not None else 0.0


def _agree(wanted: object, came: object) -> bool:
    one, other = np.asarray(wanted), np.asarray(came)
    if one.shape != other.shape or other.dtype.kind != "f":
        return False
    return bool(np.abs(one - other).max() <= _SAME * max(1.0, float(np.abs(one).max())))


def _line(evidence: Evidence) -> int:
    saves = [call for call in evidence.calls if call.name in _SAVES and not call.error]
    written = (evidence.source.line_of_call(name) for name in ("save", *_CONVERTS))
    return saves[0].line if saves else next(filter(None, written), 1)
