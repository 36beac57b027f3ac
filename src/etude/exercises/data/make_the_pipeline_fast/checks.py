"""The marking scheme: the same examples as before, out of a pipeline that is fast."""

from etude.checks.defines import Defines
from etude.checks.element_spec import ElementSpec, Tensor
from etude.checks.gives_examples import GivesExamples
from etude.checks.maps_in_parallel import MapsInParallel
from etude.checks.pipeline_order import PipelineOrder
from etude.checks.prefetches import Prefetches
from etude.checks.returns_type import ReturnsType
from etude.checks.shuffles_each_epoch import ShufflesEachEpoch
from etude.checks.values import Call, Npz

PICTURES = Npz(file="fashion_mnist/train.npz", array="images", stop=70)
LABELS = Npz(file="fashion_mnist/train.npz", array="labels", stop=70)
DATA = Call(function="make_pipeline", args=(PICTURES, LABELS, 16), label="training data")
PREPARED = Npz(file="fashion_mnist/train.npz", array="images", stop=70, divide=255)

CHECKS = [
    Defines(function="make_pipeline", parameters=("pictures", "labels", "batch_size")),
    ReturnsType(of=DATA, kinds=("dataset",), after=("defines",)),
    ElementSpec(
        of=DATA,
        parts={
            "0": Tensor(shape=(28, 28), dtype="float32", label="pictures"),
            "1": Tensor(integers=True, label="labels"),
        },
        batch=16,
        after=("returns_type",),
    ),
    GivesExamples(
        of=DATA,
        parts={"0": PREPARED, "1": LABELS},
        things="pictures",
        attempt="prepare each picture as before, once",
        points=2,
        after=("element_spec",),
    ),
    ShufflesEachEpoch(of=DATA, points=2, after=("element_spec",)),
    MapsInParallel(of=DATA, points=2, after=("element_spec",)),
    PipelineOrder(name="kept", of=DATA, first="map", then="cache", after=("element_spec",)),
    PipelineOrder(name="mixed", of=DATA, first="cache", then="shuffle", after=("kept",)),
    Prefetches(of=[DATA], points=2, after=("element_spec",)),
]
