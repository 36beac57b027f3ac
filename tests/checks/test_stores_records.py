"""TFRecord files that the program wrote."""

import pytest

from etude.checks.stores_records import StoresRecords
from etude.checks.values import Call, Path
from etude.domain.verdict import Status
from tests.checks.conftest import Probe

WRITTEN = Call(function="write", args=(Path(name="a.tfrecord"),), label="a.tfrecord")
CHECK = StoresRecords(
    of=WRITTEN,
    features={"width": "float", "name": "bytes"},
    values={"width": [[1.5, 2], [3, 4]], "name": ["a", "ü"]},
)
WANTED = {"width": [[1.5, 2], [3, 4]], "name": ["a", "ü"]}


def record(width, name, kind="float"):
    return {"width": {"kind": kind, "value": width}, "name": {"kind": "bytes", "value": [name]}}


RIGHT = [record([1.5, 2.0], "a"), record([3.0, 4.0], "ü")]


def judged(records, trouble=""):
    return CHECK.judge({"records": records, "wanted": WANTED, "trouble": trouble})


def test_the_right_examples_pass():
    assert judged(RIGHT).status is Status.PASSED


@pytest.mark.parametrize(
    ("records", "received"),
    [
        (RIGHT[:1], "1"),
        (RIGHT[::-1], "[3.0, 4.0]"),
        ([record([1, 2], "a", kind="int64"), RIGHT[1]], "a int64 list"),
        ([{"width": RIGHT[0]["width"]}, RIGHT[1]], "width"),
    ],
    ids=["one missing", "another order", "another kind", "a feature missing"],
)
def test_other_examples_are_named(records, received):
    verdict = judged(records)

    assert verdict.status is Status.FAILED
    assert verdict.received == received


def test_another_file_is_named():
    assert judged([], trouble="corrupted record at 0").received == "corrupted record at 0"


@pytest.mark.tensorflow
def test_a_file_is_read(probe: Probe):
    program = """
import tensorflow as tf
def write(path):
    with tf.io.TFRecordWriter(path) as writer:
        for width, name in (([1.5, 2], "a"), ([3, 4], "ü")):
            example = tf.train.Example()
            example.features.feature["width"].float_list.value.extend(width)
            example.features.feature["name"].bytes_list.value.append(name.encode())
            writer.write(example.SerializeToString())
    return path
"""
    assert CHECK.judge(probe(CHECK, program)).status is Status.PASSED


@pytest.mark.tensorflow
def test_a_text_file_is_none(probe: Probe):
    program = (
        "def write(path):\n    open(path, 'w').write('width,name\\n1.5,a\\n')\n    return path\n"
    )

    assert CHECK.judge(probe(CHECK, program)).status is Status.FAILED
