"""Training again from the first weights, with something changed that is suspected."""

import pytest
from watched import Seen, Watch

from etude.domain.retraining import Course

pytestmark = [pytest.mark.tensorflow, pytest.mark.slow]

SECONDS = 60.0  # on a busy machine too
START = """
import keras, numpy as np, tensorflow as tf
keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(256, 4))
y = x @ [1.0, -2.0, 0.5, 1.5]
def network(*first, end="linear"):
    layers = [*first, keras.layers.Dense(16, activation="tanh"), keras.layers.Dense(1, end)]
    return keras.Sequential(layers)
"""
LARGE = START + "x = 3000 + 1000 * x\n"


def changes(seen: Seen) -> list[list[str]]:
    return [[str(one) for one in frame["changes"]] for frame in seen.frames("retraining")]


@pytest.mark.parametrize("first", ["keras.Input((4,))", ""], ids=["built", "built by fit"])
def test_large_inputs_are_standardised_and_that_helps(watch: Watch, first: str) -> None:
    seen = watch(
        LARGE + f"model = network({first})\nmodel.compile('adam', 'mse')\n"
        "model.fit(x, y, epochs=20, verbose=0)",
        retrain_seconds=SECONDS,
    )

    (fit,) = seen.evidence.fits
    (again,) = fit.retrainings
    assert again.changes == ["standardised inputs"]
    assert len(again.course.losses) == 20
    assert again.course.losses[-1] < 0.5 * fit.series("loss")[-1]


def test_a_pipeline_is_standardised_as_it_flows(watch: Watch) -> None:
    seen = watch(
        LARGE + "data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(256).batch(32)\n"
        "model = network(keras.Input((4,)))\nmodel.compile('adam', 'mse')\n"
        "model.fit(data, epochs=20, verbose=0)",
        retrain_seconds=SECONDS,
    )

    (fit,) = seen.evidence.fits
    assert fit.retrainings[0].course.is_better_than(Course.of(fit.epochs))


def test_batches_of_several_lengths_are_left_alone(watch: Watch) -> None:
    seen = watch(
        START + "rows = lambda i: (100 * tf.random.normal((8, 3 + i % 2, 4)), tf.ones((8, 1)))\n"
        "data = tf.data.Dataset.range(6).map(rows)\n"
        "layers = [keras.Input((None, 4)), keras.layers.GRU(4), keras.layers.Dense(1)]\n"
        "model = keras.Sequential(layers)\nmodel.compile(keras.optimizers.Adam(1e-6), 'mse')\n"
        "model.fit(data, epochs=3, verbose=0)",
        retrain_seconds=SECONDS,
    )

    assert seen.evidence.fits[0].finished
    assert changes(seen) == []


def test_losses_of_scaled_targets_are_told_in_their_own_units(watch: Watch) -> None:
    seen = watch(
        START + "y = 5000 + 1000 * y\nmodel = network(keras.Input((4,)))\n"
        "model.compile('adam', 'mse')\nmodel.fit(x, y, epochs=15, verbose=0)",
        retrain_seconds=SECONDS,
    )

    (fit,) = seen.evidence.fits
    (again,) = fit.retrainings
    assert again.changes == ["standardised targets"]
    # Of a variance of some 7e6, between all and a thousandth of it is left.
    assert 1e3 < again.course.losses[-1] < 7e6 < fit.series("loss")[-1]


def test_of_several_suspicions_each_is_left_out_once(watch: Watch) -> None:
    seen = watch(
        LARGE + "model = network(keras.Input((4,)))\n"
        "model.compile(keras.optimizers.Adam(1e-6), 'mse')\nmodel.fit(x, y, epochs=20, verbose=0)",
        retrain_seconds=SECONDS,
    )

    inputs, rate = "standardised inputs", "the usual learning rate"
    assert changes(seen) == [[inputs, rate], [rate], [inputs]]
    assert [one.rate for one in seen.evidence.fits[0].retrainings] == pytest.approx(
        [1e-3, 1e-3, 1e-6]
    )


