"""The marking scheme: three functions, each with something that is known."""

from etude.checks.defines import Defines
from etude.checks.measures_latency import MeasuresLatency
from etude.checks.returns_for import ReturnsFor
from etude.checks.tells_file_size import TellsFileSize
from etude.checks.values import Call, Dataset, Npz, SmallModel

FILE = "fashion_mnist/train.npz"


def trained(*hidden):
    return SmallModel(
        shape=(28, 28),
        classes=10,
        hidden=hidden,
        optimizer="adam",
        learns_from=Dataset(
            x=Npz(file=FILE, array="images", stop=64, divide=255),
            y=Npz(file=FILE, array="labels", stop=64),
        ),
    )


def tells_file_size(model, name, after):
    return TellsFileSize(
        name=name,
        of=Call(function="file_bytes", args=(model,), label="file_bytes(model)"),
        model=model,
        after=after,
    )


CANDIDATES = [
    ["tiny", 0.71, 60_000, 1.5],
    ["small", 0.78, 210_000, 2.5],
    ["medium", 0.84, 300_000, 10.0],
    ["large", 0.91, 900_000, 8.0],
    ["slow", 0.88, 250_000, 40.0],
]


def choose(most_bytes, most_milliseconds, candidates=CANDIDATES):
    return Call(
        function="choose",
        args=(candidates, most_bytes, most_milliseconds),
        label=f"choose({len(candidates)} candidates, {most_bytes}, {most_milliseconds})",
    )


CHECKS = [
    Defines(function="file_bytes", parameters=("model",), name="defines_file_bytes"),
    # Few weights, so that the rest of the file counts; then so few that it is most of the file.
    tells_file_size(trained(16), "tells_file_size", ("defines_file_bytes",)),
    tells_file_size(trained(*[4] * 14), "tells_size_of_layers", ("tells_file_size",)),
    Defines(
        function="milliseconds", parameters=("model", "batch"), name="defines_milliseconds"
    ),
    MeasuresLatency(function="milliseconds", points=2, after=("defines_milliseconds",)),
    ReturnsFor(
        does="choose gives the most accurate candidate within both budgets",
        calls=(
            choose(300_000, 10.0),
            choose(300_000, 40.0),
            choose(1_000_000, 15.0),
            choose(100_000, 1.0),
            choose(200_000, 5.0, CANDIDATES[1:]),
        ),
        equals=("medium", "slow", "large", None, None),
        points=2,
    ),
]
