"""The marking scheme: all texts, in few batches, with little padding."""

from etude.checks.defines import Defines
from etude.checks.element_spec import ElementSpec, Tensor
from etude.checks.gives_examples import GivesExamples
from etude.checks.pads_little import PadsLittle
from etude.checks.returns_type import ReturnsType
from etude.checks.values import Call

# Made-up texts: most of 2 to 19 tokens, every ninth of 32 to 48.
LENGTHS = [32 + 5 * i % 17 if i % 9 == 4 else 2 + i * 11 % 25 for i in range(120)]
TEXTS = [[1 + (i * 3 + place * 7) % 200 for place in range(size)] for i, size in enumerate(LENGTHS)]
LABELS = [i * i % 5 % 2 for i in range(120)]
DATA = Call(function="make_batches", args=(TEXTS, LABELS, 8), label="the dataset")

CHECKS = [
    Defines(function="make_batches", parameters=("token_lists", "labels", "batch_size")),
    ReturnsType(of=DATA, kinds=("dataset",), after=("defines",)),
    ElementSpec(
        of=DATA,
        parts={
            "0": Tensor(shape=(None,), integers=True, label="tokens"),
            "1": Tensor(integers=True, label="label"),
        },
        batch=8,
        points=2,
        after=("returns_type",),
    ),
    GivesExamples(
        of=DATA,
        parts={"0": TEXTS, "1": LABELS},
        padding=0,
        things="texts",
        points=2,
        after=("element_spec",),
    ),
    PadsLittle(of=DATA, most=0.3, most_batches=18, points=3, after=("gives_examples",)),
]
