"""What to write where Flatten gives a row of no known length: of pictures, of tables, of series."""

from stopped import failed

from etude.diagnoses.catalogue import features_not_counted
from etude.domain.finding import Finding

PROGRAM = """\
columns = 24
model = Sequential()
model.add({convolution})
model.add(Flatten())
model.add(Dense(6))
"""
SAID = (
    "Shapes used to initialize variables must be fully-defined (no `None` dimensions). "
    "Received: shape=(None, 250) for variable path='sequential/dense/kernel'"
)


def flattened(convolution: str) -> Finding:
    finding = features_not_counted.match(failed(PROGRAM.format(convolution=convolution), SAID))
    assert finding is not None
    return finding


def test_columns_taken_for_channels_become_steps() -> None:
    change = flattened("Conv1D(250, 3, input_shape=(None, columns))").change

    assert "input_shape=(24, 1)" in change
    assert "GlobalMaxPooling1D" in change
    assert "2D" not in change


def test_pictures_of_any_size_are_pooled_as_pictures() -> None:
    change = flattened("Conv2D(8, 3, input_shape=(None, None, 3))").change

    assert "GlobalAveragePooling2D" in change
