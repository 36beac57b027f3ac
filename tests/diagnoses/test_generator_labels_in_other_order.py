"""Labels of files beside predictions of shuffled files."""

import pytest
from piped import seen

from etude.diagnoses.catalogue import generator_labels_in_other_order
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call, Data

READ = "test = reader.flow_from_directory('pets', batch_size=8)\n"
PREDICT = "p = model.predict(test)\n"
COMPARE = "print((p.argmax(1) == test.classes).mean())\n"


def run(program: str) -> Evidence:
    data = Data(role="predict", kind="other", type="DirectoryIterator")
    return seen(calls=[Call(name="Model.predict", line=2, data=data)], program=program)


@pytest.mark.parametrize(
    "compare", [COMPARE, "table = confusion_matrix(test.classes, p)\n", "names = test.filenames\n"]
)
def test_fires_at_the_reader(compare: str) -> None:
    finding = generator_labels_in_other_order.match(run(READ + PREDICT + compare))

    assert finding is not None
    assert finding.line == 1
    assert "line 2 predicts test, which shuffles, and line 3" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        pytest.param(READ.replace("8)", "8, shuffle=False)") + PREDICT + COMPARE, id="in order"),
        pytest.param(READ + PREDICT, id="labels not used"),
        pytest.param(READ + PREDICT + "print(len(test.filenames))\n", id="labels counted"),
        pytest.param(READ + PREDICT + COMPARE.replace("test.", "other."), id="another's labels"),
        pytest.param("test = load()\n" + PREDICT + COMPARE, id="not such a reader"),
    ],
)
def test_is_silent_with(program: str) -> None:
    assert generator_labels_in_other_order.match(run(program)) is None
