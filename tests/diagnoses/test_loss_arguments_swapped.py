"""Labels and outputs in each other's place."""

from dataclasses import replace

import pytest
from described import evidence

from etude.diagnoses.catalogue import loss_arguments_swapped as diagnosis
from etude.domain.error import Error, ErrorFrame
from etude.domain.observations import Call


def called(loss: str, *, swapped: bool) -> Call:
    given = {"loss": loss, "from_logits": False, "labels": [8, 3], "outputs": [8, 3]}
    return Call(name="Loss.call", line=5, arguments=given | {"labels_are_output": swapped})


def test_fires_at_the_call() -> None:
    finding = diagnosis.match(evidence(calls=[called("categorical_crossentropy", swapped=True)]))

    assert finding is not None
    assert finding.line == 5
    assert "the labels, is what the model has just given" in finding.evidence


@pytest.mark.parametrize(
    "call",
    [
        called("categorical_crossentropy", swapped=False),
        called("mean_squared_error", swapped=True),
        Call(name="Loss.call", arguments={"loss": "binary_crossentropy"}),
    ],
    ids=["in order", "the same either way", "recorded before"],
)
def test_is_silent_on(call: Call) -> None:
    assert diagnosis.match(evidence(calls=[call])) is None


OWN = """def measure(wanted, found):
    return keras.losses.sparse_categorical_crossentropy({given})


model.compile(optimizer="adam", loss={loss})
"""


def test_what_keras_hands_over_second_is_no_label_whatever_it_is_called() -> None:
    program = OWN.format(given="found, wanted", loss="measure")

    finding = diagnosis.match(evidence(program=program))

    assert finding is not None
    assert finding.line == 2
    assert finding.change.endswith("crossentropy(wanted, found)")


def test_an_exception_at_the_call_is_explained() -> None:
    program = OWN.format(given="found, wanted", loss="measure")
    stopped = Error(
        type="ValueError", message="", frames=[ErrorFrame(file="a.py", line=2, function="measure")]
    )

    finding = diagnosis.match(replace(evidence(program=program), errors=[stopped]))

    assert finding is not None
    assert "it stops there" in finding.evidence


@pytest.mark.parametrize(
    ("given", "loss"),
    [("wanted, found", "measure"), ("found, wanted", "another"), ("found, other", "measure")],
    ids=["in order", "no loss of the model", "something else"],
)
def test_is_silent_on_an_own_loss(given: str, loss: str) -> None:
    program = OWN.format(given=given, loss=loss)

    assert diagnosis.match(evidence(program=program)) is None


def test_names_the_other_way_round_do_no_harm_where_all_is_handed_on_in_order() -> None:
    program = OWN.format(given="y_pred, y_true", loss="measure")
    program = program.replace("wanted, found", "y_pred, y_true")

    assert diagnosis.match(evidence(program=program)) is None


OWN_LOOP = """\
def entropy(y_pred, y_true):
    return -tf.reduce_sum(y_true * tf.math.log(y_pred))

def step(x, y):
    with tf.GradientTape() as tape:
        p = net(x)
        loss = entropy({given})
    return tape.gradient(loss, net.weights)
"""


@pytest.mark.parametrize(
    ("given", "fires"), [("p, y", False), ("net(x), y", False), ("y, p", True), ("y_true, p", True)]
)
def test_a_loss_that_only_the_program_calls_takes_them_in_the_order_of_its_own(
    given: str, fires: bool
) -> None:
    finding = diagnosis.match(evidence(program=OWN_LOOP.format(given=given)))

    assert (finding is not None) == fires


def test_fires_where_keras_calls_it_too() -> None:
    program = OWN_LOOP.format(given="p, y") + "net.compile(loss=entropy)\n"

    assert diagnosis.match(evidence(program=program)) is not None
