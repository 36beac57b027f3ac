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


BY_HAND = "y = np.ones(80)\ny[:40] = 0\n"
SCORED = "table = confusion_matrix(y, p.round())\n"


def run_below(program: str) -> Evidence:
    data = Data(role="predict", kind="other", type="DirectoryIterator")
    return seen(calls=[Call(name="Model.predict", line=4, data=data)], program=program)


def test_fires_where_the_labels_were_written_by_hand() -> None:
    finding = generator_labels_in_other_order.match(run_below(BY_HAND + READ + PREDICT + SCORED))

    assert finding is not None
    assert finding.line == 3
    assert "line 5 compares that with labels which know nothing of this order" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        pytest.param(
            BY_HAND + READ.replace("8)", "8, shuffle=False)") + PREDICT + SCORED, id="in order"
        ),
        pytest.param("y = np.ones(80)\n\n" + READ + PREDICT + SCORED, id="one class throughout"),
        pytest.param(
            "\n\n" + READ + PREDICT + "y = test.data[test.index_array]\n" + SCORED,
            id="labels looked up in the order drawn",
        ),
        pytest.param(BY_HAND + READ + PREDICT + SCORED.replace("p.", "q."), id="other predictions"),
        pytest.param(BY_HAND + READ + PREDICT + SCORED.replace("(y,", "(p > 0.9,"), id="two cuts"),
    ],
)
def test_is_silent_below_labels_by_hand(program: str) -> None:
    assert generator_labels_in_other_order.match(run_below(program)) is None
