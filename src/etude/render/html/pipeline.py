"""An input pipeline as a row of stages, with what each costs where that was measured."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etude.domain.observations import Data, TensorSample
from etude.domain.profile import PipelineProfile, TriedChange
from etude.domain.wording import counted
from etude.render.html.architecture import Where, shape_text
from etude.render.numbers import figure
from etude.render.pipeline_profile import duration, per_second, verdict

_ROLES = {
    "fit": "Training data",
    "validation": "Validation data",
    "evaluate": "Data of evaluate()",
    "predict": "Data of predict()",
}
# What recorders note beside the parameters, for diagnoses.
_NOTES = ("labels", "label_runs")
_CHOSEN_BY_TENSORFLOW = (("buffer_size", -1), ("num_parallel_calls", -1))
_USUAL = (("reshuffle_each_iteration", True),)


@dataclass(frozen=True, slots=True, kw_only=True)
class StageBox:
    """One stage; ``time`` is a text, ``share`` between 0 and 1, both empty when not measured."""

    op: str
    settings: str = ""
    where: str = ""
    time: str = ""
    share: float = 0.0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline:
    """Attributes: facts: short sentences; values: one for each tensor of the sample."""

    title: str
    where: str
    stages: Sequence[StageBox]
    facts: Sequence[str] = ()
    values: Sequence[str] = ()


def pipeline(data: Data, where: Where) -> Pipeline:
    """Data that went into a model; arrays have no stages."""
    return Pipeline(
        title=_ROLES.get(data.role, data.role),
        where=where(data.line),
        stages=[
            StageBox(op=stage.op, settings=_settings(stage.parameters), where=where(stage.line))
            for stage in data.stages
        ],
        facts=_facts(data),
        values=[_values(sample) for sample in data.sample],
    )


def measured_pipeline(profile: PipelineProfile, where: Where) -> Pipeline:
    """The same with times."""
    rate = profile.examples_per_second
    facts = [f"{per_second(rate)} examples per second"] if rate else []
    return Pipeline(
        title="Where the input time goes",
        where=where(profile.line),
        stages=[
            StageBox(
                op=stage.op,
                where=where(stage.line),
                time="" if stage.seconds is None else duration(stage.seconds),
                share=stage.share,
                note=stage.note,
            )
            for stage in profile.stages
        ],
        facts=[*facts, *verdict(profile), *filter(None, [profile.unmeasured])],
        values=[_tried(change) for change in profile.changes],
    )


def _facts(data: Data) -> list[str]:
    kind = {"dataset": "tf.data", "other": data.type}.get(data.kind, data.kind)
    names = ("example", "examples") if data.kind == "arrays" else ("batch", "batches")
    count = counted(data.cardinality, *names) if data.cardinality >= 0 else ""
    return [fact for fact in (kind, count) if fact]


def _settings(parameters: Mapping[str, Any]) -> str:
    """What was set to something that is not set anyway."""
    told = {name: value for name, value in parameters.items() if name not in _NOTES}
    return ", ".join(
        f"{name}={_as_written(name, value)}" for name, value in told.items() if _is_set(name, value)
    )


def _as_written(name: str, value: Any) -> Any:
    """A size that TensorFlow shall choose is a number for it, and has a name for people."""
    return "AUTOTUNE" if (name, value) in _CHOSEN_BY_TENSORFLOW else value


def _is_set(name: str, value: Any) -> bool:
    usual = value is None or value is False or (name, value) in _USUAL
    return not usual and value != "<lambda>"


def _values(sample: TensorSample) -> str:
    text = f"{sample.dtype} {shape_text(sample.shape)}"
    if sample.low is not None and sample.high is not None:
        text += f", between {figure(sample.low)} and {figure(sample.high)}"
    if sample.nan:
        text += f", {sample.nan:,} of them NaN or infinite"
    return text


def _tried(tried: TriedChange) -> str:
    if tried.refused or tried.before is None or tried.after is None:
        return f"{tried.change}: {tried.refused or 'not measured'}"
    rates = f"{per_second(tried.before)} → {per_second(tried.after)} examples per second"
    return f"{tried.change}: {rates}, {tried.gain:.1f} times as fast"
