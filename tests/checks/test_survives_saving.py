"""A model with classes of one's own, saved and loaded where they are known."""

from typing import Any

import pytest

from etude.checks.survives_saving import SurvivesSaving
from etude.checks.values import Arrays, Name
from etude.domain.verdict import Status

CHECK = SurvivesSaving(of=Name(name="model"), inputs=Arrays(shape=(4, 2)), name="survives")
PROGRAM = """\
import keras
{registered}
class Times(keras.layers.Layer):
    def __init__(self, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
    def call(self, inputs):
        return self.factor * inputs
    def get_config(self):
        return super().get_config() | {{{config}}}
model = keras.Sequential([keras.Input((2,)), Times(3.0), keras.layers.Dense(1)])
"""
REGISTERED = "@keras.saving.register_keras_serializable()"


@pytest.mark.tensorflow
def test_passes_a_registered_class_with_all_its_settings(probe: Any) -> None:
    program = PROGRAM.format(registered=REGISTERED, config='"factor": self.factor')

    assert CHECK.judge(probe(CHECK, program)).status is Status.PASSED


@pytest.mark.tensorflow
def test_fails_on_a_setting_that_is_forgotten(probe: Any) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.format(registered=REGISTERED, config="")))

    assert verdict.status is Status.FAILED
    assert "predictions that differ" in verdict.received


@pytest.mark.tensorflow
def test_fails_on_a_class_that_is_not_registered(probe: Any) -> None:
    facts = probe(CHECK, PROGRAM.format(registered="", config='"factor": self.factor'))

    assert CHECK.judge(facts).status is Status.FAILED
    assert facts["refused"]["type"] == "TypeError"
    assert "'Times'" in facts["refused"]["message"]