def test_what_does_not_help_together_is_not_taken_apart(watch: Watch) -> None:
    seen = watch(
        START + "x, y = 5 * x, rng.normal(size=256)\nmodel = network(keras.Input((4,)))\n"
        "model.compile(keras.optimizers.Adam(1e-2), 'mse')\nmodel.fit(x, y, epochs=9, verbose=0)",
        retrain_seconds=SECONDS,
    )

    assert len(changes(seen)) == 1


def test_more_units_are_tried_where_the_usual_rate_did_not_help(watch: Watch) -> None:
    seen = watch(
        "import keras, numpy as np\nkeras.utils.set_random_seed(0)\n"
        "x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], 'float32')\n"
        "dense = [keras.layers.Dense(2, 'tanh'), keras.layers.Dense(1, 'sigmoid')]\n"
        "model = keras.Sequential([keras.Input((2,)), *dense])\n"
        "model.compile(keras.optimizers.Adam(0.02), 'binary_crossentropy')\n"
        "model.fit(x, np.array([0, 1, 1, 0]), batch_size=1, epochs=60, verbose=0)",
        retrain_seconds=SECONDS,
    )

    assert changes(seen) == [
        ["the usual learning rate"],
        ["32 units in the hidden layers that have few"],
    ]


@pytest.mark.parametrize(
    "ending",
    [
        "model.compile('adam', 'mse')\nmodel.fit(x / 1000, y, epochs=2, verbose=0)",
        "model.compile('adam', 'mse')\nmodel.fit(x, y, epochs=2, verbose=0)\n"
        "model.fit(x, y, epochs=2, verbose=0)",
        "model = keras.Sequential([keras.Input((4,)), keras.layers.Lambda(lambda v: v), "
        "keras.layers.Dense(1)])\n"
        "model.compile('adam', 'mse')\nmodel.fit(x, y, epochs=2, verbose=0)",
    ],
    ids=["nothing is suspected", "trained before", "own code"],
)
def test_nothing_is_trained_again_where(watch: Watch, ending: str) -> None:
    seen = watch(LARGE + "model = network(keras.Input((4,)))\n" + ending, retrain_seconds=SECONDS)

    assert changes(seen) == []


def test_a_training_that_went_well_is_not_done_again(watch: Watch) -> None:
    seen = watch(
        START + "x = np.where(x > 0, 20.0, -20.0)\ny = (x[:, 0] > 0).astype(int)\n"
        "model = network(keras.Input((4,)), end='sigmoid')\n"
        "model.compile(keras.optimizers.Adam(0.05), 'binary_crossentropy', metrics=['accuracy'])\n"
        "model.fit(x, y, epochs=20, verbose=0)",
        retrain_seconds=SECONDS,
    )

    assert seen.evidence.fits[0].series("accuracy")[-1] == 1.0
    assert changes(seen) == []


@pytest.mark.parametrize(("optimizer", "tried"), [("sgd", [["Adam"]]), ("rmsprop", [])])
def test_adam_is_tried_in_place_of_sgd_where_nothing_else_is_suspected(
    watch: Watch, optimizer: str, tried: list[list[str]]
) -> None:
    seen = watch(
        START + "y = (x[:, 0] * x[:, 1] > 0).astype(int)\n"
        "model = network(keras.Input((4,)), end='sigmoid')\n"
        f"model.compile('{optimizer}', 'binary_crossentropy')\n"
        "model.fit(x, y, epochs=3, verbose=0)",
        retrain_seconds=SECONDS,
    )

    assert changes(seen) == tried


AGREE = START + "x = np.sign(x[:, :2])\ny = (x[:, 0] == x[:, 1]).astype(int)\n"
NARROW = "keras.Sequential([keras.layers.Dense({units}), keras.layers.Dense(1, 'sigmoid')])"


