"""Pictures whose channels come in two orders."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from described import dense, evidence, model
from trained import judged

from etude.diagnoses.catalogue import channels_reversed
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call, Data, Fit
from etude.domain.what_if import AS_IT_IS, WhatIf

NETWORK = model(dense(2), loss="mse")
PROGRAM = "x = load()\ntrain = x[..., ::-1]\nmodel.fit(train, y)\n"


def pictures(means: Sequence[float], role: str = "fit") -> Data:
    return Data(role=role, kind="arrays", channels=means)


def run(means: Sequence[float]) -> Fit:
    return Fit(index=0, line=3, model=NETWORK, train=pictures(means))


def asked(means: Sequence[float], key: str = "1") -> Call:
    data = pictures(means, "predict")
    return Call(name="Model.predict", line=5, model=replace(NETWORK, key=key), data=data)


def test_fires_where_the_source_turns_them_round() -> None:
    finding = channels_reversed.match(
        evidence(fits=[run([0.1, 0.3, 0.5])], calls=[asked([0.52, 0.3, 0.11])], program=PROGRAM)
    )

    assert finding is not None
    assert finding.line == 2
    assert "means 0.1, 0.3, 0.5, predict in line 5" in finding.evidence


@pytest.mark.parametrize(
    ("call", "program"),
    [
        (asked([0.11, 0.3, 0.52]), PROGRAM),
        (asked([0.3, 0.3, 0.3]), PROGRAM),
        (asked([]), PROGRAM),
        (asked([0.52, 0.3, 0.11], key="2"), PROGRAM),
        (asked([0.52, 0.3, 0.11]), "train = x[::-1]\n"),
    ],
    ids=["the same order", "grey", "no pictures", "another model", "rows turned round"],
)
def test_is_silent_on(call: Call, program: str) -> None:
    given = evidence(fits=[run([0.1, 0.3, 0.5])], calls=[call], program=program)

    assert channels_reversed.match(given) is None


@pytest.mark.parametrize(
    "line",
    ["x = x[:, :, :, ::-1]", "x = tf.reverse(x, axis=[-1])", "x = cv2.imread(path)"],
)
def test_finds_the_line_in_every_way_to_write_it_and_quotes_both_numbers(line: str) -> None:
    verdict = judged({AS_IT_IS: 0.4, WhatIf.CHANNELS_REVERSED: 0.9})

    finding = channels_reversed.match(evidence(verdicts=[verdict], program=f"a = 1\n{line}\n"))

    assert finding is not None
    assert finding.line == 2
    assert finding.evidence == "0.40 as it is, 0.90 with colour channels in reverse order"


STRAIGHT = "x = load()\nmodel.fit(x[:20], y)\n"


def grey_on_average(program: str, *, channels: Sequence[float] = (0.3, 0.2, 0.3)) -> Evidence:
    """Red and blue are equally bright, so that the means say nothing; asked in the last line."""
    fit = replace(run(channels), line=2)
    call = replace(asked(channels), line=program.count("\n"))
    return evidence(fits=[fit], calls=[call], program=program)


@pytest.mark.parametrize(
    "turning",
    [
        "camera = x[20:, ..., ::-1]",
        "camera = x[20:][:, :, :, ::-1].astype('float32')",
        "camera = np.flip(x[20:], -1)",
        "camera = tf.reverse(x[20:], axis=[-1])",
    ],
)
def test_fires_on_the_same_pictures_turned_round_by_the_source_alone(turning: str) -> None:
    program = f"{STRAIGHT}{turning}\nmodel.predict(camera)\n"

    finding = channels_reversed.match(grey_on_average(program))

    assert finding is not None
    assert finding.line == 3
    assert "predict in line 4 gets the same ones" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        "x = load()[..., ::-1]\nmodel.fit(x[:20], y)\nmodel.predict(x[20:])\n",
        STRAIGHT + "camera = other()[..., ::-1]\nmodel.predict(camera)\n",
        STRAIGHT + "mirrored = x[20:][:, :, ::-1]\nmodel.predict(mirrored)\n",
        STRAIGHT + "def show(one):\n    new = x[..., ::-1]\n    plot(new)\n"
        "new = x[20:]\nmodel.predict(new)\n",
    ],
    ids=["turned for both", "other pictures", "mirrored", "turned for a plot"],
)
def test_is_silent_when_the_source_turns_something_else(program: str) -> None:
    assert channels_reversed.match(grey_on_average(program)) is None


def test_is_silent_on_what_are_no_pictures() -> None:
    program = STRAIGHT + "model.predict(x[..., ::-1])\n"

    assert channels_reversed.match(grey_on_average(program, channels=())) is None


READ = """\
data = keras.utils.image_dataset_from_directory("pictures").map(scaled).cache()
model.fit(data)
"""
WHOLE = "img = cv2.imread(path)\nimg = cv2.resize(img, (32, 32)) / 255\nmodel.predict(img[None])\n"
HELPED = """\
def name_of(img, size):
    img = np.array(Image.fromarray(img).resize(size)) / 255
    return model.predict(img[None])
print(name_of({picture}, (32, 32)))
"""


@pytest.mark.parametrize(
    ("program", "line", "asked_in"),
    [
        (WHOLE, 3, 5),
        (HELPED.format(picture="cv2.imread(path)"), 6, 5),
        (HELPED.format(picture="np.array(Image.open(path))[:, :, ::-1]"), 6, 5),
    ],
    ids=["read there", "handed to a function", "turned by hand"],
)
def test_a_file_read_blue_first_is_told_though_its_means_say_nothing(
    program: str, line: int, asked_in: int
) -> None:
    finding = channels_reversed.match(_read(READ + program, asked_in))

    assert finding is not None
    assert finding.line == line
    assert "image_dataset_from_directory reads as red, green, blue" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        READ + WHOLE.replace("cv2.resize(img,", "cv2.resize(cv2.cvtColor(img, 4),"),
        READ + WHOLE.replace("imread(path)", "imread(path, 0)"),
        READ + WHOLE.replace("cv2.imread", "plt.imread"),
        READ + HELPED.format(picture="cv2.imread(path)[:, :, ::-1]"),
        READ.replace("keras.utils.image_dataset_from_directory", "all_by_opencv") + WHOLE,
    ],
    ids=["turned back", "grey", "another library", "turned back by hand", "trained so too"],
)
def test_is_silent_where_the_order_is_kept(program: str) -> None:
    assert channels_reversed.match(_read(program, 5)) is None


def _read(program: str, line: int) -> Evidence:
    same = [0.3, 0.3, 0.3]
    fit = replace(run(same), line=2)
    return evidence(fits=[fit], calls=[replace(asked(same), line=line)], program=program)
