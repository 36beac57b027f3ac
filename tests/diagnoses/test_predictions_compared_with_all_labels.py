"""A column of predictions against a row of labels."""

import pytest
from described import dense, evidence, fit, model, numbers

from etude.diagnoses.catalogue import predictions_compared_with_all_labels as diagnosis


def found(program, *, units=1, shape=(32,)):
    run = fit(model(dense(units), loss="mse"), labels=numbers(0.0, 9.5, shape=shape))
    return diagnosis.match(evidence(fits=[run], program=program))


@pytest.mark.parametrize(
    "program",
    [
        "p = model.predict(x)\ne = np.abs(p - y).mean()\n",
        "p = model.predict(x, verbose=0)\ne = np.mean((test_y - p) ** 2)\n",
        "\ne = np.abs(model.predict(x) - y).mean()\n",
        "\nright = (model.predict(x) > 0.5) == y\n",
        "p = model.predict(x).astype(int)\nright = np.mean(p == y)\n",
        "p = np.round(model.predict(x))\nright = np.mean(p == y)\n",
        "y = labels.numpy()\ne = model.predict(x) - y\n",
        "p = model.predict(x[90:])\nright = np.mean((p > 0.5) == y[90:])\n",
    ],
)
def test_fires_on_a_difference_and_on_a_comparison(program):
    finding = found(program)

    assert finding is not None
    assert finding.line == 2
    assert "(n, n)" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        "p = model.predict(x)[:, 0]\ne = np.abs(p - y).mean()\n",
        "p = model.predict(x).flatten()\ne = p - y\n",
        "p = np.squeeze(model.predict(x))\ne = p - y\n",
        "p = model.predict(x)\ne = p - y[:, np.newaxis]\n",
        "p = model.predict(x)\ny = y.reshape(-1, 1)\ne = p - y\n",
        "p = model.predict(x)\ne = p - p.mean()\n",
        "p, q = model.predict(x), model.predict(z)\ne = p - q\n",
        "p = model.predict(x)\nq = other.predict(x)\ne = p - q\n",
        "p = model.predict(x)\nq = tf.saved_model.load('m').serve(x).numpy()\ne = p - q\n",
        "p = model.predict(x)\nq = model(x).numpy()\ne = p - q\n",
        "p = model.predict(x)\nq = interpreter.get_tensor(0)\ne = p - q\n",
    ],
)
def test_is_silent_where_the_shapes_are_made_one(program):
    assert found(program) is None


def test_looks_behind_a_name_that_is_made_of_itself():
    program = "p = model.predict(x)\np = p.round()\ny = y.astype(int)\ne = p - y\n"

    finding = found(program)

    assert finding is not None
    assert finding.line == 4


@pytest.mark.parametrize("given", [{"units": 3, "shape": (32, 3)}, {"shape": (32, 1)}])
def test_is_silent_where_labels_have_columns_themselves(given):
    assert found("p = model.predict(x)\ne = p - y\n", **given) is None
