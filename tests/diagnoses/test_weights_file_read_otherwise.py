"""Files of weights that are read in another way than they were written."""

from dataclasses import replace

import pytest
from stopped import error, failed

from etude.diagnoses.catalogue import weights_file_read_otherwise as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.error import Missing

NOT_READ = "File format not supported: filepath={}. Keras 3 only supports V3 `.keras` files."
NOT_THERE = "File not found: filepath=m.keras. Please ensure the file is accessible."


@pytest.mark.parametrize(
    ("program", "message", "change"),
    [
        (
            "load_model('m.weights.h5')",
            "No model config found in the file at m.weights.h5.",
            'model.load_weights("m.weights.h5")',
        ),
        ("m.load_weights('cp.ckpt')", NOT_READ.format("cp.ckpt"), "tf.train.Checkpoint"),
        ("m.load_weights('best')", NOT_READ.format("best"), '"best.weights.h5"'),
        (
            "m.load_weights('m.keras', by_name=True)",
            "`by_name` only supports loading legacy '.h5' files. Received: m.keras",
            "leave by_name out",
        ),
        ("load_model('m.keras')", NOT_THERE, "fetched anew"),
    ],
)
def test_the_way_to_read_it_is_told(program: str, message: str, change: str) -> None:
    finding = diagnosis.match(failed(f"\n\n{program}\n", message))

    assert finding is not None
    assert finding.line == 3
    assert change in finding.change


def test_the_whole_name_is_told_when_it_was_saved_under_it() -> None:
    program = "m.save_weights('m.weights.h5')\n\nm.load_weights('m.weights')\n"

    finding = diagnosis.match(failed(program, NOT_READ.format("m.weights")))

    assert finding is not None
    assert finding.change == 'the whole name: load_weights("m.weights.h5")'


def test_a_file_that_is_not_there_is_another_mistake() -> None:
    absent = replace(error(NOT_THERE), missing=Missing(kind="file", name="m.keras"))

    seen = Evidence(source=Source("p.py", "\n\nload_model('m.keras')\n"), errors=[absent])

    assert diagnosis.match(seen) is None