@pytest.mark.parametrize(
    ("optimizer", "units", "epochs", "tried"),
    [
        ("rmsprop", 2, 10, [["32 units in the hidden layers that have few"]]),
        ("sgd", 2, 10, [["Adam", "32 units in the hidden layers that have few"]]),
        ("rmsprop", 8, 10, []),
        ("rmsprop", 2, 3, []),
    ],
    ids=["narrow", "narrow and SGD", "wide enough", "hardly trained"],
)
def test_narrow_layers_are_widened(
    watch: Watch, optimizer: str, units: int, epochs: int, tried: list[list[str]]
) -> None:
    seen = watch(
        AGREE + f"model = {NARROW.format(units=units)}\n"
        f"model.compile('{optimizer}', 'binary_crossentropy')\n"
        f"model.fit(x, y, epochs={epochs}, verbose=0)",
        retrain_seconds=SECONDS,
    )

    assert changes(seen)[:1] == tried


def test_a_layer_that_is_meant_to_be_narrow_is_not(watch: Watch) -> None:
    seen = watch(
        START + "model = keras.Sequential([keras.layers.Dense(2), keras.layers.Dense(4)])\n"
        "model.compile('rmsprop', 'mse')\nmodel.fit(x, x, epochs=2, verbose=0)",
        retrain_seconds=SECONDS,
    )

    assert changes(seen) == []


def test_probabilities_are_learned_by_a_cross_entropy_and_judged_as_before(watch: Watch) -> None:
    seen = watch(
        START + "y = (x[:, 0] > 0).astype(int)\nmodel = network(end='sigmoid')\n"
        "model.compile('sgd', 'mae', metrics=['accuracy'])\n"
        "model.fit(x, y, epochs=12, verbose=0)",
        retrain_seconds=SECONDS,
    )

    again = seen.evidence.fits[0].retrainings[0]
    assert again.changes == ["cross-entropy to learn from"]
    # An absolute error lies between what knowing nothing costs, a half, and 0.
    assert 0 < again.course.losses[-1] < 0.5


def test_each_change_of_the_loss_is_undone_for_the_next(watch: Watch) -> None:
    seen = watch(
        LARGE + "y = np.eye(2)[(x[:, 0] > 3000).astype(int)]\n"
        "layers = [keras.layers.Dense(8, 'tanh'), keras.layers.Dense(2, 'softmax')]\n"
        "model = keras.Sequential(layers)\nmodel.compile('adam', 'mse')\n"
        "model.fit(x, y, epochs=40, verbose=0)",
        retrain_seconds=SECONDS,
    )

    inputs, loss = "standardised inputs", "cross-entropy to learn from"
    assert changes(seen) == [[inputs, loss], [loss], [inputs]]
    assert all(one.course.losses[-1] < 1 for one in seen.evidence.fits[0].retrainings)


def test_a_schedule_keeps_its_rates(watch: Watch) -> None:
    seen = watch(
        LARGE + "rates = keras.optimizers.schedules.ExponentialDecay(1e-3, 100, 0.9)\n"
        "model = network(keras.Input((4,)))\nmodel.compile(keras.optimizers.Adam(rates), 'mse')\n"
        "model.fit(x, y, epochs=20, verbose=0)",
        retrain_seconds=SECONDS,
    )

    assert changes(seen) == [["standardised inputs"]]


def test_a_training_led_on_from_where_another_was_cut_off_is_left_alone(watch: Watch) -> None:
    seen = watch(
        LARGE + "def train(epochs):\n    model = network(keras.Input((4,)))\n"
        "    model.compile('adam', 'mse')\n"
        "    backup = keras.callbacks.BackupAndRestore('backup', delete_checkpoint=False)\n"
        "    model.fit(x, y, epochs=epochs, callbacks=[backup], verbose=0)\n"
        "train(2)\ntrain(4)",
        retrain_seconds=SECONDS,
    )

    assert [len(fit.epochs) for fit in seen.evidence.fits] == [2, 2]
    assert changes(seen) == []


def test_exercises_are_never_trained_again(watch: Watch) -> None:
    seen = watch(
        LARGE + "model = network(keras.Input((4,)))\nmodel.compile('adam', 'mse')\n"
        "model.fit(x, y, epochs=2, verbose=0)"
    )

    assert changes(seen) == []
