"""
The model reads text, and its `keras.Input` says that numbers come in.

## Why it hurts
Without a `dtype`, `keras.Input` stands for float32. The layer that turns text into numbers is then never given text: what
comes in is to be made a float first, and that stops with "Cast string to float is not supported".

## Example
    import keras
    import tensorflow as tf

    numbers = keras.layers.TextVectorization(max_tokens=20, output_sequence_length=4)
    numbers.adapt(["a good film", "a bad film"])
    inputs = keras.Input((1,))
    x = keras.layers.Embedding(20, 4)(numbers(inputs))
    x = keras.layers.GlobalAveragePooling1D()(x)
    model = keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(x))
    print(model.predict(tf.constant(["a good film"]), verbose=0))

## Instead
    import keras
    import tensorflow as tf

    numbers = keras.layers.TextVectorization(max_tokens=20, output_sequence_length=4)
    numbers.adapt(["a good film", "a bad film"])
    inputs = keras.Input((1,), dtype="string")
    x = keras.layers.Embedding(20, 4)(numbers(inputs))
    x = keras.layers.GlobalAveragePooling1D()(x)
    model = keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(x))
    print(model.predict(tf.constant(["a good film"]), verbose=0))
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import argument, call_line
from etude.diagnoses.stops import READ_TEXT, inputs_of, stop
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers
from etude.domain.observations import Model

SEVERITY = Severity.ERROR
SKILLS = ("text-1", "text-9", "dev-3")
GUIDE = "TensorFlow tutorial: Basic text classification"
EXPLAINS = ("text_not_as_tensor",)

_REFUSED = "Cast string to"


def match(evidence: Evidence) -> Finding | None:
    ended = stop(evidence)
    if ended is None or _REFUSED not in ended.error.message or not _expects_numbers(ended.model):
        return None
    given = [part for data in ended.data for part in inputs_of(data)]
    if not any(part.dtype == "string" for part in given):
        return None
    untyped = [call for call in evidence.source.calls("Input") if argument(call, "dtype") is None]
    return Finding(
        line=call_line(untyped[0]) if untyped else ended.line,
        evidence=f"{ended.doing} is given text, the model has a layer that reads text, and its "
        f"input stands for {ended.model.inputs[0].dtype}",
        change='keras.Input(shape=(1,), dtype="string")',
        about=ended.doing,
    )


def _expects_numbers(model: Model) -> bool:
    """Whether a layer would read text if the model's only input let it through."""
    reads = any(layer.kind in READ_TEXT for layer in all_layers(model))
    return reads and len(model.inputs) == 1 and model.inputs[0].dtype != "string"
