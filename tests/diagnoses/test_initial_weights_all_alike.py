"""Hidden layers whose units begin alike."""

import pytest
from described import dense, evidence, fit, integers, layer, model

from etude.diagnoses.catalogue import initial_weights_all_alike as diagnosis
from etude.domain.finding import Finding
from etude.domain.observations import Call, Layer

LOSS = "sparse_categorical_crossentropy"


def _seen(*layers: Layer, program: str = "") -> Finding | None:
    return diagnosis.match(
        evidence(fits=[fit(model(*layers, loss=LOSS), labels=integers(0, 1))], program=program)
    )


def _alike(kind: str, activation: str = "tanh", units: int = 8) -> Layer:
    return dense(units, activation, line=5, kernel_initializer=kind)


@pytest.mark.parametrize(
    ("layers", "told"),
    [
        ((_alike("Zeros", "relu"), dense(2)), "where relu gives zero"),
        ((_alike("Ones"), _alike("Zeros")), "all of them get the same gradient"),
        ((_alike("Constant"), _alike("Constant"), dense(2)), "all of them get the same gradient"),
    ],
)
def test_fires_at_the_first_layer_that_cannot_become_different(
    layers: tuple[Layer, ...], told: str
) -> None:
    finding = _seen(*layers)

    assert finding is not None
    assert finding.line == 5
    assert "the 8 units of Dense begin with the same weights" in finding.evidence
    assert told in finding.evidence


@pytest.mark.parametrize(
    "layers",
    [
        (_alike("GlorotUniform", "relu"), dense(2)),
        (_alike("Zeros"), dense(2)),
        (dense(8), _alike("Zeros", "relu")),
        (_alike("Zeros", "relu", units=1), dense(2)),
        (_alike("Zeros", "relu"), layer("Add"), dense(2)),
    ],
    ids=["random", "random ones behind", "the output", "one unit", "a branch that is added"],
)
def test_is_silent_on(layers: tuple[Layer, ...]) -> None:
    assert _seen(*layers) is None


def test_is_silent_when_weights_are_given_later() -> None:
    layers = (_alike("Zeros", "relu"), dense(2))

    assert _seen(*layers, program="model.set_weights(found)\n") is None


LOOP = """W1 = tf.Variable(tf.zeros([784, 10]))
W2 = tf.Variable(tf.zeros([10, 10]))
for step in range(9):
    with tf.GradientTape() as tape:
        loss = measure(W1, W2)
    slopes = tape.gradient(loss, [W1, W2])
"""


def _asked(*stuck: list[int]) -> Finding | None:
    calls = [
        Call(name="GradientTape.gradient", line=6, arguments={"stuck": places}) for places in stuck
    ]
    return diagnosis.match(evidence(program=LOOP, calls=calls))


def test_fires_at_the_weight_of_a_loop_that_never_gets_a_slope() -> None:
    finding = _asked([0, 1], [0], [0])

    assert finding is not None
    assert finding.line == 1
    assert finding.about == "W1"
    assert "all numbers of W1 are the same, and in 3 steps of line 6" in finding.evidence


def test_is_silent_on_weights_that_move_later_or_were_seen_for_two_steps() -> None:
    assert _asked([0], [], []) is None
    assert _asked([0], [1], [0]) is None
    assert _asked([0], [0]) is None
    assert _asked() is None


def test_fires_at_the_weight_that_steps_in_a_graph_do_not_move() -> None:
    still = Call(name="weights.still", line=6, arguments={"steps": 30, "stuck": [1]})

    finding = diagnosis.match(evidence(program=LOOP, calls=[still]))

    assert finding is not None
    assert finding.line == 2
    assert (
        "all numbers of W2 are the same, and 30 steps of line 6 have not moved them"
        in finding.evidence
    )
