import numpy as np

from etude.checks.defines import Defines
from etude.checks.measures_as_stated import Batch, MeasuresAsStated
from etude.checks.values import Arrays, Call

QUANTILE = 0.9


def numbers(shape, seed):
    return Arrays(shape=shape, low=-3, high=3, seed=seed)


def whole(shape, seed):
    return Arrays(shape=shape, fill="integers", low=0, high=3, seed=seed)


def drawn(arrays):
    rng = np.random.default_rng(arrays.seed)
    draw = rng.integers if arrays.fill == "integers" else rng.uniform
    values = draw(arrays.low, arrays.high, size=arrays.shape)
    return values.astype("float32").reshape(-1)


def batch(size, seed, weights=None, flat=False):
    labels = numbers((size,) if flat else (size, 1), seed)
    return Batch(labels=labels, outputs=numbers((size, 1), seed + 50), weights=weights)


def losses(one):
    error = drawn(one.labels) - drawn(one.outputs)
    return np.maximum(QUANTILE * error, (QUANTILE - 1) * error)


def hits(one):
    return drawn(one.labels) <= drawn(one.outputs)


WEIGHTS = numbers((8,), 9)
COLUMN, FLAT, WEIGHTED = batch(8, 1), batch(6, 2, flat=True), batch(8, 3, weights=WEIGHTS)
# Of whole numbers some labels equal their outputs.
TIES = Batch(labels=whole((16, 1), 5), outputs=whole((16, 1), 55))
BATCHES = (batch(16, 4), TIES, batch(3, 6, flat=True))
PINBALL = Call(function="Pinball", args=(QUANTILE,), label=f"Pinball({QUANTILE})")
SHARE = Call(function="ShareBelow", label="ShareBelow()")


def loss_check(name, one, truth, case, survives=False):
    return MeasuresAsStated(
        name=name,
        of=PINBALL,
        batches=(one,),
        truth=float(truth),
        case=case,
        survives=survives,
        points=2,
        after=("defines_loss",),
    )


CHECKS = [
    Defines(name="defines_loss", function="Pinball"),
    Defines(name="defines_metric", function="ShareBelow"),
    loss_check("columns", COLUMN, losses(COLUMN).mean(), "labels of shape (8, 1)"),
    loss_check("flat", FLAT, losses(FLAT).mean(), "labels of shape (6,)"),
    loss_check(
        "weighted",
        WEIGHTED,
        (losses(WEIGHTED) * drawn(WEIGHTS)).mean(),
        "examples with weights",
        survives=True,
    ),
    MeasuresAsStated(
        name="share",
        of=SHARE,
        batches=BATCHES,
        truth=float(np.concatenate([hits(one) for one in BATCHES]).mean()),
        case="batches of 16, 16 and 3 examples",
        again=float(hits(BATCHES[-1]).mean()),
        survives=True,
        points=3,
        after=("defines_metric",),
    ),
]
