"""
A quantised model was measured with examples on another scale than it gets later.

## Why it hurts
Integers hold 256 values, and the converter spreads them over the range that it sees in the examples. Examples between 0 and 1
for a model that gets 0 to 255 leave it two of its values, dark and bright, and answers near guessing; there is no error. Give
the converter what the device will give the model.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    pictures = np.random.default_rng(0).integers(0, 256, (20, 8, 8)).astype("float32")
    model = keras.Sequential(
        [keras.Input((8, 8)), keras.layers.Rescaling(1 / 255), keras.layers.Flatten(), keras.layers.Dense(2)]
    )


    def examples():
        for picture in pictures:
            yield [picture[None] / 255]


    converter = tf.lite.TFLiteConverter.from_keras_model(model)
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    converter.representative_dataset = examples
    content = converter.convert()

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    pictures = np.random.default_rng(0).integers(0, 256, (20, 8, 8)).astype("float32")
    model = keras.Sequential(
        [keras.Input((8, 8)), keras.layers.Rescaling(1 / 255), keras.layers.Flatten(), keras.layers.Dense(2)]
    )


    def examples():
        for picture in pictures:
            yield [picture[None]]


    converter = tf.lite.TFLiteConverter.from_keras_model(model)
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    converter.representative_dataset = examples
    content = converter.convert()
"""

from etude.diagnoses.conversions import line_of_examples
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pixels import scaling_layer
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

SEVERITY = Severity.SILENT
SKILLS = ("deploy-5", "deploy-4")
GUIDE = "LiteRT guide: Post-training quantization"
EXPLAINS = ("scaling_missing_in_model", "saved_without_preprocessing", "stuck_at_majority")

# Scaled pixels end at 1; stored ones go far beyond 10 in any picture that is not black.
_SCALED, _STORED = 1.001, 10.0
_SCALED_ALREADY = "let the examples be what the model is given later: leave them unscaled"
_NOT_SCALED = "scale them as in training; or make Rescaling the model's first layer, so that it is given what is stored"


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls_of("TFLiteConverter.convert"):
        low, high = call.arguments.get("low"), call.arguments.get("high")
        if call.error or low is None or high is None:
            continue
        expected = _expected(evidence, call)
        if (high <= _SCALED and expected > _STORED) or (high > _STORED and expected <= _SCALED):
            return Finding(
                line=line_of_examples(evidence.source, call),
                evidence=f"the examples lie between {low:.3g} and {high:.3g}, and the model is made for values "
                f"up to {expected:.3g}",
                change=_SCALED_ALREADY if high <= _SCALED else _NOT_SCALED,
            )
    return None


def _expected(evidence: Evidence, call: Call) -> float:
    """The highest value that the model is made for; between the two when nothing tells."""
    if call.model is not None and scaling_layer(call.model, evidence.source):
        return 255.0
    # Around another model than the one that was trained there may be a scaling that nobody sees.
    learned = [
        sample.high
        for fit in evidence.fits
        if call.model is not None and call.model.key == fit.model.key
        if (sample := fit.train.part("0")) is not None and sample.high is not None
    ]
    return max(learned, default=0.5 * (_SCALED + _STORED))
