"""Which entry of a dictionary reaches which input of a model is told as Keras has it."""

import pytest
from watched import Watch

pytestmark = pytest.mark.tensorflow

PROGRAM = """
import collections, keras, numpy as np, tensorflow as tf
ones = np.ones((8, 1), "float32")
columns = {columns}
data = tf.data.Dataset.from_tensor_slices((columns, ones)).batch(4)
age, size = keras.Input((1,), name="age"), keras.Input((1,), name="size")
model = keras.Model({inputs}, keras.layers.Dense(1)(keras.layers.Concatenate()([age, size])))
model.compile(loss="mse")
model.fit({data}, verbose=0)
"""
BY_NAME = '{"size": size, "age": age}'


def fed(watch: Watch, columns: str, *, inputs: str = BY_NAME, data: str = "data") -> dict[str, str]:
    seen = watch(PROGRAM.format(columns=columns, inputs=inputs, data=data))
    assert seen.evidence.error is None
    return dict(seen.evidence.fits[0].fed_otherwise)


def test_a_plain_dictionary_is_fed_by_name(watch: Watch) -> None:
    assert fed(watch, "dict(size=ones, age=ones)") == {}


def test_an_ordered_one_keeps_its_order(watch: Watch) -> None:
    columns = "collections.OrderedDict(size=ones, age=ones)"

    assert fed(watch, columns) == {"age": "size", "size": "age"}


def test_an_ordered_one_in_the_order_of_the_inputs_is_fed_by_name(watch: Watch) -> None:
    assert fed(watch, "collections.OrderedDict(age=ones, size=ones)") == {}


def test_an_entry_too_many_moves_those_behind_it(watch: Watch) -> None:
    assert fed(watch, "dict(size=ones, age=ones, beds=ones)") == {"size": "beds"}


def test_an_entry_too_many_at_the_end_moves_none(watch: Watch) -> None:
    assert fed(watch, "dict(size=ones, age=ones, zone=ones)") == {}


def test_arrays_with_an_entry_too_many_are_moved_as_well(watch: Watch) -> None:
    columns = "dict(size=ones, age=ones, beds=ones)"

    assert fed(watch, columns, data="x=columns, y=ones") == {"size": "beds"}


def test_inputs_in_a_list_are_left_alone(watch: Watch) -> None:
    assert fed(watch, "dict(size=ones, age=ones)", inputs="[size, age]") == {}
