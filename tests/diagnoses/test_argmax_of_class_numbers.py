"""argmax of labels that are class numbers."""

import pytest
from described import dense, evidence, fit, integers, model, one_hot

from etude.diagnoses.catalogue import argmax_of_class_numbers as diagnosis
from etude.domain.finding import Finding
from etude.domain.observations import TensorSample

SPARSE = "sparse_categorical_crossentropy"


def found(program: str, labels: TensorSample | None = None, loss: str = SPARSE) -> Finding | None:
    network = model(dense(3, "softmax"), loss=loss)
    return diagnosis.match(
        evidence(fits=[fit(network, labels=labels or integers(0, 1, 2))], program=program)
    )


@pytest.mark.parametrize(
    "program",
    [
        "\nfor image, label in test.unbatch():\n    y.append(label.numpy().argmax())\n",
        "\n\ny = [np.argmax(l) for x, l in test.unbatch().take(100)]\n",
        "\n\ny = np.array([tf.argmax(label).numpy() for _, label in test.unbatch()])\n",
        "\nmodel.evaluate(x_test, y_test)\ny = [np.argmax(t) for t in y_test]\n",
        "model.fit(x, y, validation_data=(x_test, y_test))\n"
        "for a, b in zip(x_test, y_test):\n    y.append(np.argmax(b))\n",
    ],
    ids=["method", "comprehension", "tensors", "arrays", "zip"],
)
def test_fires_where_argmax_is_written(program: str) -> None:
    finding = found(program)

    assert finding is not None
    assert finding.line == 3
    assert "without argmax" in finding.change


@pytest.mark.parametrize(
    "program",
    [
        "for image, label in test.unbatch():\n    y.append(label.numpy())\n",
        "for image, label in test:\n    y.append(np.argmax(label, axis=1))\n",
        "for image, label in test.unbatch():\n    y.append(np.argmax(model.predict(image)))\n",
        "for p in predictions:\n    y.append(np.argmax(p))\n",
        "r = tf.one_hot(y, 3)\nfor x, label in d.unbatch():\n    y.append(np.argmax(label))\n",
    ],
    ids=["no argmax", "batches", "of a prediction", "of predictions", "one-hot elsewhere"],
)
def test_is_silent_on(program: str) -> None:
    assert found(program) is None


def test_is_silent_when_rows_were_learned_from() -> None:
    program = "for image, label in test.unbatch():\n    y.append(label.numpy().argmax())\n"

    assert found(program, one_hot(3), "categorical_crossentropy") is None
