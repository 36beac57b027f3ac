"""convert_image_dtype on floats."""

from piped import fit, layers, network, pipeline, seen

from etude.diagnoses.catalogue import pixels_not_scaled_by_convert
from etude.domain.observations import Call


def convert(line: int, given: str) -> Call:
    arguments = {"input_dtype": given, "dtype": "float32"}
    return Call(name="tf.image.convert_image_dtype", line=line, arguments=arguments)


def test_fires_at_the_idle_call() -> None:
    data = pipeline("slices map batch", high=254)

    finding = pixels_not_scaled_by_convert.match(seen(data, calls=[convert(7, "float32")]))

    assert finding is not None
    assert finding.line == 7
    assert finding.evidence == (
        "the images are float32 before line 7, and in the training data still lie between 0 and 254"
    )


def test_is_silent_when_it_converted_integers() -> None:
    data = pipeline("slices map batch", high=254)

    assert pixels_not_scaled_by_convert.match(seen(data, calls=[convert(7, "uint8")])) is None


def test_is_silent_when_the_pixels_are_scaled_anyway() -> None:
    data = pipeline("slices map batch", high=1)

    assert pixels_not_scaled_by_convert.match(seen(data, calls=[convert(7, "float32")])) is None


def test_is_silent_about_a_dataset_on_the_way() -> None:
    raw = pipeline("slices batch", role="raw", high=255)

    assert pixels_not_scaled_by_convert.match(seen(raw, calls=[convert(7, "float32")])) is None


def test_is_silent_when_the_model_scales() -> None:
    model = network(*layers("InputLayer", "Rescaling", "Conv2D"))
    model.layers[1].config.update(scale=1 / 255)  # type: ignore[attr-defined]
    data = pipeline("slices map batch", role="fit", high=255)
    evidence = seen(fits=[fit(model, data)], calls=[convert(7, "float32")])

    assert pixels_not_scaled_by_convert.match(evidence) is None
