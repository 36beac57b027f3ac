"""
Datasets are zipped or joined with something that is not a dataset, or whose elements look otherwise.

## Why it hurts
`zip` walks along datasets side by side, so an array beside them has to become one; and `concatenate` appends elements of the same
structure, types and numbers of axes: pairs to pairs, not pictures alone to pairs.

## Example
    import numpy as np
    import tensorflow as tf

    pictures = tf.data.Dataset.from_tensor_slices(np.zeros((10, 8, 8, 3)))
    labels = np.zeros(10)
    pairs = tf.data.Dataset.zip((pictures, labels))

## Instead
    import numpy as np
    import tensorflow as tf

    pictures = tf.data.Dataset.from_tensor_slices(np.zeros((10, 8, 8, 3)))
    labels = tf.data.Dataset.from_tensor_slices(np.zeros(10))
    pairs = tf.data.Dataset.zip((pictures, labels))
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.sayings import Saying, told
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-7", "data-1")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = ()

_SAYINGS = (
    Saying(
        r"Invalid input to `zip`.*Python `list` is not supported",
        "zip is given the datasets in a list",
        "a tuple in its place: tf.data.Dataset.zip((first, second))",
    ),
    Saying(
        r"Invalid input to `zip`.*object of type <class '(?:[\w.]*\.)?(?P<kind>\w+)'>",
        "zip is given a {kind} among the datasets",
        "make a dataset of it first: tf.data.Dataset.from_tensor_slices(...)",
    ),
    Saying(
        r"Incompatible dataset elements:\s+(?P<one>.*?)\s+vs\.\s+(?P<other>.*)$",
        "the elements of the two datasets look otherwise: {one} and {other}",
        "bring both to the same parts and types with map before, such as adding the label to those that have none",
    ),
)


def match(evidence: Evidence) -> Finding | None:
    return told(evidence, _SAYINGS)
