"""
A `tf.function` is traced anew for every size that its input comes in.

## Why it hurts
Without a signature the shape of a tensor is part of what a trace is made for: texts of 7, 9 and 12 words give
three graphs. Tracing takes a hundred to a thousand times as long as a call. A signature with a free axis, or
`reduce_retracing=True`, makes one graph for all sizes.

## Example
    import tensorflow as tf


    @tf.function
    def total(values):
        return tf.reduce_sum(values)


    for size in range(1, 14):
        total(tf.ones(size))

## Instead
    import tensorflow as tf


    @tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
    def total(values):
        return tf.reduce_sum(values)


    for size in range(1, 14):
        total(tf.ones(size))
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
        if traced.traces >= _MOST_TRACES and traced.shapes >= _MOST_TRACES and not traced.numbers:
            return Finding(
                line=traced.definition.lineno,
                evidence=f"{traced.name} was traced {traced.traces} times in its first {traced.calls} "
                f"calls, which gave it tensors of {traced.shapes} different shapes",
                change="@tf.function(input_signature=[tf.TensorSpec([None, ...], dtype)]), with None "
                "for each size that changes",
                about=traced.name,
            )
    return None
