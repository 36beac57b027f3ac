"""The marking scheme: what the service answers, and what its model says itself."""

from etude.checks.answers_requests import AnswersRequests, Request
from etude.checks.values import Name, Npz


def asked(what, start, stop):
    rows = {"file": "fashion_mnist/train.npz", "array": "images", "start": start, "stop": stop}
    return Request(
        what=what, instances=Npz(**rows), prepared=Npz(**rows, divide=255.0), model=Name(name="model")
    )


CHECKS = [
    AnswersRequests(
        handler=Name(name="Handler"),
        does="the service gives the answers of its model",
        requests=(
            asked("a request with one picture", 6000, 6001),
            asked("a request with 5 pictures", 7000, 7005),
        ),
        points=3,
    )
]
