"""
TensorFlow is told about its devices when it has already begun to use them.

## Why it hurts
Which devices there are, whether one is divided into several, how much memory a GPU may take: all of this is
settled when TensorFlow's runtime starts, with the first tensor, dataset or model. Afterwards nothing of it can be
changed, and the call fails. In a notebook even a cell that was run earlier is too early.

## Example
    import tensorflow as tf

    table = tf.constant([[1.0, 2.0], [3.0, 4.0]])
    cpu = tf.config.list_physical_devices("CPU")[0]
    parts = [tf.config.LogicalDeviceConfiguration()] * 2
    tf.config.set_logical_device_configuration(cpu, parts)
    print(tf.reduce_sum(table))

## Instead
    import tensorflow as tf

    table = tf.constant([[1.0, 2.0], [3.0, 4.0]])
    print(tf.reduce_sum(table), tf.config.list_logical_devices("CPU"))
"""

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("train-7", "dev-2")
GUIDE = "TensorFlow guide: Use a GPU (virtual devices; limiting memory growth)"
EXPLAINS = ()

_SETTINGS = (
    "set_logical_device_configuration",
    "set_virtual_device_configuration",
    "set_visible_devices",
    "set_memory_growth",
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or error.type != "RuntimeError" or "initialized" not in error.message:
        return None
    for name in _SETTINGS:
        for call in evidence.source.calls(name):
            if call.lineno <= error.line <= (call.end_lineno or call.lineno):
                return Finding(
                    line=error.line,
                    evidence=f"{name} in line {error.line} comes after TensorFlow has started",
                    change=f"call {name} right after the imports, before any tensor, dataset or model",
                )
    return None
