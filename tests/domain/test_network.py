"""Questions about the graph of a described model."""

from etude.domain.network import ancestors, consumers, fed_by, find_layer, merges, weighted_before
from etude.domain.observations import Layer, Model, TensorSpec


def shared_encoder() -> Model:
    """Two inputs, one encoder called on both, their difference."""
    layers = [
        Layer(name="a", kind="InputLayer"),
        Layer(name="b", kind="InputLayer"),
        Layer(name="encoder", kind="Dense", calls=[["a"], ["b"]], parameters=9),
        Layer(name="difference", kind="Subtract", calls=[["encoder", "encoder:1"]]),
        Layer(name="end", kind="Dense", calls=[["difference"]], parameters=2),
    ]
    inputs = [TensorSpec(path=name, dtype="float32", shape=[None, 4]) for name in ("a", "b")]
    outputs = [TensorSpec(path="end", dtype="float32", shape=[None, 1])]
    return Model(key="1", kind="functional", layers=layers, inputs=inputs, outputs=outputs)


def test_a_layer_is_found_by_the_path_of_any_of_its_calls() -> None:
    layers = shared_encoder().layers

    assert find_layer(layers, "encoder:1") is find_layer(layers, "encoder") is layers[2]
    assert find_layer(layers, "nowhere") is None


def test_each_call_of_a_layer_knows_what_fed_it() -> None:
    layers = shared_encoder().layers

    assert fed_by(layers, "encoder") == ["a"]
    assert fed_by(layers, "encoder:1") == ["b"]
    assert fed_by(layers, "a") == ()


def test_a_call_depends_on_its_own_input_only() -> None:
    assert ancestors(shared_encoder().layers, "encoder:1") == {"encoder:1", "b"}


def test_inputs_meet_where_a_layer_is_fed_from_both() -> None:
    met = merges(shared_encoder())

    assert [(merge.layer.name, merge.paths) for merge in met] == [
        ("difference", ["encoder", "encoder:1"])
    ]


def test_layers_with_weights_before_a_path_come_in_order() -> None:
    names = [layer.name for layer in weighted_before(shared_encoder(), "end")]

    assert names == ["encoder", "end"]


def test_consumers_are_told_apart_by_call() -> None:
    used_by = consumers(shared_encoder().layers)

    assert [layer.name for layer in used_by["encoder:1"]] == ["difference"]
    assert [layer.name for layer in used_by["a"]] == ["encoder"]
