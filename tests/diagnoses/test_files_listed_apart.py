"""Files of pairs in two orders."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import files_listed_apart as diagnosis

SORTED = "a = sorted(glob.glob('a/*.png'))\n"
BY_NUMBER = "b = sorted(glob.glob('b/*.png'), key=lambda p: int(p[2:-4]))\n"
AS_LISTED = "b = os.listdir('b')\n"
ARRAYS = "x = np.array([read(p) for p in a]) / 255\ny = np.array([read(p) for p in b])\n"
FILLED = "x, y = [], []\nfor p in a:\n    x.append(read(p))\nfor p in b:\n    y.append(read(p))\n"
FIT = "model.fit(x, y)\n"


@pytest.mark.parametrize(
    "program",
    [
        SORTED + BY_NUMBER + "data = list(zip(a, b))\n",
        SORTED + AS_LISTED + "data = Dataset.from_tensor_slices((a, b))\n",
        SORTED + BY_NUMBER + ARRAYS + FIT,
        SORTED + AS_LISTED + FILLED + FIT,
        "a = glob.glob('a/*')\nb = list(Path('b').glob('*'))\na.sort()\nzip(a, b)\n",
    ],
    ids=["zip", "slices", "arrays", "filled in loops", "sorted in place"],
)
def test_fires_at_the_second_list(program: str) -> None:
    finding = diagnosis.match(evidence(program=program))

    assert finding is not None
    assert finding.line == 2


@pytest.mark.parametrize(
    "program",
    [
        SORTED + "b = sorted(glob.glob('b/*.png'))\nzip(a, b)\n",
        "a = os.listdir('a')\n" + AS_LISTED + "zip(a, b)\n",
        SORTED + BY_NUMBER + "model.fit(read(a))\nmodel.evaluate(read(b))\n",
        SORTED + "b = [label_of(p) for p in a]\nzip(a, b)\n",
        SORTED + "b = sorted(Path('b').glob('*'), key=lambda p: p.name)\nzip(a, b)\n",
    ],
    ids=["alike", "both as listed", "no pair", "one listing", "by name"],
)
def test_is_silent_on(program: str) -> None:
    assert diagnosis.match(evidence(program=program)) is None


@pytest.mark.parametrize(
    "padding",
    ["save(f'a/{i:04d}.png')\n", "save('a/%03d.png' % i)\n", "save('a/' + str(i).zfill(3))\n"],
)
def test_is_silent_where_text_and_numbers_give_one_order(padding: str) -> None:
    program = padding + SORTED + BY_NUMBER + "zip(a, b)\n"
    as_listed = padding + SORTED + AS_LISTED + "zip(a, b)\n"

    assert diagnosis.match(evidence(program=program)) is None
    assert diagnosis.match(evidence(program=as_listed)) is not None


def test_says_when_numbers_and_text_are_the_same_order() -> None:
    finding = diagnosis.match(evidence(program=SORTED + BY_NUMBER + "zip(a, b)\n"))

    assert finding is not None
    assert "unless all numbers are padded with zeros" in finding.evidence
