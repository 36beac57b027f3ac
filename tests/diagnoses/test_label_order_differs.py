"""Classes numbered in another order than agreed."""

import pytest
from described import evidence
from trained import judged, trained

from etude.diagnoses.catalogue import label_order_differs
from etude.domain.observations import Call
from etude.domain.what_if import AS_IT_IS, LABELS_REORDERED

PROGRAM = """\
train = keras.utils.image_dataset_from_directory(
    "data",
    class_names=["fruit", "bird"],
)
test = keras.utils.image_dataset_from_directory("test")
"""


def read(line: int, *names: str) -> Call:
    given = {"directory": "data", "class_names": list(names)}
    return Call(name="image_dataset_from_directory", line=line, arguments=given)


def test_fires_on_a_jump_under_another_order_and_quotes_both_numbers() -> None:
    verdict = judged({AS_IT_IS: 0.02, LABELS_REORDERED + "fruit, bird": 0.93})

    finding = label_order_differs.match(evidence(verdicts=[verdict], program=PROGRAM))

    assert finding is not None
    assert finding.line == 3
    assert finding.evidence.startswith("0.02 as it is, 0.93 with the model's outputs read in the")
    assert finding.evidence.endswith("order fruit, bird")


def test_fires_on_two_readers_with_different_orders_at_the_argument() -> None:
    calls = [read(1, "fruit", "bird"), read(5, "bird", "fruit")]

    finding = label_order_differs.match(evidence(calls=calls, program=PROGRAM))

    assert finding is not None
    assert finding.line == 3
    assert "line 1 numbers the classes fruit, bird; line 5 numbers them bird, fruit" in (
        finding.evidence
    )


def test_is_silent_when_both_readers_have_the_same_order() -> None:
    calls = [read(1, "fruit", "bird"), read(5, "fruit", "bird")]

    assert label_order_differs.match(evidence(calls=calls, program=PROGRAM)) is None


def test_is_silent_when_the_readers_read_different_classes() -> None:
    calls = [read(1, "fruit", "bird"), read(5, "bug", "plant")]

    assert label_order_differs.match(evidence(calls=calls, program=PROGRAM)) is None


def test_is_silent_without_a_jump() -> None:
    verdict = judged({AS_IT_IS: 0.4})

    assert label_order_differs.match(evidence(verdicts=[verdict], program=PROGRAM)) is None


def test_points_at_the_labels_where_the_list_of_classes_has_the_agreed_order() -> None:
    program = """\
CLASSES = ["fruit", "bird"]
names = np.array(CLASSES)[np.array([0, 1, 1])]
labels = np.searchsorted(np.unique(names), names)
model.fit(pictures[:2], labels[:2])
"""
    verdict = judged({AS_IT_IS: 0.02, LABELS_REORDERED + "bird, fruit": 0.93})

    finding = label_order_differs.match(
        evidence(verdicts=[verdict], fits=[trained(classes=2, line=4)], program=program)
    )

    assert finding is not None
    assert finding.line == 3


READ = """\
NAMES = ["fruit", "bird"]
train = keras.utils.image_dataset_from_directory("data")
scores = model.predict(picture)[0]
{answer}
"""


@pytest.mark.parametrize(
    "answer",
    [
        "print(NAMES[scores.argmax()])",
        "print(NAMES[int(np.argmax(scores))])",
        "best = tf.argmax(scores)\nprint(NAMES[best])",
        "print(NAMES[int(scores[0] > 0.5)])",
    ],
)
def test_fires_on_a_list_in_another_order_that_answers_are_looked_up_in(answer: str) -> None:
    given = evidence(calls=[read(2, "bird", "fruit")], program=READ.format(answer=answer))

    finding = label_order_differs.match(given)

    assert finding is not None
    assert finding.line == 1
    assert "line 2 numbers the classes bird, fruit" in finding.evidence
    assert "looks answers up in fruit, bird" in finding.evidence


@pytest.mark.parametrize(
    ("names", "answer"),
    [
        (("fruit", "bird"), "print(NAMES[scores.argmax()])"),
        (("bird", "fruit"), "for i in range(2):\n    os.mkdir(NAMES[i])"),
        (("bird", "bug"), "print(NAMES[scores.argmax()])"),
        (("bird", "fruit"), "print(sorted(NAMES)[scores.argmax()])"),
    ],
    ids=["the same order", "folders are made", "other classes", "sorted"],
)
def test_is_silent_on_a_list(names: tuple[str, ...], answer: str) -> None:
    given = evidence(calls=[read(2, *names)], program=READ.format(answer=answer))

    assert label_order_differs.match(given) is None
