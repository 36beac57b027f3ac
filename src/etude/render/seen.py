"""What étude saw of a program, counted."""

from collections.abc import Hashable, Mapping
from typing import Any

from etude.domain.observations import Data, Model
from etude.domain.seen import Seen
from etude.domain.wording import counted, listed


def seen(shown: Seen) -> str:
    """ "2 trainings, 14 epochs and 1 pipeline"; "" when there was nothing of the kind."""
    steps = sum(loop.steps for loop in shown.loops)
    epochs = sum(len(fit.epochs) for fit in shown.fits)
    counts = [
        (len(models(shown)), "model"),
        (len(shown.fits), "training"),
        (epochs, "epoch"),
        (len(shown.loops), "training loop"),
        (steps, "step"),
        (len(pipelines(shown)), "pipeline"),
    ]
    return listed([counted(count, thing) for count, thing in counts if count])


def models(seen: Seen) -> list[Model]:
    """Each model once, as it was last seen."""
    found = {model.key: model for model in (fit.model for fit in seen.fits)}
    found |= {model.key: model for model in seen.models}
    return list(found.values())


def pipelines(seen: Seen) -> list[Data]:
    """Each tf.data pipeline once, also when several trainings read it."""
    return [data for data in given_data(seen) if data.kind == "dataset"]


def given_data(seen: Seen) -> list[Data]:
    """Everything that models were given, each once."""
    read = [data for fit in seen.fits for data in (fit.train, fit.validation) if data]
    found: dict[Hashable, Data] = {}
    for data in (*read, *seen.data):
        found.setdefault(_stages_of(data), data)
    return list(found.values())


def _stages_of(data: Data) -> Hashable:
    stages = tuple((one.op, one.line, _frozen(one.parameters)) for one in data.stages)
    return stages or (data.role, data.line)


def _frozen(parameters: Mapping[str, Any]) -> str:
    return repr(sorted(parameters.items()))
