"""
A reader of folders refuses to split as it was told.

## Why it hurts
`validation_split`, `subset` and `seed` of `image_dataset_from_directory` belong together. The folder is read
twice, once for each part, and each time the files are shuffled and cut; only with one seed are the two parts
of one shuffle. Keras therefore stops when one of the three is missing or is no share or name that it knows.

## Example
    import os

    import keras
    import numpy as np
    import tensorflow as tf

    picture = tf.io.encode_png(np.zeros((8, 8, 3), "uint8"))
    for name in ("cat", "dog"):
        os.makedirs(f"pets/{name}")
        for number in range(5):
            tf.io.write_file(f"pets/{name}/{number}.png", picture)

    training_data = keras.utils.image_dataset_from_directory(
        "pets",
        image_size=(8, 8),
        validation_split=0.2,
        subset="training",
    )

## Instead
    import os

    import keras
    import numpy as np
    import tensorflow as tf

    picture = tf.io.encode_png(np.zeros((8, 8, 3), "uint8"))
    for name in ("cat", "dog"):
        os.makedirs(f"pets/{name}")
        for number in range(5):
            tf.io.write_file(f"pets/{name}/{number}.png", picture)

    training_data, validation_data = keras.utils.image_dataset_from_directory(
        "pets",
        image_size=(8, 8),
        validation_split=0.2,
        subset="both",
        seed=1,
    )
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.diagnoses.source import argument
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("image-2", "data-6", "dev-3")
GUIDE = "TensorFlow tutorial: Load and preprocess images"
EXPLAINS = ("validation_missing", "choice_unknown_to_keras")

_REFUSED_BY = "dataset_utils.check_validation_split_arg"
_READERS = (
    *("image_dataset_from_directory", "text_dataset_from_directory"),
    "audio_dataset_from_directory",
)
_SUBSETS = ("training", "validation", "both")


def match(evidence: Evidence) -> Finding | None:
    for error in evidence.errors:
        if not error.raised_by.endswith(_REFUSED_BY):
            continue
        calls = [call_at(evidence.source, error.line, name) for name in _READERS]
        call = next((call for call in calls if call is not None), None)
        if call is None:
            return None
        problem, change, name = _problem(call)
        return Finding(
            line=evidence.source.line_of_argument(call, name),
            evidence=f"the reader in line {error.line} {problem}",
            change=change,
        )
    return None


def _problem(call: ast.Call) -> tuple[str, str, str]:
    """What is wrong, what to do, and the argument to look at."""
    share, subset = argument(call, "validation_split"), argument(call, "subset")
    if share is None:
        return f'is asked for subset="{subset}" of no split', "add validation_split=0.2", "subset"
    if isinstance(share, int | float) and not 0 < share < 1:
        told = f"is given validation_split={share}, which is no share between 0 and 1"
        return told, "write the share to hold back, such as 0.2", "validation_split"
    if subset is None:
        told = "splits the files and is not told which part to give"
        return told, 'add subset="training", "validation" or "both"', "validation_split"
    if isinstance(subset, str) and subset not in _SUBSETS:
        told = f'is asked for subset="{subset}", which it does not know'
        return told, f"use one of {', '.join(_SUBSETS)}", "subset"
    told = "shuffles the files before it splits them, and has no seed to do it the same way twice"
    return told, "add seed=1, the same in both calls", "validation_split"
