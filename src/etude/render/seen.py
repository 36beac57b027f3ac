"""What étude saw of a program, counted."""

from collections.abc import Hashable, Sequence
from typing import Any

from etude.domain.checkup import Checkup
from etude.domain.observations import Data, Model
from etude.render.numbers import counted, listed


def seen(checkup: Checkup) -> str:
    """ "2 trainings, 14 epochs and 1 pipeline"; "" when there was nothing of the kind."""
    epochs = sum(len(fit.epochs) for fit in checkup.fits)
    counts = [
        (len(models(checkup)), "model"),
        (len(checkup.fits), "training"),
        (epochs, "epoch"),
        (len(pipelines(checkup)), "pipeline"),
    ]
    return listed([counted(count, thing) for count, thing in counts if count])


def models(checkup: Checkup) -> list[Model]:
    """Each model once, as it was last seen."""
    found = {model.key: model for model in (fit.model for fit in checkup.fits)}
    found |= {model.key: model for model in checkup.models}
    return list(found.values())


def pipelines(checkup: Checkup) -> list[Data]:
    """Each tf.data pipeline once, also when several trainings read it."""
    read = [data for fit in checkup.fits for data in (fit.train, fit.validation) if data]
    datasets = [data for data in (*read, *checkup.data) if data.kind == "dataset"]
    return _each_once(datasets)


def _each_once(datasets: Sequence[Data]) -> list[Data]:
    found: dict[Hashable, Data] = {}
    for data in datasets:
        found.setdefault(_stages_of(data), data)
    return list(found.values())


def _stages_of(data: Data) -> Hashable:
    stages = tuple((one.op, one.line, _frozen(one.parameters)) for one in data.stages)
    return stages or (data.role, data.line)


def _frozen(parameters: Any) -> str:
    return repr(sorted(parameters.items()))
