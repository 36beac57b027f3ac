"""Keras's warning about weights that the loss does not depend on."""

from described import evidence

from etude.diagnoses.catalogue import some_weights_get_no_gradient as diagnosis
from etude.domain.observations import ShownWarning

WARNING = "Gradients do not exist for variables ['deep/kernel', 'deep/bias'] when minimizing"


def test_fires_where_it_was_shown() -> None:
    shown = [ShownWarning(message=WARNING, line=12)]

    finding = diagnosis.match(evidence(warnings=shown))

    assert finding is not None
    assert finding.line == 12
    assert "deep/kernel, deep/bias" in finding.evidence


def test_is_silent_on_other_warnings() -> None:
    shown = [ShownWarning(message="Do not pass an input_shape", line=12)]

    assert diagnosis.match(evidence(warnings=shown)) is None


def test_points_at_a_weight_that_is_added_to_a_ready_layer() -> None:
    shown = [ShownWarning(message=WARNING.replace("deep/kernel", "conv2d/mine"), line=3)]
    program = (
        'layer = Conv2D(8, 3)\nlayer.add_weight(shape=(3, 3, 1, 8), name="mine")\nmodel.fit(x, y)\n'
    )

    finding = diagnosis.match(evidence(warnings=shown, program=program))

    assert finding is not None
    assert finding.line == 2
    assert "kernel_initializer" in finding.change


def test_leaves_weights_that_a_layer_adds_to_itself() -> None:
    shown = [ShownWarning(message=WARNING.replace("deep/kernel", "own/mine"), line=3)]
    program = (
        'def build(self, shape):\n    self.mine = self.add_weight(name="mine")\nmodel.fit(x, y)\n'
    )

    finding = diagnosis.match(evidence(warnings=shown, program=program))

    assert finding is not None
    assert finding.line == 3
