"""
The loss expects probabilities, but the last layer gives logits.

## Why it hurts
A layer without activation gives any number. Cross-entropy takes the logarithm of probabilities, so it clips
those numbers into [0, 1] and learns from what is left. Nothing fails: the loss looks odd, accuracy climbs
slowly and stops far too low.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    features = rng.normal(size=(128, 8)).astype("float32")
    labels = features[:, :3].argmax(axis=1)

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3)])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(features, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    features = rng.normal(size=(128, 8)).astype("float32")
    labels = features[:, :3].argmax(axis=1)

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(features, labels, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Output, outputs
from etude.diagnoses.places import activation_line, loss_line, told
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.heads import BINARY_LOSSES, CROSS_ENTROPIES

SEVERITY = Severity.SILENT
SKILLS = ("model-8", "model-6", "model-5")
GUIDE = "Keras API: probabilistic losses"
EXPLAINS = NUMBERS_GONE_WRONG


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        if output.loss in CROSS_ENTROPIES and not output.from_logits and _gives_logits(output):
            return _finding(evidence, output)
    return None


def _gives_logits(output: Output) -> bool:
    return output.head.activation == "linear" and output.head.layer is not None


def _finding(evidence: Evidence, output: Output) -> Finding:
    """At the loss when it is an object that can be told, else at the layer."""
    head, model = output.head, output.model
    is_object = head.loss is not None and head.loss.given_as not in ("text", "function")
    activation = "sigmoid" if output.loss in BINARY_LOSSES else "softmax"
    in_loss, in_layer = (
        "from_logits=True to the loss",
        f'activation="{activation}" to the last layer',
    )
    first, second = (in_loss, in_layer) if is_object else (in_layer, in_loss)
    source = evidence.source
    return Finding(
        line=loss_line(source, model) if is_object else activation_line(source, head, model),
        evidence=(
            f"the output comes from {told(head.layer)} without an activation, "
            f"and {output.loss} was compiled without from_logits=True{_seen(output)}"
        ),
        change=f"add {first}; or add {second}",
        about=model.name,
    )


def _seen(output: Output) -> str:
    accuracy = output.fit.series("accuracy") if output.fit else []
    if not accuracy:
        return ""
    epochs = f"{len(accuracy)} epoch{'s' * (len(accuracy) > 1)}"
    return f"; accuracy after {epochs}: {accuracy[-1]:.2f}"
