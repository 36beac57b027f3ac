"""Tables of pictures that flow_from_dataframe refuses."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import table_of_pictures_refused as diagnosis

PROGRAM = "\n\ntrain = generator.flow_from_dataframe(df, folder, x_col='id', y_col='label')\n"
LABELS = 'If class_mode="binary", y_col="label" column values must be strings.'
TUPLES = (
    'If class_mode="categorical", y_col="label" column values must be type string, list or tuple.'
)
FILES = "All values in column x_col=id must be strings."
CLASSES = 'If class_mode="binary" there must be 2 classes. Found 5 classes.'


@pytest.mark.parametrize(
    ("message", "seen", "change"),
    [
        (LABELS, 'class_mode="binary"', 'df["label"] = df["label"].astype(str)'),
        (TUPLES, 'class_mode="categorical"', 'df["label"] = df["label"].astype(str)'),
        (FILES, "names of files", 'df["id"] = df["id"].astype(str) + ".png"'),
        (CLASSES, "the table has 5", "sparse_categorical_crossentropy"),
    ],
)
def test_fires_at_the_reader(message: str, seen: str, change: str) -> None:
    finding = diagnosis.match(failed(PROGRAM, message, "TypeError"))

    assert finding is not None
    assert finding.line == 3
    assert seen in finding.evidence
    assert change in finding.change


@pytest.mark.parametrize(
    ("program", "message"),
    [("\n\nread(df)\n", LABELS), (PROGRAM, "'label'")],
    ids=["a reader of one's own", "another error"],
)
def test_is_silent_on(program: str, message: str) -> None:
    assert diagnosis.match(failed(program, message, "TypeError")) is None
