"""What a model's outputs have been through last."""

from dataclasses import replace

import pytest

from etude.domain.heads import UNKNOWN, before_rescaling, head_of, heads
from etude.domain.observations import Compiled, Layer, Loss, Model, TensorSpec


def layer(kind: str, *fed_by: str, name: str = "", **config: object) -> Layer:
    return Layer(name=name or kind.lower(), kind=kind, config=config, calls=[list(fed_by)])


def model(*layers: Layer, outputs: tuple[str, ...] = (), losses: tuple[str, ...] = ()) -> Model:
    """Each layer is fed by the one before unless it says otherwise."""
    before = ["start", *(one.name for one in layers)]
    chain = [
        one if one.calls[0] else replace(one, calls=[[source]])
        for one, source in zip(layers, before, strict=False)
    ]
    ends = outputs or (chain[-1].name,)
    return Model(
        key="1",
        kind="functional",
        layers=chain,
        outputs=[TensorSpec(path=end, dtype="float32", shape=[None, 3]) for end in ends],
        compiled=Compiled(losses=[Loss(name=name) for name in losses]) if losses else None,
    )


@pytest.mark.parametrize(
    ("layers", "activation"),
    [
        ([layer("Dense", activation="softmax")], "softmax"),
        ([layer("Dense", activation="linear")], "linear"),
        ([layer("Dense", activation="linear"), layer("Activation", activation="tanh")], "tanh"),
        ([layer("Dense", activation="linear"), layer("Softmax")], "softmax"),
        ([layer("Dense", activation="relu"), layer("Activation", activation="linear")], "relu"),
        ([layer("Dense", activation="relu"), layer("Dropout"), layer("Reshape")], "relu"),
        ([layer("LSTM", activation="tanh")], "tanh"),
        ([layer("Dense", activation="<lambda>")], UNKNOWN),
        ([layer("Dense", activation="sigmoid"), layer("Rescaling")], UNKNOWN),
        ([layer("Dense", activation="sigmoid"), layer("Lambda")], UNKNOWN),
        ([layer("BatchNormalization")], UNKNOWN),
    ],
)  # fmt: skip
def test_the_last_activation_is_found(layers: list[Layer], activation: str) -> None:
    assert heads(model(*layers))[0].activation == activation


def test_an_activation_after_a_merge_is_known_though_its_layer_is_not() -> None:
    merged = layer("Add", "one", "two")

    head = heads(model(merged, layer("Sigmoid")))[0]

    assert (head.activation, head.layer) == ("sigmoid", None)


def test_the_end_of_a_model_inside_is_the_end() -> None:
    inner = Layer(
        name="inner",
        kind="Sequential",
        calls=[["start"]],
        layers=[Layer(name="last", kind="Dense", config={"activation": "softmax"})],
        outputs=["last"],
    )

    head = heads(model(inner))[0]

    assert head.activation == "softmax"
    assert head.layer is inner.layers[0]


def test_an_activation_outside_comes_after_that_of_a_model_inside() -> None:
    last = Layer(name="last", kind="Dense", config={"activation": "linear"})
    inner = Layer(
        name="inner", kind="Functional", calls=[["start"]], layers=[last], outputs=["last"]
    )

    assert heads(model(inner, layer("Softmax")))[0].activation == "softmax"


def test_each_output_has_its_loss() -> None:
    one = layer("Dense", "start", name="one", activation="softmax")
    two = layer("Dense", "start", name="two", activation="linear")

    found = heads(model(one, two, outputs=("one", "two"), losses=("a", "b")))

    assert [(head.name, head.loss and head.loss.name) for head in found] == [
        ("one", "a"),
        ("two", "b"),
    ]


def test_a_single_loss_is_that_of_every_output() -> None:
    one = layer("Dense", "start", name="one", activation="linear")
    two = layer("Dense", "start", name="two", activation="linear")

    found = heads(model(one, two, outputs=("one", "two"), losses=("a",)))

    assert [head.loss and head.loss.name for head in found] == ["a", "a"]


def test_units_come_from_the_layer_when_the_shape_is_not_known() -> None:
    unbuilt = replace(
        model(layer("Dense", units=7, activation="linear")), kind="sequential", outputs=[]
    )

    assert heads(unbuilt)[0].units == 7


def test_a_subclassed_model_has_no_known_heads() -> None:
    subclassed = replace(model(layer("Dense", activation="softmax")), kind="subclassed", outputs=[])

    assert heads(subclassed) == []


def test_a_model_inside_another_is_a_head_by_its_last_layer() -> None:
    inner = layer("Dense", units=4, activation="sigmoid")
    decoder = replace(layer("Sequential"), layers=[inner], outputs=[inner.name])

    found = head_of(decoder)

    assert found.layer == inner
    assert found.activation == "sigmoid"


def test_what_stands_before_a_rescaling_at_the_end_is_told_with_its_numbers() -> None:
    scaled = model(
        layer("Dense", units=1, activation="sigmoid"), layer("Rescaling", scale=5, offset=20.0)
    )

    found = before_rescaling(scaled, heads(scaled)[0])

    assert (found.head.activation, found.times, found.plus) == ("sigmoid", 5, 20.0)


@pytest.mark.parametrize("scale", [0.0, [1.0, 2.0], None])
def test_a_rescaling_by_anything_else_is_left_as_it_is(scale: object) -> None:
    scaled = model(layer("Dense", activation="sigmoid"), layer("Rescaling", scale=scale, offset=0))
    (head,) = heads(scaled)

    found = before_rescaling(scaled, head)

    assert found.head is head
    assert (found.times, found.plus) == (1.0, 0.0)
