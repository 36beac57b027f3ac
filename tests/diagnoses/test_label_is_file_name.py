"""The last part of a path taken for its class."""

import pytest
from piped import seen

from etude.diagnoses.catalogue import label_is_file_name


@pytest.mark.parametrize(
    "program",
    [
        "parts = tf.strings.split(path, os.sep)\nlabel = parts[-1] == class_names",
        "parts = strings.split(path, sep='/')\nlabel = tf.argmax(self.names == parts[-1])",
        "\nlabel = tf.strings.split(path, os.path.sep)[-1] == class_names",
    ],
)
def test_fires_at_the_comparison(program: str) -> None:
    finding = label_is_file_name.match(seen(program=program))

    assert finding is not None
    assert finding.line == 2
    assert "[-2]" in finding.change


@pytest.mark.parametrize(
    "program",
    [
        "parts = tf.strings.split(path, os.sep)\nlabel = parts[-2] == class_names",
        "parts = tf.strings.split(path, '_')\nlabel = parts[-1] == class_names",
        "parts = tf.strings.split(path, os.sep)\nname = parts[-1]",
        "parts = tf.strings.split(path, os.sep)\nkeep = parts[-1] == 'a.png'",
        "words = tf.strings.split(text)\nlast = words[-1] == wanted",
    ],
)
def test_is_silent_on(program: str) -> None:
    assert label_is_file_name.match(seen(program=program)) is None
