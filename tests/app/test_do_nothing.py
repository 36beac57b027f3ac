"""The answer that does nothing has the names of the solution."""

from pathlib import Path

from small_exercise import write_exercise

from etude.app.do_nothing import do_nothing
from etude.catalog.exercises import read_exercise

SOLUTION = """\
import keras

SIDE = 32


def build(shape: keras.Shape, *sizes, units=SIDE, rate: float = 0.1):
    return keras.Sequential()


SCALE = 255.0
"""


def test_functions_return_none_and_values_are_none(tmp_path: Path) -> None:
    folder = write_exercise(tmp_path)
    (folder / "solution.py").write_text(SOLUTION)
    metadata = folder / "exercise.toml"
    metadata.write_text(metadata.read_text().replace('["load"]', '["build", "SCALE"]'))
    defined: dict[str, object] = {}

    text = do_nothing(read_exercise(folder))

    exec(text, defined)
    assert "def build(shape, *sizes, units=None, rate=None):\n    return None" in text
    assert defined["SCALE"] is None
    assert "SIDE" not in defined
