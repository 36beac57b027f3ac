"""
A checkpoint is restored into a network that has no weights yet, and they never get what it holds.

## Why it hurts
A model of one's own makes its weights when it is called for the first time. What `tf.train.Checkpoint` restores before that
should wait for them; in Keras 3 it gets lost on the way, without a word: the network begins with random numbers again, a
training that was taken up starts from the top, and a network that was only to be asked answers at random.

## Example
    import keras
    import tensorflow as tf


    class Line(keras.Model):
        def __init__(self):
            super().__init__()
            self.out = keras.layers.Dense(1)

        def call(self, inputs):
            return self.out(inputs)


    rows = tf.constant([[1.0, 2.0]])
    trained = Line()
    trained(rows)
    path = tf.train.Checkpoint(net=trained).save("saved")

    fresh = Line()
    tf.train.Checkpoint(net=fresh).restore(path)
    print(fresh(rows) - trained(rows))

## Instead
    import keras
    import tensorflow as tf


    class Line(keras.Model):
        def __init__(self):
            super().__init__()
            self.out = keras.layers.Dense(1)

        def call(self, inputs):
            return self.out(inputs)


    rows = tf.constant([[1.0, 2.0]])
    trained = Line()
    trained(rows)
    path = tf.train.Checkpoint(net=trained).save("saved")

    fresh = Line()
    fresh(rows)
    tf.train.Checkpoint(net=fresh).restore(path)
    print(fresh(rows) - trained(rows))
"""

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("deploy-2", "train-8", "model-4")
GUIDE = "TensorFlow guide: Training checkpoints (delayed restorations)"
EXPLAINS = ("some_weights_get_no_gradient",)

_CALL = "Checkpoint.lost"


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls_of(_CALL):
        name, lost = call.arguments["name"], call.arguments["weights"]
        return Finding(
            line=call.line,
            about=name,
            evidence=f"the network that the checkpoint calls {name} had no weights yet when line {call.line} restored it, "
            f"and {', '.join(lost)} never got what the file holds",
            change=f"call the network once on a batch before restore, {name}(first_batch), so that its weights "
            "are there to be read into",
        )
    return None
