"""Numbers that Keras refuses."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import setting_out_of_range as diagnosis

DENSE = "keras.src.layers.core.dense.__init__"


@pytest.mark.parametrize(
    ("program", "message", "where", "seen", "change"),
    [
        (
            "n = 3\nu = n // 8\nlayers.Dense(u)\n",
            "Received an invalid value for `units`, expected a positive integer. Received: units=0",
            DENSE,
            "units=u, which is 0",
            "max(1, n // 8)",
        ),
        (
            "\n\nlayers.Dense('relu')\n",
            "Received an invalid value for `units`, expected a positive integer. "
            "Received: units=relu",
            DENSE,
            "units='relu'",
            'activation="relu"',
        ),
        (
            "\n\nlayers.LSTM(0)\n",
            "Received an invalid value for argument `units`, expected a positive integer, got 0.",
            "keras.src.layers.rnn.lstm.__init__",
            "LSTM is given units=0",
            "from 1 on",
        ),
        (
            "\n\nlayers.Dense(y.shape[1:])\n",
            "Received an invalid value for `units`, expected a positive integer. "
            "Received: units=(2,)",
            DENSE,
            "which is (2,)",
            "y.shape[1:][0]",
        ),
        (
            "\n\nRecallAtPrecision(precision=90)\n",
            "Argument `precision` must be in the range [0, 1]. Received: precision=90",
            "keras.src.metrics.confusion_metrics.__init__",
            "precision=90",
            "precision=0.9",
        ),
        (
            "\n\nReduceLROnPlateau(factor=10)\n",
            "ReduceLROnPlateau does not support a factor >= 1.0. Received factor=10",
            "keras.src.callbacks.reduce_lr_on_plateau.__init__",
            "factor=10",
            "factor=0.1",
        ),
        (
            "\n\nRandomRotation(45)\n",
            "The `factor` argument should be a number in the range [-1, 1]. Received: factor=45",
            "keras.src.layers.preprocessing.image_preprocessing.random_rotation.__init__",
            "a share of a full turn",
            "factor=0.125",
        ),
        (
            "\n\nConv2D(16, 3, groups=3)\n",
            "The number of filters must be evenly divisible by the number of groups. "
            "Received: groups=3, filters=16.",
            "keras.src.layers.convolutional.base_conv.__init__",
            "groups=3",
            "groups=2, which divides the 16 channels",
        ),
        (
            "\n\nDense(3, name='block/dense')\n",
            "Argument `name` must be a string without `/`. Received: name=block/dense (of type x)",
            "keras.src.ops.operation.__init__",
            "name='block/dense'",
            'name="block_dense"',
        ),
        (
            "\n\nRandomBrightness(0.2, value_range=255)\n",
            "The `value_range` argument should be a list of two. Received: value_range=255",
            "keras.src.layers.preprocessing.image_preprocessing.random_brightness._set",
            "value_range=255",
            "value_range=(0, 255)",
        ),
        (
            "\n\nm.fit(x, y, validation_split=0.2)\n",
            "contains 1 samples, which is not sufficient to split it by `validation_split=0.2`.",
            "keras.src.trainers.data_adapters.array_slicing.train_validation_split",
            "validation_split=0.2",
            "more rows",
        ),
        (
            "\n\nPiecewiseConstantDecay([10, 20], [0.1, 0.01])\n",
            "The length of boundaries should be 1 less than that of values. Received: "
            "boundaries=[10, 20] of length 2, and values=[0.1, 0.01] of length 2.",
            "keras.src.optimizers.schedules.learning_rate_schedule.__init__",
            "values=[0.1, 0.01]",
            "one number more",
        ),
        (
            "\n\nIoU(num_classes=2, target_class_ids=[1, 2])\n",
            "Target class id 2 is out of range, which is [0, 2).",
            "keras.src.metrics.iou_metrics.__init__",
            "target_class_ids=[1, 2]",
            "count from 0",
        ),
        (
            "\n\nSGD(0.01, momentum=9)\n",
            "`momentum` must be a float between [0, 1].",
            "keras.src.optimizers.sgd.__init__",
            "momentum=9",
            "momentum=0.9",
        ),
    ],
)
def test_a_number_is_told_with_what_the_setting_takes(
    program: str, message: str, where: str, seen: str, change: str
) -> None:
    finding = diagnosis.match(failed(program, message, raised_by=where))

    assert finding is not None
    assert finding.line == 3
    assert seen in finding.evidence
    assert change in finding.change


def test_a_number_that_a_loop_halves_is_kept_at_one() -> None:
    program = (
        "filters = 4\nfor _ in range(4):\n    model.add(layers.Conv2D(filters, 3))\n    "
        "filters //= 2\n"
    )
    message = (
        "Invalid value for argument `filters`. Expected a strictly positive value. "
        "Received filters=0."
    )

    finding = diagnosis.match(
        failed(program, message, raised_by="keras.src.layers.convolutional.base_conv.__init__")
    )

    assert finding is not None
    assert "filters // 2" in finding.change


@pytest.mark.parametrize(
    "message",
    [
        "`strides > 1` not supported in conjunction with `dilation_rate > 1`. Received: "
        "strides=(2, 2) and dilation_rate=(2, 2)",
        "The `strides` argument must be a tuple of 2 integers. Received strides=(2, 2, 1)",
        "Something else. Received: inputs=3",
    ],
)
def test_other_refusals_are_no_number_out_of_range(message: str) -> None:
    assert (
        diagnosis.match(failed("\n\nConv2D(8, 3, strides=2)\n", message, raised_by=DENSE)) is None
    )


def test_a_program_that_raises_by_itself_is_left_alone() -> None:
    message = "Received: units=0"

    assert diagnosis.match(failed("\n\nDense(0)\n", message, raised_by="")) is None
