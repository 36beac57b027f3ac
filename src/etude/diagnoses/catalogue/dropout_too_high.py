"""
Dropout throws away most of what reaches it.

## Why it hurts
At a rate of 0.8 four of five values are zero in every training step, and the fifth is multiplied by five. What is
left is mostly noise: the network learns slowly, and its training loss says little about how good it is. The
paper that introduced dropout uses 0.5 between hidden layers and 0.2 on inputs.

## Example
    import keras

    model = keras.Sequential([
        keras.Input((8,)),
        keras.layers.Dense(32, activation="relu"),
        keras.layers.Dropout(0.8),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")

## Instead
    import keras

    model = keras.Sequential([
        keras.Input((8,)),
        keras.layers.Dense(32, activation="relu"),
        keras.layers.Dropout(0.3),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers

SEVERITY = Severity.WARNING
SKILLS = ("model-11",)
GUIDE = "Keras API: Dropout layer"
EXPLAINS = ("stuck_at_majority", "trained_too_short")

# "Dropout: A Simple Way to Prevent Neural Networks from Overfitting" (JMLR 2014, appendix A.4) gives 0.2 to
# 0.5 as usual for hidden layers, and its section 7.3 finds the error flat up to 0.6. Above this there is a
# margin of ours.
_HIGH = 0.75
_KINDS = ("Dropout", "SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D")


def match(evidence: Evidence) -> Finding | None:
    for model in evidence.models:
        for layer in all_layers(model):
            rate = layer.config.get("rate")
            if layer.kind in _KINDS and isinstance(rate, float) and rate >= _HIGH:
                return Finding(
                    line=layer_line(evidence.source, model, layer),
                    evidence=f"{layer.kind}({rate:g}) lets {1 - rate:.0%} of the values through",
                    change=f"the rate is the share that is dropped: try {layer.kind}(0.2) to (0.5)",
                    about=model.name,
                )
    return None
