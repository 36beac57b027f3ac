"""The marking scheme: every path, old and new."""

from etude.checks.answers_requests import AnswersRequests, Request
from etude.checks.defines import Defines
from etude.checks.values import Arrays, ByName, Call, SmallModel

ROWS = Arrays(shape=(3, 4), low=1.0, high=5.0)
VERSIONS = {
    "v1": SmallModel(shape=(4,), classes=3, seed=1),
    "v2": SmallModel(shape=(4,), classes=3, hidden=(32,), seed=2),
    "v3": SmallModel(shape=(4,), classes=3, hidden=(8, 8), normalised=True, seed=3),
}


def weights(*versions):
    """(4 + 1) x 3 of the first, (4 + 1) x 32 + (32 + 1) x 3 of the second; the third has two batch
    normalisations, each with four numbers for a unit, of which two are not trained."""
    known = {"v1": 5 * 3, "v2": 5 * 32 + 33 * 3, "v3": 5 * 8 + 9 * 8 + 9 * 3 + 2 * 4 * 8}
    return sum(known[version] for version in versions)


def handler(*versions):
    models = ByName(items={version: VERSIONS[version] for version in versions})
    return Call(function="make_handler", args=(models,), label="make_handler(models)")


def asked(path, version):
    return Request(
        what=f"a request to {path}", path=path, instances=ROWS, model=VERSIONS[version]
    )


def health(*versions):
    says = {"status": "ok", "versions": list(versions), "weights": weights(*versions)}
    return Request(what="the question for health", method="GET", path="/health", says=says)


BOTH = handler("v1", "v2")

CHECKS = [
    Defines(function="make_handler", parameters=("models",)),
    AnswersRequests(
        name="old_path",
        does="/predict is answered by v1, as before",
        handler=BOTH,
        requests=(asked("/predict", "v1"),),
        after=("defines",),
    ),
    AnswersRequests(
        name="versions",
        does="each version has a path of its own",
        handler=BOTH,
        requests=(asked("/v1/predict", "v1"), asked("/v2/predict", "v2")),
        points=2,
        after=("old_path",),
    ),
    AnswersRequests(
        name="health",
        does="/health tells how the service is",
        handler=BOTH,
        requests=(health("v1", "v2"),),
        points=2,
        after=("old_path",),
    ),
    AnswersRequests(
        name="one_more",
        does="a third version needs no other code",
        handler=handler("v1", "v2", "v3"),
        requests=(asked("/v3/predict", "v3"), health("v1", "v2", "v3")),
        attempt="take the versions, and their number, from `models`",
        after=("versions", "health"),
    ),
    AnswersRequests(
        name="other_paths",
        does="other paths are answered with 404",
        handler=BOTH,
        requests=(
            Request(
                what="a request to a version that is not there",
                path="/v9/predict",
                instances=ROWS,
                status=404,
            ),
            Request(
                what="a request for something else of a version",
                path="/v1/train",
                instances=ROWS,
                status=404,
            ),
            Request(what="a question for something else", method="GET", path="/status", status=404),
        ),
        after=("versions", "health"),
    ),
]
