"""Features of a shuffling reader beside labels of their own, and what fits any order."""

from dataclasses import replace

from described import dense, evidence, fit, integers, model, numbers

from etude.diagnoses.catalogue import features_in_other_order
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call, Data, Stage, TensorSample

PROGRAM = """\
pictures = reader.flow_from_directory("pets", class_mode=None)
features = base.predict(pictures)
{then}
head.fit(features, labels)
"""


ITERATOR = Data(role="predict", kind="other", type="DirectoryIterator")


def learned(
    labels: TensorSample, *, predicted_in: int, then: str = "", pictures: Data = ITERATOR
) -> Evidence:
    head = model(dense(1, "sigmoid"), loss="binary_crossentropy")
    training = replace(fit(head, labels=labels), drawn_order=predicted_in, line=4)
    predicted = Call(name="Model.predict", line=2, data=pictures)
    return evidence(fits=[training], calls=[predicted], program=PROGRAM.format(then=then))


def pipeline(**shuffle: object) -> Data:
    stage = Stage(op="shuffle", line=1, parameters={"buffer_size": 100, **shuffle})
    return Data(role="predict", kind="dataset", stages=[stage, Stage(op="batch")])


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


def test_classes_that_were_found_in_the_features_fit_them() -> None:
    found = "labels = KMeans(2).fit_predict(features)"

    assert (
        features_in_other_order.match(learned(integers(0, 1), predicted_in=2, then=found)) is None
    )


def test_labels_that_only_count_the_features_know_no_order() -> None:
    counted = "labels = np.array([0] * (len(features) // 2) + [1] * (features.shape[0] // 2))"

    assert features_in_other_order.match(learned(integers(0, 1), predicted_in=2, then=counted))


def test_a_pipeline_in_another_order_on_every_pass_is_no_other() -> None:
    anew = learned(integers(0, 1), predicted_in=2, pictures=pipeline())
    once = pipeline(reshuffle_each_iteration=False)

    finding = features_in_other_order.match(anew)

    assert finding is not None
    assert finding.line == 1
    assert (
        features_in_other_order.match(learned(integers(0, 1), predicted_in=2, pictures=once))
        is None
    )
