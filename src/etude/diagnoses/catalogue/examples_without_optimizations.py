"""
A LiteRT converter is given examples to quantise by, and is not told to quantise.

## Why it hurts
`representative_dataset` only says with which data ranges are measured; that anything is quantised at all is said by
`optimizations`. Without it the examples are not even drawn: the file keeps four bytes for each weight, and nothing
tells you.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])


    def examples():
        for _ in range(10):
            yield [np.random.rand(1, 4).astype("float32")]


    converter = tf.lite.TFLiteConverter.from_keras_model(model)
    converter.representative_dataset = examples
    content = converter.convert()

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])


    def examples():
        for _ in range(10):
            yield [np.random.rand(1, 4).astype("float32")]


    converter = tf.lite.TFLiteConverter.from_keras_model(model)
    converter.optimizations = [tf.lite.Optimize.DEFAULT]
    converter.representative_dataset = examples
    content = converter.convert()
"""

from etude.diagnoses.conversions import line_of_setting
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("deploy-5", "deploy-7")
GUIDE = "LiteRT guide: Post-training quantization"
EXPLAINS = ()


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls_of("TFLiteConverter.convert"):
        settings = call.arguments
        if call.error or settings.get("optimizations") or settings.get("examples") != 0:
            continue
        return Finding(
            line=line_of_setting(evidence.source, call),
            evidence=f"convert in line {call.line} drew none of the examples: optimizations is empty, so "
            f"nothing is quantised{_size(settings.get('bytes'))}",
            change="converter.optimizations = [tf.lite.Optimize.DEFAULT]",
        )
    return None


def _size(size: object) -> str:
    return f", and the file has {size:,} bytes" if isinstance(size, int) else ""
