"""Returned values are named by what they are."""

import pytest

from etude.checks.returns_type import ReturnsType
from etude.checks.values import Call
from etude.domain.verdict import Status
from tests.checks.conftest import Probe

CALL = Call(function="load")
CHECK = ReturnsType(of=CALL, labels=("training data", "validation data"))


def facts(container, *items):
    return {"container": container, "items": [{"kind": k, "type": t} for k, t in items]}


TWO = (("dataset", "PrefetchDataset"), ("dataset", "BatchDataset"))


@pytest.mark.parametrize("container", ["tuple", "list"])
def test_two_datasets_pass_as_tuple_or_list(container):
    assert CHECK.judge(facts(container, *TWO)).status is Status.PASSED


def test_a_forgotten_return_is_named():
    verdict = CHECK.judge(facts("", ("nothing", "NoneType")))

    assert verdict.status is Status.FAILED
    assert verdict.received == "nothing (None)"
    assert "return" in verdict.attempt


def test_one_dataset_alone_is_not_two():
    verdict = CHECK.judge(facts("", TWO[0]))

    assert verdict.received == "a tf.data.Dataset"
    assert verdict.expected == "two tf.data.Datasets (training data and validation data)"
    assert verdict.attempt == "return them together: return training_data, validation_data"


def test_too_many_values_are_counted():
    verdict = CHECK.judge(facts("tuple", *TWO, ("text", "str")))

    assert verdict.received == "a tuple of 3: a tf.data.Dataset, a tf.data.Dataset, a text"
    assert "exactly 2" in verdict.attempt


def test_arrays_instead_of_datasets_get_a_hint():
    verdict = CHECK.judge(facts("tuple", ("array", "ndarray"), ("array", "ndarray")))

    assert verdict.received == "a tuple of 2: a NumPy array, a NumPy array"
    assert "from_tensor_slices" in verdict.attempt


def test_a_single_model_may_be_asked_for():
    check = ReturnsType(of=CALL, kinds=("model",))

    assert check.judge(facts("", ("model", "Sequential"))).status is Status.PASSED
    assert check.judge(facts("", ("other", "function"))).received == "a function"
    assert check.judge(facts("tuple", ("model", "Functional"))).status is Status.FAILED


def test_the_title_reads_as_a_statement():
    assert CHECK.title == (
        "load(...) returns two tf.data.Datasets (training data and validation data)"
    )


@pytest.mark.tensorflow
def test_live_values_are_recognised(probe: Probe):
    program = (
        "import tensorflow as tf, keras\n"
        "def load():\n"
        "    data = tf.data.Dataset.range(4).batch(2)\n"
        "    return data, keras.Sequential([keras.layers.Dense(1)])\n"
    )

    seen = probe(CHECK, program)

    assert [item["kind"] for item in seen["items"]] == ["dataset", "model"]
    assert [data["role"] for data in seen["data"]] == ["training data"]
    assert CHECK.judge(seen).received == "a tuple of 2: a tf.data.Dataset, a Sequential"
