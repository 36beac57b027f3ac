"""The marking scheme: what is sent back, over HTTP."""

from etude.checks.answers_requests import AnswersRequests, Request
from etude.checks.defines import Defines
from etude.checks.values import Arrays, Call, SmallModel

MODEL = SmallModel(shape=(4,), classes=3)
HANDLER = Call(function="make_handler", args=(MODEL,), label="make_handler(model)")


def asked(what, rows):
    return Request(
        what=what,
        path="/predict",
        instances=Arrays(shape=(rows, 4), low=10.0, high=50.0, seed=rows),
        model=MODEL,
    )


def refused(what, body, status=400, path="/predict"):
    return Request(what=what, path=path, body=body, status=status)


CHECKS = [
    Defines(function="make_handler", parameters=("model",)),
    AnswersRequests(
        name="predicts",
        does="a request with rows is answered with the model's outputs",
        handler=HANDLER,
        requests=(asked("a request with one row", rows=1), asked("a request with 5 rows", rows=5)),
        points=4,
        after=("defines",),
    ),
    AnswersRequests(
        name="refuses",
        does="a request that cannot be answered is refused with 400",
        handler=HANDLER,
        requests=(
            refused("a request that is no JSON", "39.1, 18.7, 181.0, 3750.0"),
            refused("a request without instances", '{"rows": [[39.1, 18.7, 181.0, 3750.0]]}'),
            refused(
                "a request with four rows of 3 numbers",
                '{"instances": [[39.1, 18.7, 181.0], [1, 2, 3], [4, 5, 6], [7, 8, 9]]}',
            ),
            refused(
                "a request with four numbers outside a row", '{"instances": [39.1, 18.7, 181.0, 3750.0]}'
            ),
            refused("a request with words", '{"instances": [["a", "small", "penguin", "?"]]}'),
        ),
        points=2,
        after=("predicts",),
    ),
    AnswersRequests(
        name="unknown_path",
        does="another path is answered with 404",
        handler=HANDLER,
        requests=(
            refused("a request to another place", '{"instances": [[1, 2, 3, 4]]}', 404, "/penguins"),
        ),
        after=("predicts",),
    ),
]
