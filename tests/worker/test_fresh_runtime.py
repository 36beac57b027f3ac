"""Recorders are there before TensorFlow's runtime starts, and do not start it."""

import pytest
from watched import Watch

DIVIDED = """
import tensorflow as tf
cpu = tf.config.list_physical_devices("CPU")[0]
tf.config.set_logical_device_configuration(cpu, [tf.config.LogicalDeviceConfiguration()] * 2)
print(tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"]).num_replicas_in_sync)
"""


@pytest.mark.tensorflow
def test_a_program_that_is_watched_can_still_divide_its_devices(watch: Watch) -> None:
    seen = watch(DIVIDED, fresh_runtime=True)

    assert not seen.evidence.errors
    assert seen.outcome.stdout.strip() == "2"
