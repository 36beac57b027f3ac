import numpy as np

from etude.checks.defines import Defines
from etude.checks.measures_as_stated import Batch, MeasuresAsStated
from etude.checks.values import Arrays, Call, Numbers

NEAR = 0.5


def numbers(shape, seed):
    return Arrays(shape=shape, low=-1, high=1, seed=seed)


def batch(size, seed):
    return Batch(labels=numbers((size,), seed), outputs=numbers((size, 1), seed + 50))


def drawn(arrays):
    values = np.random.default_rng(arrays.seed).uniform(arrays.low, arrays.high, size=arrays.shape)
    return values.astype("float32").reshape(-1)


def share(*batches):
    near = [np.abs(drawn(one.labels) - drawn(one.outputs)) <= NEAR for one in batches]
    return float(np.concatenate(near).mean())


def asked(name, *sizes):
    batches = tuple(batch(size, seed) for seed, size in enumerate(sizes, start=len(sizes)))
    return MeasuresAsStated(
        name=name,
        of=Call(function="ShareClose", label="ShareClose()"),
        batches=batches,
        truth=share(*batches),
        case=f"batches of {', '.join(map(str, sizes))} examples",
        again=share(batches[-1]),
        survives=True,
        points=2,
        after=("defines",),
    )


def at_the_limit():
    """NEAR is a sum of powers of two, so that the distances are exact in any precision."""
    labels, outputs = [0.0, 4.0, 8.0, 1.0], [NEAR, 4 - NEAR, 8 + NEAR, 1 + 2 * NEAR]
    batch = Batch(
        labels=Numbers(values=labels), outputs=Numbers(values=[[one] for one in outputs])
    )
    return MeasuresAsStated(
        name="at_the_limit",
        of=Call(function="ShareClose", label="ShareClose()"),
        batches=(batch,),
        truth=0.75,
        case=f"four forecasts, three of them exactly {NEAR} off and one twice as far",
        again=0.75,
        survives=True,
        after=("defines",),
    )


CHECKS = [
    Defines(function="ShareClose"),
    asked("many_batches", 30, 30, 30, 4),
    asked("two_batches", 1, 50),
    at_the_limit(),
]
