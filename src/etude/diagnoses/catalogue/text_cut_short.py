"""
Most texts are much longer than what the network gets to read.

## Why it hurts
`output_sequence_length` cuts every text off after so many words. When the usual text is several times as long, the
network decides by its first words, and what tells the classes apart may come later. Look at the lengths before you
choose: a length that holds nine texts of ten is a usual choice.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    words = np.array([f"word{i}" for i in range(40)])
    texts = np.array([" ".join(rng.choice(words, 60)) for _ in range(40)])

    vectorize = keras.layers.TextVectorization(output_sequence_length=10)
    vectorize.adapt(texts)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    words = np.array([f"word{i}" for i in range(40)])
    texts = np.array([" ".join(rng.choice(words, 60)) for _ in range(40)])

    vectorize = keras.layers.TextVectorization(output_sequence_length=60)
    vectorize.adapt(texts)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import argument, call_line
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.WARNING
SKILLS = ("text-2", "text-1")
GUIDE = "TensorFlow tutorial: Basic text classification"

# Cutting the usual text in two is a choice; keeping less than a third is rarely meant.
_KEPT = 1 / 3


def match(evidence: Evidence) -> Finding | None:
    for adapt in evidence.calls_of("TextVectorization.adapt"):
        length, words = adapt.arguments.get("length", 0), adapt.arguments.get("words", ())
        if length and words and length < _KEPT * words[1]:
            made = [
                call
                for call in evidence.source.calls("TextVectorization")
                if argument(call, "output_sequence_length") is not None
            ]
            name = "output_sequence_length"
            line = evidence.source.line_of_argument(made[0], name) if made else adapt.line
            return Finding(
                line=line if made and call_line(made[0]) <= adapt.line else adapt.line,
                evidence=f"{length} words of each text are kept; the middle one of the texts has {words[1]}, "
                f"the longest {words[2]}",
                change="choose a length that holds most texts",
            )
    return None
