"""Softmax in the model and in the loss."""

from described import dense, evidence, layer, model
from looped import called

from etude.diagnoses.catalogue import softmax_with_from_logits
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import with_losses_of_loops
from etude.diagnoses.source import Source
from etude.domain.finding import Severity
from etude.domain.observations import Call, ShownWarning

PROGRAM = """\
model = keras.Sequential([keras.layers.Dense(3, activation="softmax")])
model.compile(
    loss=keras.losses.SparseCategoricalCrossentropy(
        from_logits=True,
    ),
)
"""


def test_fires_at_from_logits() -> None:
    trained = model(
        dense(3, "softmax", line=1), loss="sparse_categorical_crossentropy", from_logits=True
    )

    finding = softmax_with_from_logits.match(evidence(models=[trained], program=PROGRAM))

    assert finding is not None
    assert finding.line == 4


def test_fires_on_sigmoid_with_a_binary_loss() -> None:
    trained = model(dense(1, "sigmoid"), loss="binary_crossentropy", from_logits=True)

    assert softmax_with_from_logits.match(evidence(models=[trained])) is not None


def test_fires_where_keras_says_so_of_a_model_that_tells_nothing() -> None:
    said = (
        '"`sparse_categorical_crossentropy` received `from_logits=True`, but the `output` argument '
        "was produced by a Softmax activation and thus does not represent logits."
    )
    shown = [ShownWarning(message=said, line=9)]

    finding = softmax_with_from_logits.match(evidence(program=PROGRAM, warnings=shown))
    without = softmax_with_from_logits.match(evidence(warnings=shown))

    assert finding is not None
    assert without is not None
    assert (finding.line, without.line) == (4, 9)
    assert "goes through softmax" in finding.evidence


def test_is_advice_only() -> None:
    assert softmax_with_from_logits.SEVERITY is Severity.WARNING


def test_is_silent_when_the_output_has_no_activation() -> None:
    trained = model(dense(3), loss="sparse_categorical_crossentropy", from_logits=True)

    assert softmax_with_from_logits.match(evidence(models=[trained])) is None


def test_is_silent_in_doubt() -> None:
    unknown = layer("Rescaling", shape=[None, 3])
    trained = model(dense(3, "softmax"), unknown, loss="categorical_crossentropy", from_logits=True)

    assert softmax_with_from_logits.match(evidence(models=[trained])) is None


LOOP = """\
@tf.function
def run(inputs):
    {answer}

loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
outputs = run(x)
loss = loss_fn(y, outputs)
"""


def looped(answer: str) -> Evidence:
    """A loop whose model is called inside a function, and its loss outside."""
    of = model(dense(3, "softmax"))
    said = {"loss": "sparse_categorical_crossentropy", "from_logits": True}
    calls = [called(line=3), Call(name="Loss.call", line=7, arguments=said)]
    source = Source("program.py", LOOP.format(answer=answer))
    return Evidence(source=source, calls=calls, models=with_losses_of_loops([of], calls, source))


def test_fires_where_the_loss_was_made_when_a_function_hands_on_the_outputs() -> None:
    finding = softmax_with_from_logits.match(looped("return net(inputs, training=True)"))

    assert finding is not None
    assert finding.line == 5


def test_is_silent_when_the_function_does_more_than_call_the_model() -> None:
    assert softmax_with_from_logits.match(looped("return tf.math.log(net(inputs))")) is None
