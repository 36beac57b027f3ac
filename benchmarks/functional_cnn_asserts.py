"""What the exercise models/functional_cnn asks, as plain asserts: the job of the other tools.

pytest is given this file as it is; for nbgrader and otter each test becomes a cell or a case.
"""

import inspect
from functools import cache

import keras
import numpy as np
from functional_cnn import PARAMETERS, build_cnn_model


@cache
def built(input_shape, num_classes):
    return build_cnn_model(input_shape, num_classes)


def assert_contract(input_shape, num_classes):
    model = built(input_shape, num_classes)
    assert model.input_shape == (None, *input_shape)
    pictures = np.random.default_rng(0).uniform(size=(2, *input_shape)).astype("float32")
    probabilities = np.asarray(model(pictures, training=False))
    assert probabilities.shape == (2, num_classes)
    assert probabilities.dtype == np.float32
    assert probabilities.min() >= 0
    np.testing.assert_allclose(probabilities.sum(axis=-1), 1.0, atol=1e-3)


def test_defines_the_function():
    assert list(inspect.signature(build_cnn_model).parameters) == ["input_shape", "num_classes"]


def test_is_a_functional_model():
    model = built((28, 28, 1), 10)
    assert isinstance(model, keras.Model)
    assert not isinstance(model, keras.Sequential)
    assert len(model.inputs) == len(model.outputs) == 1


def test_gives_one_probability_per_class_for_any_arguments():
    assert_contract((28, 28, 1), 10)
    assert_contract((32, 24, 3), 5)


def test_has_the_layers_in_order():
    layers = [layer.get_config() for layer in built((28, 28, 1), 10).layers[1:]]
    first, pool, second, pool_again, flatten, hidden, last = layers
    assert (first["filters"], first["kernel_size"], first["activation"]) == (32, (3, 3), "relu")
    assert (second["filters"], second["kernel_size"], second["activation"]) == (64, (3, 3), "relu")
    assert pool["pool_size"] == pool_again["pool_size"] == (2, 2)
    assert flatten["name"].startswith("flatten")
    assert (hidden["units"], hidden["activation"]) == (128, "relu")
    assert (last["units"], last["activation"]) == (10, "softmax")


def test_is_compiled_for_integer_labels_with_accuracy():
    compiled = built((28, 28, 1), 10).get_compile_config()
    assert compiled["loss"] == "sparse_categorical_crossentropy"
    assert compiled["metrics"] == ["accuracy"]


def test_states_the_number_of_parameters():
    assert built((28, 28, 1), 10).count_params() == PARAMETERS
