"""Layers, tensors and classes in the wrong place."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import class_given_for_object as class_given
from etude.diagnoses.catalogue import (
    inputs_not_connected,
    layer_not_called,
    symbolic_tensor_has_no_values,
)

LAYER = (
    "Only input tensors may be passed as positional arguments. The following argument value should "
    "be passed as a keyword argument: <Dense name=dense, built=False> (of type <class 'x'>)"
)
OUTPUT = "All `outputs` values must be KerasTensors. Received: outputs=<Dense name=d, built=False>"
CONVERTED = (
    "Attempt to convert a value (<Dense name=dense, built=False>) with an unsupported type "
    "(<class 'keras.src.layers.core.dense.Dense'>) to a Tensor."
)
GRAPH = "Output with path `` is not connected to `inputs`"
SYMBOLIC = "A KerasTensor is symbolic: it's a placeholder for a shape an a dtype."
IN_TENSORFLOW = "A KerasTensor cannot be used as input to a TensorFlow function."


@pytest.mark.parametrize("message", [LAYER, OUTPUT, CONVERTED])
def test_a_layer_that_was_not_called_is_told_where_it_was_made(message: str) -> None:
    program = "i = Input((8,))\nh = layers.Dense(4)\no = layers.Dense(3)(h)\n"

    finding = layer_not_called.match(failed(program, message))

    assert finding is not None
    assert finding.line == 2
    assert "line 3 uses it as a tensor" in finding.evidence


def test_a_layer_given_at_once_is_told_at_its_line() -> None:
    finding = layer_not_called.match(failed("\n\nDense(3)(Dense(4))\n", LAYER))

    assert finding is not None
    assert finding.line == 3


@pytest.mark.parametrize(
    "message",
    [
        "All `outputs` values must be KerasTensors. Received: outputs=[[0. 0.]] including",
        "Only input tensors may be passed as positional arguments. ... a b (of type <class 'str'>)",
        "Attempt to convert a value (None) with an unsupported type (<class 'x'>) to a Tensor.",
    ],
)
def test_other_values_than_layers_are_another_matter(message: str) -> None:
    assert layer_not_called.match(failed("\n\nf()\n", message)) is None


@pytest.mark.parametrize(
    ("program", "seen", "change"),
    [
        (
            "a = Input((8,))\nb = Input((8,))\nm = keras.Model(a, Add()([a, b]))\n",
            "also start from b",
            "keras.Model([a, b], ...)",
        ),
        (
            "a = Input((8,)); o = Dense(3)(a)\na = Input((8,))\nm = keras.Model(a, o)\n",
            "more than once",
            "make a once",
        ),
        (
            "a = Input((8,))\no = Dense(3)(a)\nm = keras.Model(o, a)\n",
            "comes from no keras.Input",
            "keras.Model(a, ...)",
        ),
        (
            "a = Input((8,))\nb = Input((8,))\nm = keras.Model(inputs=[a], outputs=f(b))\n",
            "also start from b",
            "keras.Model([a, b], ...)",
        ),
        ("\n\nm = build()\n", "another Input", "every Input"),
    ],
    ids=["forgotten", "made anew", "swapped", "by name", "elsewhere"],
)
def test_the_input_that_is_not_connected_is_named(program: str, seen: str, change: str) -> None:
    finding = inputs_not_connected.match(failed(program, GRAPH))

    assert finding is not None
    assert finding.line == 3
    assert seen in finding.evidence
    assert change in finding.change


def test_the_number_that_older_versions_give_is_understood() -> None:
    program = "a = Input((8,)); b = Input((8,))\nm = keras.Model(a, f(a, b))\nm.fit(x, y)\n"

    finding = inputs_not_connected.match(
        failed(program, "139909568094992", "KeyError", raised_by="keras.src.f._run_through_graph")
    )

    assert finding is not None
    assert finding.line == 2
    assert "also start from b" in finding.evidence


def test_a_connected_graph_is_left_alone() -> None:
    assert inputs_not_connected.match(failed("\n\nf()\n", "could not connect")) is None
    assert inputs_not_connected.match(failed("\n\nf()\n", "'price'", "KeyError")) is None


@pytest.mark.parametrize(
    ("line", "message", "kind", "change"),
    [
        ("m = np.mean(x)", SYMBOLIC, "ValueError", "keras.ops.mean"),
        ("m = tf.reduce_sum(x)", IN_TENSORFLOW, "ValueError", "keras.ops.sum"),
        ("m = tf.concat([x, x], 1)", IN_TENSORFLOW, "ValueError", "keras.ops.concatenate"),
        ("if x > 0: pass", "A symbolic KerasTensor cannot be used as a boolean.", "TypeError", ""),
        ("x.numpy()", "'KerasTensor' object has no attribute 'numpy'", "AttributeError", "shape"),
    ],
)
def test_a_symbolic_tensor_is_told_with_the_operation_to_use(
    line: str, message: str, kind: str, change: str
) -> None:
    finding = symbolic_tensor_has_no_values.match(failed(f"\n\n{line}\n", message, kind))

    assert finding is not None
    assert finding.line == 3
    assert change in finding.change


def test_a_layer_among_outputs_is_no_symbolic_tensor() -> None:
    assert symbolic_tensor_has_no_values.match(failed("\n\nf()\n", OUTPUT)) is None


@pytest.mark.parametrize(
    ("program", "message", "kind", "name"),
    [
        (
            "\n\nm.fit(x, y, callbacks=[stop, keras.callbacks.EarlyStopping])\n",
            "Callback.set_model() missing 1 required positional argument: 'model'",
            "TypeError",
            "EarlyStopping",
        ),
        (
            "\n\nm.compile(keras.optimizers.Adam, 'mse')\n",
            "Could not interpret optimizer identifier: <class 'keras.src.optimizers.adam.Adam'>",
            "ValueError",
            "Adam",
        ),
        (
            "\n\nm = Sequential([layers.Flatten(),\n    layers.Dense])\n",
            "Only instances of `keras.Layer` can be added to a Sequential model. Received: "
            "<class 'keras.src.layers.core.dense.Dense'> (of type <class 'type'>)",
            "ValueError",
            "Dense",
        ),
    ],
)
def test_a_class_is_told_by_its_name(program: str, message: str, kind: str, name: str) -> None:
    finding = class_given.match(failed(program, message, kind))

    assert finding is not None
    assert finding.line == (4 if name == "Dense" else 3)
    assert finding.change == f"{name}()"


def test_a_tensor_in_a_sequential_model_is_no_class() -> None:
    message = (
        "Only instances of `keras.Layer` can be added. Received: <KerasTensor shape=(None, 3)>"
    )

    assert class_given.match(failed("\n\nf()\n", message)) is None
