"""training=True written into the call of a class."""

from described import evidence

from etude.diagnoses.catalogue import batch_norm_always_training as diagnosis

PROGRAM = """\
class Scaled(keras.Model):
    def __init__(self):
        super().__init__()
        self.part = keras.layers.{kind}()
    def call(self, inputs, training=False):
        return self.part(inputs, training={value})
"""


def test_fires_in_call() -> None:
    program = PROGRAM.format(kind="BatchNormalization", value="True")

    finding = diagnosis.match(evidence(program=program))

    assert finding is not None
    assert finding.line == 6
    assert "Scaled.call runs self.part, the BatchNormalization of line 4" in finding.evidence


def test_is_silent_on_dropout_and_where_training_is_passed_on() -> None:
    for kind, value in (("Dropout", "True"), ("BatchNormalization", "training")):
        program = PROGRAM.format(kind=kind, value=value)

        assert diagnosis.match(evidence(program=program)) is None


def test_fires_where_a_functional_model_is_put_together() -> None:
    program = "x = layers.BatchNormalization()(inputs, training=True)\n"

    finding = diagnosis.match(evidence(program=program))

    assert finding is not None
    assert finding.line == 1
