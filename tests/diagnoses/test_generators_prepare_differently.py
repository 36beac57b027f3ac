"""Image generators that give a model other numbers than it learned from."""

import pytest
from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import generators_prepare_differently as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call

FLOWS = """\
train = {train}.flow_from_directory('a')
model.fit({fit}, validation_data={validation})
test = {test}.flow_from_directory('b', shuffle=False)
model.predict(test)
"""
SCALED, BARE = "ImageDataGenerator(rescale=1/255, zoom_range=0.2)", "ImageDataGenerator()"


def run(*, train: str = SCALED, test: str = SCALED, validation: str = "None") -> Evidence:
    program = "\n" + FLOWS.format(train=train, test=test, validation=validation, fit="train")
    given = fit(model(dense(1, "sigmoid"), loss="binary_crossentropy"), labels=integers(0, 1))
    call = Call(name="Model.predict", line=5, model=given.model)
    return evidence(fits=[given], calls=[call], program=program)


def test_fires_at_the_generator_that_asks() -> None:
    finding = diagnosis.match(run(test=BARE))

    assert finding is not None
    assert finding.line == 4
    assert "line 2, has rescale=1 / 255" in finding.evidence
    assert "for predict, has neither rescale nor preprocessing_function" in finding.evidence


def test_fires_on_validation() -> None:
    validation = "ImageDataGenerator(preprocessing_function=prep).flow_from_directory('v')"

    finding = diagnosis.match(run(validation=validation))

    assert finding is not None
    assert finding.line == 3
    assert "for validation" in finding.evidence


def test_reads_settings_from_a_dictionary() -> None:
    assert diagnosis.match(run(train="ImageDataGenerator(**dict(rescale=1/255))")) is None
    assert diagnosis.match(run(train="ImageDataGenerator(**dict(zoom_range=1))")) is not None


@pytest.mark.parametrize(
    "test",
    [
        "ImageDataGenerator(rescale=1./255.)",
        "ImageDataGenerator(rescale=SCALE, validation_split=0.2)",
        "ImageDataGenerator(**settings())",
        "make_generator()",
    ],
    ids=["the same otherwise written", "no augmentation", "not written down", "of a function"],
)
def test_is_silent_on(test: str) -> None:
    assert diagnosis.match(run(test=test)) is None


@pytest.mark.parametrize(
    "function",
    ["lambda x: x + np.random.normal(0, 8, x.shape)", "lambda x: tf.image.random_hue(x, 0.1)"],
)
def test_a_function_that_draws_at_random_augments_and_does_not_prepare(function: str) -> None:
    train = f"ImageDataGenerator(rescale=1/255, preprocessing_function={function})"

    assert diagnosis.match(run(train=train)) is None
