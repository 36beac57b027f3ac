"""Pictures and masks that are drawn apart."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import generators_not_in_step as diagnosis

FLOWS = """\
made = ImageDataGenerator({options})
a = made.flow(x, {first})
b = made.flow(y, {second})
"""
ZIPPED = "model.fit(zip(a, b))\n"
YIELDED = "def both():\n    while True:\n        yield next(a), next(b)\n"
PREPARED = (
    "def both():\n    while True:\n        yield next(a) / 255, (next(b) > 0.5).astype('float32')\n"
)
NAMED = (
    "for _ in range(9):\n    picture = next(a)\n    mask = b.next() / 9\n    c = (picture, mask)\n"
)
INDEXED = "class Pairs(Sequence):\n    def __getitem__(self, i):\n        return a[i], b[i]\n"


def program(
    end: str = ZIPPED,
    *,
    first: str = "batch_size=8",
    second: str = "batch_size=8",
    options: str = "",
) -> str:
    return FLOWS.format(options=options, first=first, second=second) + end


@pytest.mark.parametrize(
    "end",
    [ZIPPED, YIELDED, PREPARED, NAMED, INDEXED],
    ids=["zip", "generator", "prepared", "named", "sequence"],
)
def test_fires_at_the_second_flow(end: str) -> None:
    finding = diagnosis.match(evidence(program=program(end)))

    assert finding is not None
    assert finding.line == 3
    assert "line 2 and line 3" in finding.evidence
    assert "seed=1" in finding.change


def test_fires_on_flips_without_a_seed_even_in_order() -> None:
    text = program(first="shuffle=False", second="shuffle=False", options="horizontal_flip=True")

    assert diagnosis.match(evidence(program=text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        program(first="seed=1", second="seed=1"),
        program(first="seed=SEED", second="seed=SEED"),
        program(first="shuffle=False", second="shuffle=False", options="rescale=1/255"),
        program("model.fit(a)\nmodel.evaluate(b)\n"),
        "a = load('x')\nb = load('y')\nmodel.fit(zip(a, b))\n",
    ],
    ids=["one seed", "a named seed", "nothing at random", "not side by side", "other iterators"],
)
def test_is_silent_on(text: str) -> None:
    assert diagnosis.match(evidence(program=text)) is None
