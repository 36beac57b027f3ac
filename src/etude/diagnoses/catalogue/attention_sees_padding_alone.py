"""
The mask for attention has its ones at the padding, and to Keras' layers a 1 means that a step may be seen.

## Why it hurts
Older tutorials write attention themselves and mark with a 1 what it must not see. Given to `MultiHeadAttention`, the same
mask does the opposite: every word looks at the zeros behind the text and at no other word. Shapes fit, training runs, and
the layer adds nothing.

## Example
    import keras
    import numpy as np
    from keras import layers, ops

    class Block(layers.Layer):
        def __init__(self):
            super().__init__()
            self.embed, self.attend = layers.Embedding(50, 8), layers.MultiHeadAttention(2, 4)

        def call(self, tokens):
            mask = ops.equal(tokens, 0)[:, None, :]
            x = self.embed(tokens)
            return self.attend(x, x, attention_mask=mask)

    tokens = np.random.default_rng(0).integers(1, 50, (64, 12))
    tokens[:, 7:] = 0
    model = keras.Sequential([Block(), layers.GlobalAveragePooling1D(), layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(tokens, tokens[:, 0] % 2, verbose=0)

## Instead
    import keras
    import numpy as np
    from keras import layers, ops

    class Block(layers.Layer):
        def __init__(self):
            super().__init__()
            self.embed, self.attend = layers.Embedding(50, 8), layers.MultiHeadAttention(2, 4)

        def call(self, tokens):
            mask = ops.not_equal(tokens, 0)[:, None, :]
            x = self.embed(tokens)
            return self.attend(x, x, attention_mask=mask)

    tokens = np.random.default_rng(0).integers(1, 50, (64, 12))
    tokens[:, 7:] = 0
    model = keras.Sequential([Block(), layers.GlobalAveragePooling1D(), layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(tokens, tokens[:, 0] % 2, verbose=0)
"""

from etude.diagnoses.attention_masks import MASK, PADDING, masked
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("text-7", "text-2", "dev-3")
GUIDE = "Keras API: MultiHeadAttention (attention_mask)"
EXPLAINS = ("stuck_at_majority", "trained_too_short")


def match(evidence: Evidence) -> Finding | None:
    fit = next((fit for fit in evidence.trainings if _is_padded(fit)), None)
    for _, line, ones in masked(evidence.source) if fit is not None else ():
        if fit is not None and fit.train.tokens is not None and PADDING in ones:
            return Finding(
                line=line,
                evidence=f"the {MASK} of line {line} has its ones where tokens are 0, and {fit.train.tokens.share:.0%} of "
                f"the rows that fit gets in line {fit.line} are filled up with zeros: each word sees these alone",
                change="turn the mask round, ones where a token stands: tokens != 0",
                about=fit.model.name,
            )
    return None


def _is_padded(fit: Fit) -> bool:
    return fit.train.tokens is not None and bool(fit.train.tokens.padded)
