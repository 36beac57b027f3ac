"""A layer's `get_config` leaves out an argument, so the loaded layer has its default again."""

import pytest

from etude.diagnoses.catalogue.config_forgets_argument import match
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.observations import Call

PROGRAM = """import keras
from keras import layers
class Scale(layers.Layer):
    def __init__(self, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
    def get_config(self):
        CONFIG
layer = Scale(MADE)
"""
FORGETS = "return super().get_config()"
SAVED = [Call(name="Model.save", line=10)]


def told(config: str = FORGETS, made: str = "factor=0.1", program: str = PROGRAM, calls=SAVED):
    text = program.replace("CONFIG", config).replace("MADE", made)
    return match(Evidence(source=Source("a.py", text), calls=calls))


@pytest.mark.parametrize("made", ["factor=0.1", "0.1", "given"])
def test_an_argument_that_comes_back_as_its_default_is_told(made: str) -> None:
    finding = told(made=made)

    assert finding.line == 7
    assert "does not tell factor, which line 9 sets to" in finding.evidence
    assert "loaded again, it is 1.0" in finding.evidence
    assert finding.change == 'add "factor": self.factor to what get_config returns'


def test_a_config_with_other_things_forgets_it_too() -> None:
    assert told('config = super().get_config(); config.update({"size": 3}); return config')
    assert told('return {**super().get_config(), "size": 3}')


@pytest.mark.parametrize(
    "config",
    [
        'return {**super().get_config(), "factor": self.factor}',
        "return dict(super().get_config(), factor=self.factor)",
        'config = super().get_config(); config["factor"] = self.factor; return config',
        # They may hold it, though its name is not to be seen.
        "return {**super().get_config(), **self.settings}",
        "return {**super().get_config(), **vars(self)}",
        "return everything(self)",
        "return dict(self.__dict__)",
    ],
)
def test_a_config_that_tells_it_or_may_tell_it_is_left_alone(config: str) -> None:
    assert told(config) is None


@pytest.mark.parametrize("made", ["", "factor=1.0", "name='first'"])
def test_an_argument_that_keeps_its_default_loses_nothing(made: str) -> None:
    assert told(made=made) is None


def test_a_model_that_is_not_saved_loses_nothing() -> None:
    assert told(calls=[]) is None


def test_a_class_without_a_config_of_its_own_is_kept_by_keras() -> None:
    program = PROGRAM.replace("    def get_config(self):\n        CONFIG\n", "")

    assert told(program=program) is None


def test_a_class_that_reads_its_own_config_is_left_alone() -> None:
    program = PROGRAM.replace(
        "    def get_config", "    def from_config(c): pass\n    def get_config"
    )

    assert told(program=program) is None


def test_classes_that_are_no_layers_are_left_alone() -> None:
    assert told(program=PROGRAM.replace("(layers.Layer)", "(Settings)")) is None


MODEL = """import keras
class Network(keras.Model):
    def __init__(self, units=16, **kwargs):
        super().__init__(**kwargs)
        self.hidden = keras.layers.Dense(units)
    CONFIG
network = Network(MADE)
"""


@pytest.mark.parametrize("made", ["64", "units=64"])
def test_a_model_of_a_class_forgets_what_it_was_made_with(made: str) -> None:
    finding = told(config="", made=made, program=MODEL)

    assert finding.line == 2
    assert "line 7 sets units to 64, and loaded again it is 16" in finding.evidence
    assert 'returns {"units": self.units}' in finding.change


def test_a_model_with_its_defaults_or_a_config_of_its_own_is_left_alone() -> None:
    own = "def get_config(self): return everything(self)"

    assert told(config="", made="16", program=MODEL) is None
    assert told(config="", made="", program=MODEL) is None
    assert told(config=own, made="64", program=MODEL) is None
    assert told(config="", made="64", program=MODEL, calls=[]) is None
