"""
A `tf.function` is traced anew for every Python number that it is given.

## Why it hurts
A Python number is part of what a trace is made for: 1, 2 and 3 give three graphs. Tracing takes a hundred to a
thousand times as long as a call, so the function is slower than it would be without `tf.function`. A tensor
of one shape and dtype uses one graph for all values.

## Example
    import tensorflow as tf


    @tf.function
    def scaled(values, factor):
        return values * factor


    values = tf.ones((4,))
    for step in range(6):
        scaled(values, float(step))

## Instead
    import tensorflow as tf


    @tf.function
    def scaled(values, factor):
        return values * factor


    values = tf.ones((4,))
    for step in range(6):
        scaled(values, tf.constant(float(step)))
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.tracing import traced_functions
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.PERFORMANCE
SKILLS = ("train-4",)
GUIDE = "TensorFlow guide: Better performance with tf.function (controlling retracing)"
EXPLAINS = ()

# TensorFlow itself warns after five traces.
_MOST_TRACES = 5


def match(evidence: Evidence) -> Finding | None:
    for traced in traced_functions(evidence):
        numbers = traced.numbers
        if traced.traces >= _MOST_TRACES and len(numbers) >= _MOST_TRACES:
            shown = ", ".join(f"{number:g}" for number in numbers[:3])
            return Finding(
                line=traced.line,
                evidence=f"{traced.name} was traced {traced.traces} times in its first {traced.calls} "
                f"calls, which gave it the Python numbers {shown}, ...",
                change="give it tensors: tf.constant(...), or a tf.Variable that the loop assigns to",
                about=traced.name,
            )
    return None
