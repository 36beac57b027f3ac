"""A path that Keras refuses."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import checkpoint_path_refused as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.error import Error, ErrorFrame

CHECKPOINT = "keras.src.callbacks.model_checkpoint.__init__"
SAVE_WEIGHTS = "keras.src.saving.saving_api.save_weights"


def refused(program: str, path: str, *, line: int, raised_by: str = CHECKPOINT) -> Evidence:
    frame = ErrorFrame(file="program.py", line=line, function="<module>")
    message = f"the filepath must end in something. Received: filepath={path}"
    error = Error(type="ValueError", message=message, frames=[frame], raised_by=raised_by)
    return evidence(program=program).__class__(
        source=evidence(program=program).source, errors=[error]
    )


def test_fires_at_the_path_of_the_checkpoint() -> None:
    program = 'keep = ModelCheckpoint(\n    "ckpt/best",\n    save_weights_only=True)\n'

    finding = diagnosis.match(refused(program, "ckpt/best", line=1))

    assert finding is not None
    assert finding.line == 2
    assert '"ckpt/best"' in finding.evidence
    assert '"ckpt/best.weights.h5"' in finding.change


def test_fires_where_a_named_path_is_written() -> None:
    program = 'WEIGHTS = "best.h5"\nmodel.fit(x)\nmodel.save_weights(WEIGHTS)\n'

    finding = diagnosis.match(refused(program, "best.h5", line=3, raised_by=SAVE_WEIGHTS))

    assert finding is not None
    assert finding.line == 1
    assert finding.change.endswith('"best.weights.h5"')


@pytest.mark.parametrize(
    ("path", "suggested"),
    [
        ("best.ckpt", "best.keras"),
        ("best.weights.h5.index", "best.keras"),
        ("folder/", "folder.keras"),
    ],
)
def test_suggests_a_whole_model_where_one_is_saved(path: str, suggested: str) -> None:
    finding = diagnosis.match(refused(f'ModelCheckpoint("{path}")\n', path, line=1))

    assert finding is not None
    assert f'"{suggested}"' in finding.change


def test_is_silent_on_other_errors() -> None:
    program = 'keep = ModelCheckpoint("best.keras", save_freq="never")\n'
    elsewhere = refused(program, "best.keras", line=1, raised_by="numpy.load")

    assert diagnosis.match(elsewhere) is None
    assert diagnosis.match(evidence(program=program)) is None
