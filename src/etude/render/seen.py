"""What étude saw of a program, counted."""

from collections.abc import Hashable, Mapping
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
    return [data for data in given_data(checkup) if data.kind == "dataset"]


def given_data(checkup: Checkup) -> list[Data]:
    """Everything that models were given, each once."""
    read = [data for fit in checkup.fits for data in (fit.train, fit.validation) if data]
    found: dict[Hashable, Data] = {}
    for data in (*read, *checkup.data):
        found.setdefault(_stages_of(data), data)
    return list(found.values())


def _stages_of(data: Data) -> Hashable:
    stages = tuple((one.op, one.line, _frozen(one.parameters)) for one in data.stages)
    return stages or (data.role, data.line)


def _frozen(parameters: Mapping[str, Any]) -> str:
    return repr(sorted(parameters.items()))
