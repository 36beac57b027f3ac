"""
`class_names` is asked of a dataset that no longer has it.

## Why it hurts
The reader of folders notes the names on the dataset that it returns. `map`, `cache`, `prefetch` and the rest
make new datasets, and those know nothing of it.

## Example
    import os

    import keras
    import numpy as np
    import tensorflow as tf

    picture = tf.io.encode_png(np.zeros((8, 8, 3), "uint8"))
    for name in ("cat", "dog"):
        os.makedirs(f"pets/{name}")
        tf.io.write_file(f"pets/{name}/1.png", picture)

    training_data = keras.utils.image_dataset_from_directory("pets", image_size=(8, 8))
    training_data = training_data.prefetch(tf.data.AUTOTUNE)
    print(training_data.class_names)

## Instead
    import os

    import keras
    import numpy as np
    import tensorflow as tf

    picture = tf.io.encode_png(np.zeros((8, 8, 3), "uint8"))
    for name in ("cat", "dog"):
        os.makedirs(f"pets/{name}")
        tf.io.write_file(f"pets/{name}/1.png", picture)

    training_data = keras.utils.image_dataset_from_directory("pets", image_size=(8, 8))
    class_names = training_data.class_names
    training_data = training_data.prefetch(tf.data.AUTOTUNE)
    print(class_names)
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import READERS
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("image-2", "data-7", "dev-3")
GUIDE = "TensorFlow tutorial: Load and preprocess images"
EXPLAINS = ()

_LOST = re.compile(r"'_?(\w*Dataset\w*)' object has no attribute '(class_names|file_paths)'")


def match(evidence: Evidence) -> Finding | None:
    for error in evidence.errors:
        lost = _LOST.search(error.message) if error.type == "AttributeError" else None
        if lost:
            return Finding(
                line=error.line,
                evidence=f"line {error.line} asks a {lost[1]} for {lost[2]}{_known_to(evidence)}",
                change=f"keep {lost[2]} in a variable before the dataset is changed",
            )
    return None


def _known_to(evidence: Evidence) -> str:
    reads = [call for name in READERS for call in evidence.calls_of(name)]
    return f", which only the dataset read in line {reads[-1].line} has" if reads else ""
