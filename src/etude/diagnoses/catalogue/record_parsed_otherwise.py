"""
A feature of a record is read under another name, type or length than it was written with.

## Why it hurts
A `tf.train.Example` holds what was put in, and says so only when it is parsed. The parser is told for each feature a
name, a type (float, int64 or string, nothing else) and a shape, and compares them with what it finds. One letter, an
int32 or one value more or less is enough for an error in the middle of a pipeline, far from the line that is wrong.

## Example
    import tensorflow as tf

    feature = {"width": tf.train.Feature(float_list=tf.train.FloatList(value=[1.5, 2.5]))}
    record = tf.train.Example(features=tf.train.Features(feature=feature)).SerializeToString()

    data = tf.data.Dataset.from_tensors(record)
    data = data.map(
        lambda one: tf.io.parse_single_example(one, {"width": tf.io.FixedLenFeature((), tf.float32)})
    )
    print(next(iter(data)))

## Instead
    import tensorflow as tf

    feature = {"width": tf.train.Feature(float_list=tf.train.FloatList(value=[1.5, 2.5]))}
    record = tf.train.Example(features=tf.train.Features(feature=feature)).SerializeToString()

    data = tf.data.Dataset.from_tensors(record)
    data = data.map(
        lambda one: tf.io.parse_single_example(one, {"width": tf.io.FixedLenFeature((2,), tf.float32)})
    )
    print(next(iter(data)))
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given
from etude.diagnoses.source import Source, call_line, last_name
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-1", "dev-2", "dev-3")
GUIDE = "TensorFlow tutorial: TFRecord and tf.train.Example"
EXPLAINS = ("values_do_not_fill_shape", "number_types_mixed")

_NAME = re.compile(r"(?:Key|Feature): (?P<name>[^,(\n]*?)(?: \(data type|\.  |, )")
_ABSENT = "could not be found"
_TYPES = (
    re.compile(r"Data type: (?P<found>\w+) but expected type: (?P<wanted>\w+)"),
    re.compile(r"Expected type: (?P<wanted>\w+), Actual type: (?P<found>\w+)"),
)
_LENGTH = re.compile(r"slice was not parsed|values != expected")
# At once, and while a mapped function is traced.
_FORBIDDEN = re.compile(
    r"(?:Value for attr '(?:Tdense|sparse_types)' of|parameter 'dense_defaults' has DataType|"
    r"parameter 'sparse_types' has DataType) (?P<wanted>\w+) (?:is )?not in"
)
_PARSERS = ("parse_single_example", "parse_example", "parse_single_sequence_example")

_READ_AS = ("FixedLenFeature", "VarLenFeature", "RaggedFeature", "FixedLenSequenceFeature")


# What `decode_raw` gives has another number of values when a value has another number of bytes.
_COUNTED = re.compile(
    r"Input to reshape is a tensor with (?P<found>\d+) values, but the requested shape has (?P<wanted>\d+)"
)
_CUT = re.compile(r"Input to DecodeRaw has length \d+ that is not a multiple of \d+")
_RATIOS = (2, 4, 8)
_TYPE_POSITION = 1  # decode_raw(input_bytes, out_type)


def match(evidence: Evidence) -> Finding | None:
    for error in evidence.errors:
        if error.type in ("InvalidArgumentError", "TypeError"):
            finding = _finding(evidence.source, error) or _bytes(evidence.source, error)
            if finding is not None:
                return finding
    return None


def _finding(source: Source, error: Error) -> Finding | None:
    forbidden, named = _FORBIDDEN.search(error.message), _NAME.search(error.message)
    if forbidden is not None:
        return Finding(
            line=_line_of_type(source, forbidden["wanted"]) or error.line,
            evidence=f"a feature is read as {forbidden['wanted']}, and records hold float, int64 and string",
            change="read it as tf.int64, tf.float32 or tf.string, and cast it afterwards",
        )
    found = _at_odds(error.message) if named is not None else None
    if found is None or named is None:
        return None
    what, change = found
    return Finding(
        line=_line_of_feature(source, named["name"]) or error.line,
        about=named["name"],
        evidence=f'the feature "{named["name"]}" {what}',
        change=change,
    )


def _bytes(source: Source, error: Error) -> Finding | None:
    """Bytes of one type, read as numbers of another."""
    calls, counted = source.calls("decode_raw"), _COUNTED.search(error.message)
    if not calls or not ((counted and _is_ratio(counted)) or _CUT.search(error.message)):
        return None
    given_type = given(calls[0], "out_type", _TYPE_POSITION)
    read_as = ast.unparse(given_type) if given_type is not None else "another type"
    counts = f": {counted['found']} values came, not {counted['wanted']}" if counted else ""
    return Finding(
        line=call_line(calls[0]),
        about="decode_raw",
        evidence=f"decode_raw reads the bytes as {read_as}, and they were written as another type{counts}",
        change="decode them as the dtype that tobytes() had, such as tf.uint8 of a picture, and cast it "
        "afterwards",
    )


def _is_ratio(counted: re.Match[str]) -> bool:
    small, large = sorted((int(counted["found"]), int(counted["wanted"])))
    return any(small * ratio == large for ratio in _RATIOS)


def _at_odds(message: str) -> tuple[str, str] | None:
    """How what is asked for differs from what the record holds, and what to do."""
    if _ABSENT in message:
        return (
            "is asked for, and the record holds none of this name",
            "write and read it under one name, or give FixedLenFeature a default_value",
        )
    types = next((m for pattern in _TYPES if (m := pattern.search(message))), None)
    if types is not None:
        return (
            f"was written as {types['found']} and is read as {types['wanted']}",
            "read each feature as the kind of list that it was written with, and cast it afterwards",
        )
    if _LENGTH.search(message):
        return (
            "was written with another number of values than it is read with",
            "give FixedLenFeature the shape that was written, or read it with a RaggedFeature",
        )
    return None


def _line_of_feature(source: Source, name: str) -> int:
    """Where the parser is told about a feature; else the parser."""
    for node in source.nodes:
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                reads = isinstance(value, ast.Call) and _last(value) in _READ_AS
                if reads and isinstance(key, ast.Constant) and key.value == name:
                    return key.lineno
    calls = [call for parser in _PARSERS for call in source.calls(parser)]
    return call_line(calls[0]) if calls else 0


def _last(call: ast.Call) -> str:
    return last_name(call.func)


def _line_of_type(source: Source, dtype: str) -> int:
    """Where a feature is read as this type."""
    for call in [call for kind in _READ_AS for call in source.calls(kind)]:
        if dtype in ast.unparse(call):
            return call_line(call)
    return 0
