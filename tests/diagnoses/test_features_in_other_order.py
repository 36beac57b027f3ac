"""Features of a shuffling reader beside labels of their own, and what fits any order."""

from dataclasses import replace

from described import dense, evidence, fit, integers, model, numbers

from etude.diagnoses.catalogue import features_in_other_order
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import TensorSample

PROGRAM = """\
pictures = reader.flow_from_directory("pets", class_mode=None)
features = base.predict(pictures)
{then}
head.fit(features, labels)
"""


def learned(labels: TensorSample, *, predicted_in: int, then: str = "") -> Evidence:
    head = model(dense(1, "sigmoid"), loss="binary_crossentropy")
    training = replace(fit(head, labels=labels), drawn_order=predicted_in, line=4)
    return evidence(fits=[training], program=PROGRAM.format(then=then))


def test_labels_in_the_order_of_files_do_not_fit_drawn_pictures() -> None:
    finding = features_in_other_order.match(learned(integers(0, 1), predicted_in=2))

    assert finding is not None
    assert finding.line == 1
    assert "shuffle=False" in finding.change


def test_features_in_the_order_of_files_are_fine() -> None:
    assert features_in_other_order.match(learned(integers(0, 1), predicted_in=0)) is None


def test_labels_looked_up_by_the_drawn_order_are_fine() -> None:
    looked_up = "labels = pictures.classes[pictures.index_array]"

    assert (
        features_in_other_order.match(learned(integers(0, 1), predicted_in=2, then=looked_up))
        is None
    )


def test_one_label_for_all_fits_any_order() -> None:
    assert features_in_other_order.match(learned(integers(1), predicted_in=2)) is None


def test_features_that_are_to_be_rebuilt_fit_themselves() -> None:
    again = numbers(-1.0, 1.0, shape=(64, 8))

    assert features_in_other_order.match(learned(again, predicted_in=2)) is None
