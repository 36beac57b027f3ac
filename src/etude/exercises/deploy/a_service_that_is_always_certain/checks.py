"""The marking scheme: what the service answers, and what its model says itself."""

import numpy as np

from etude.checks.answers_requests import AnswersRequests, Request
from etude.checks.values import Name, Npz, Numbers

MODEL = Name(name="model")
# Every stored picture has a pixel of 254 or 255: only others tell 255 from the brightest pixel.
DARK = np.random.default_rng(3).integers(0, 60, size=(2, 28, 28))


def asked(what, start, stop):
    rows = {"file": "fashion_mnist/train.npz", "array": "images", "start": start, "stop": stop}
    return Request(
        what=what, instances=Npz(**rows), prepared=Npz(**rows, divide=255.0), model=MODEL
    )


def asked_in_the_dark():
    return Request(
        what="a request with 2 pictures whose brightest pixel is 59",
        instances=Numbers(values=DARK.tolist(), dtype="int64"),
        prepared=Numbers(values=(DARK / 255.0).tolist()),
        model=MODEL,
    )


CHECKS = [
    AnswersRequests(
        handler=Name(name="Handler"),
        does="the service gives the answers of its model",
        requests=(
            asked("a request with one picture", 6000, 6001),
            asked("a request with 5 pictures", 7000, 7005),
            asked_in_the_dark(),
        ),
        points=3,
    )
]
