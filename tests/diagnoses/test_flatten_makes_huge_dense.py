"""A dense layer that holds nearly all weights."""

from dataclasses import replace

from described import dense, evidence, layer, model

from etude.diagnoses.catalogue import flatten_makes_huge_dense
from etude.domain.observations import Layer, Model


def classifier(weights: int, *between: Layer, others: int = 1000) -> Model:
    flatten = layer("Flatten", line=5, shape=[None, 788_544])
    convolution = replace(layer("Conv2D"), parameters=others)
    return model(convolution, flatten, *between, replace(dense(32), parameters=weights))


def test_fires_at_the_flatten() -> None:
    finding = flatten_makes_huge_dense.match(evidence(models=[classifier(18_900_000)]))

    assert finding is not None
    assert finding.line == 5
    assert "18,900,000" in finding.evidence
    assert "788,544 values" in finding.evidence


def test_fires_through_dropout() -> None:
    huge = classifier(25_000_000, layer("Dropout"))

    assert flatten_makes_huge_dense.match(evidence(models=[huge])) is not None


def test_is_silent_on_the_sizes_that_courses_use() -> None:
    assert flatten_makes_huge_dense.match(evidence(models=[classifier(9_470_000)])) is None


def test_is_silent_when_much_of_the_model_is_elsewhere() -> None:
    vgg = classifier(102_764_544, others=35_000_000)

    assert flatten_makes_huge_dense.match(evidence(models=[vgg])) is None


def test_is_silent_after_pooling() -> None:
    pooled = model(layer("GlobalAveragePooling2D"), replace(dense(32), parameters=25_000_000))

    assert flatten_makes_huge_dense.match(evidence(models=[pooled])) is None
