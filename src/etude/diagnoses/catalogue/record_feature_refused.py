"""
A feature of a record is given values that it does not hold, or is read as what it was not written as.

## Why it hurts
`tf.train.Feature` holds a list of whole numbers, of fractions or of bytes, so one number stands in brackets, a text is encoded, and
an array is made flat first; its shape has to be kept as a feature of its own. What `parse_single_example` gets must be one record,
just as it came from the file.

## Example
    import tensorflow as tf

    kind = tf.train.Feature(int64_list=tf.train.Int64List(value=3))

## Instead
    import tensorflow as tf

    kind = tf.train.Feature(int64_list=tf.train.Int64List(value=[3]))
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.sayings import Saying, told
from etude.diagnoses.source import call_line
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-1", "data-7")
GUIDE = "TensorFlow tutorial: TFRecord and tf.train.Example"
EXPLAINS = ("size_has_a_fraction",)

_LISTS = ("Int64List", "FloatList", "BytesList")
_OF_FEATURES = (
    Saying(
        r"(?:must assign|must be) iterable|'(?:int|float|bytes|numpy\.\w+)' object is not iterable",
        "a feature holds a list of values, and is given one value",
        "put it into a list: value=[number]",
    ),
    Saying(
        r"'float' object cannot be interpreted as an integer|has type float, but expected one of: int",
        "fractions are given to a list of whole numbers",
        "FloatList for fractions: tf.train.Feature(float_list=tf.train.FloatList(value=[...]))",
    ),
    Saying(
        r"expected bytes, str found|has type str, but expected one of: bytes",
        "a text is given where bytes are wanted",
        "encode it: text.encode()",
    ),
    Saying(
        r"has type (?:<class ')?(?:numpy\.)?(?P<kind>ndarray|list)\W.*but expected one of",
        "each value of the list is an array again: what is given has more than one axis",
        "make it flat, values.ravel().tolist(), and keep its shape in a feature of its own; or write tf.io.serialize_tensor(x).numpy() as bytes",
    ),
    Saying(
        r"has type (?P<kind>EagerTensor|\S*Tensor\S*)\W.*but expected one of|expected bytes, \S*Tensor found",
        "a tensor is given where plain values are wanted",
        "take them out first: x.numpy()",
    ),
)
_OF_RECORDS = (
    Saying(
        r"Could not parse example input, value: '(?P<value>.{0,40})",
        "what is to be parsed is no record",
        "give parse_single_example one element of tf.data.TFRecordDataset(files) as it is, and parse_example a batch of them",
    ),
)


def match(evidence: Evidence) -> Finding | None:
    lines = {call_line(call) for name in _LISTS for call in evidence.source.calls(name)}
    error = evidence.error
    if error is not None and error.line in lines:
        return told(evidence, _OF_FEATURES)
    return told(evidence, _OF_RECORDS)
