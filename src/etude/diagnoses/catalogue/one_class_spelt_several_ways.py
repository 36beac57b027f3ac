"""
One class is spelt in several ways, and each spelling counts as a class of its own.

## Why it hurts
To a program "Adelie", "adelie" and "Adelie " are three different texts. A look-up gives each a number of its own, the
network gets outputs that stand for the same thing, and its examples are divided among them. Nothing fails: the
accuracy is merely lower than it could be, and predictions come under three names.

## Example
    import keras
    import numpy as np

    species = np.array(["Adelie", "Gentoo", "adelie ", "Adelie", "gentoo", "Gentoo"])
    number = keras.layers.StringLookup(num_oov_indices=0)
    number.adapt(species)
    print(number.get_vocabulary())

## Instead
    import keras
    import numpy as np

    species = np.array(["Adelie", "Gentoo", "adelie ", "Adelie", "gentoo", "Gentoo"])
    species = np.char.lower(np.char.strip(species))
    number = keras.layers.StringLookup(num_oov_indices=0)
    number.adapt(species)
    print(number.get_vocabulary())
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity
from etude.domain.spellings import spelt_alike

SEVERITY = Severity.SILENT
SKILLS = ("data-2", "data-5", "model-6")
GUIDE = "TensorFlow API: tf.strings.strip and tf.strings.lower"
EXPLAINS = ("trained_too_short", "stuck_at_majority", "more_outputs_than_classes")


def match(evidence: Evidence) -> Finding | None:
    for line, where, groups in (*_looked_up(evidence), *_answered(evidence)):
        if groups:
            group = max(groups, key=len)
            return Finding(
                line=line,
                evidence=f"{where} holds {' and '.join(map(repr, group))}: {len(group)} entries for one thing",
                change="bring every spelling to one before anything counts them: strip the blanks at the ends, "
                "and use lower case throughout",
            )
    return None


def _looked_up(evidence: Evidence) -> Iterator[tuple[int, str, Sequence[Sequence[str]]]]:
    """Look-ups that were adapted to such words."""
    for call in evidence.calls_of("StringLookup.adapt"):
        yield call.line, "the vocabulary", call.arguments.get("alike", ())


def _answered(evidence: Evidence) -> Iterator[tuple[int, str, Sequence[Sequence[str]]]]:
    """Categories that a check found in what the program returned."""
    for part, words in evidence.told("categories"):
        yield _last_mention(evidence.source, part), part, spelt_alike(words)


def _last_mention(source: Source, name: str) -> int:
    """The last line of a function where this text stands: there a column gets its final values."""
    inside = [node for function in source.functions() for node in ast.walk(function)]
    lines = [n.lineno for n in inside if isinstance(n, ast.Constant) and n.value == name]
    return max(lines, default=0)
