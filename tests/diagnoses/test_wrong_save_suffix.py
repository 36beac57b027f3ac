"""A name that no saved model may have."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import wrong_save_suffix as diagnosis
from etude.domain.observations import Call

PROGRAM = 'FOLDER = "my_model"\nmodel.save(FOLDER)\n'
ERROR = "ValueError: Invalid filepath extension for saving."


def saving(path: str, error: str = ERROR) -> Call:
    return Call(name="Model.save", line=2, arguments={"filepath": path}, error=error)


def test_fires_where_the_name_is_written() -> None:
    finding = diagnosis.match(evidence(calls=[saving("my_model")], program=PROGRAM))

    assert finding is not None
    assert finding.line == 1
    assert finding.change.startswith('model.save("my_model.keras")')


@pytest.mark.parametrize(
    "call",
    [saving("my_model.keras", ""), saving("my_model.keras"), saving("my_model", "OSError: full")],
    ids=["saved", "another reason", "another error"],
)
def test_is_silent_on(call: Call) -> None:
    assert diagnosis.match(evidence(calls=[call], program=PROGRAM)) is None
