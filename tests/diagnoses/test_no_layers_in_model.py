"""A Sequential that nobody put a layer into."""

from stopped import failed

from etude.diagnoses.catalogue import no_layers_in_model as diagnosis

EMPTY = "Sequential model sequential cannot be built because it has no layers. Call `model.add`."
PROGRAM = """model = keras.Sequential()
hidden = keras.layers.Dense(4)
model.fit(x, y)
"""


def test_names_the_layers_that_were_made_and_not_added() -> None:
    finding = diagnosis.match(failed(PROGRAM, EMPTY))

    assert finding is not None
    assert finding.line == 1
    assert "hidden were made" in finding.evidence
    assert "model.add(hidden)" in finding.change


def test_is_told_without_any_layer_as_well() -> None:
    finding = diagnosis.match(failed("model = Sequential()\n\nmodel.fit(x, y)\n", EMPTY))

    assert finding is not None
    assert finding.evidence == "the Sequential has no layers"


def test_is_silent_on_other_errors() -> None:
    assert diagnosis.match(failed(PROGRAM, "cannot be built")) is None
