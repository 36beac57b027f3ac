"""
A stage of a pipeline is given elements that it cannot work on.

## Why it hurts
`unbatch` takes batches apart, so one that is called twice, or on single examples, finds nothing to take apart. `padded_batch` can make examples
longer, never shorter. `get_single_element` wants a dataset of one element, and `skip` and `take` one number. What they are given is only seen
when the first element comes through.

## Example
    import tensorflow as tf

    rows = tf.data.Dataset.from_tensor_slices([1.0, 2.0, 3.0])
    singles = rows.unbatch()

## Instead
    import tensorflow as tf

    rows = tf.data.Dataset.from_tensor_slices([1.0, 2.0, 3.0]).batch(2)
    singles = rows.unbatch()
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.sayings import Saying, told
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-7", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = ()

_SAYINGS = (
    Saying(
        r"Cannot unbatch an input with scalar components",
        "unbatch is given single values: there is no batch left that it could take apart",
        "leave this unbatch out; one for each batch is enough",
    ),
    Saying(
        r"The padded shape \((?P<padded>[^)]*)\) is not compatible with the shape \((?P<shape>[^)]*)\)",
        "examples of shape ({shape}) are to be padded to ({padded}), which is shorter",
        "padded_shapes=([None], []) pads each batch to its longest example; to cut them off: map(lambda x, y: (x[:n], y))",
    ),
    Saying(
        r"Attempted to pad to a smaller size than the input element",
        "an example is longer than the length that it is to be padded to",
        "padded_shapes=([None], []) pads each batch to its longest example; to cut them off: map(lambda x, y: (x[:n], y))",
    ),
    Saying(
        r"Dataset had more than one element",
        "get_single_element is given a dataset of several elements",
        "next(iter(data)) for the first one; .batch(n) before it makes one element of n examples",
    ),
    Saying(
        r"count must be a scalar",
        "a number of elements is wanted, and several values are given",
        "one whole number: len(x) where x is the array",
    ),
)


def match(evidence: Evidence) -> Finding | None:
    return told(evidence, _SAYINGS)
