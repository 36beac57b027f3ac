"""Names that a changed dataset does not know."""

from described import evidence

from etude.diagnoses.catalogue import class_names_lost
from etude.domain.error import Error, ErrorFrame
from etude.domain.observations import Call

FRAME = ErrorFrame(file="program.py", line=7, function="<module>")
READ = Call(name="image_dataset_from_directory", line=3)


def raised(message: str, kind: str = "AttributeError") -> Error:
    return Error(type=kind, message=message, frames=[FRAME])


def test_says_which_dataset_has_them() -> None:
    error = raised("'_PrefetchDataset' object has no attribute 'class_names'")
    run = evidence(calls=[READ])

    finding = class_names_lost.match(type(run)(source=run.source, calls=[READ], errors=[error]))

    assert finding is not None
    assert finding.line == 7
    assert "asks a PrefetchDataset for class_names" in finding.evidence
    assert "the dataset read in line 3" in finding.evidence


def test_is_silent_on_other_attributes() -> None:
    run = evidence()
    error = raised("'_PrefetchDataset' object has no attribute 'shape'")

    assert class_names_lost.match(type(run)(source=run.source, errors=[error])) is None
