"""Layers of one name in one model."""

from stopped import failed

from etude.diagnoses.catalogue import layer_names_repeated as diagnosis

SAID = 'The name "cnn" is used 3 times in the model. All operation names should be unique.'


def test_fires_where_the_name_is_written() -> None:
    finding = diagnosis.match(
        failed("def build():\n    return Model(a, b, name='cnn')\nModel(c, d)\n", SAID)
    )

    assert finding is not None
    assert finding.line == 2
    assert "3 layers of the model of line 3 are called cnn" in finding.evidence


def test_fires_at_the_model_when_the_name_is_written_nowhere() -> None:
    finding = diagnosis.match(failed("a = VGG16()\nb = VGG16()\nModel(c, d)\n", SAID))

    assert finding is not None
    assert finding.line == 3
    assert "one.name" in finding.change


def test_is_silent_on_other_errors() -> None:
    assert diagnosis.match(failed("Model(c, d, name='cnn')\n", "The name is too long")) is None
