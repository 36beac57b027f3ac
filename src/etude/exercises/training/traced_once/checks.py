import numpy as np

from etude.checks.calls_as_stated import CallsAsStated
from etude.checks.defines import Defines
from etude.checks.values import Arrays, Call

CALLS = 12


def vector(number, first):
    return Arrays(shape=(first + 3 * number,), low=-2, high=5, seed=number)


def averages(momentum, vectors):
    """What each call has to return."""
    found = []
    for one in vectors:
        values = np.random.default_rng(one.seed).uniform(one.low, one.high, size=one.shape)
        mean = float(values.mean())
        found.append(mean if not found else momentum * found[-1] + (1 - momentum) * mean)
    return tuple(found)


def asked(momentum, first, name):
    vectors = tuple(vector(number, first) for number in range(CALLS))
    return CallsAsStated(
        name=name,
        of=Call(function="make_average", args=(momentum,), label=f"make_average({momentum})"),
        inputs=vectors,
        outputs=averages(momentum, vectors),
        points=3,
        after=("defines",),
    )


CHECKS = [
    Defines(function="make_average", parameters=("momentum",)),
    asked(0.9, 1, "first_average"),
    asked(0.5, 2, "second_average"),
]
