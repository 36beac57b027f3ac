"""A checkup of a saved model: what its file tells, and how it does on data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from etude import decoding
from etude.checks.base import Check
from etude.checks.hidden_metric import HiddenMetric
from etude.checks.opens import Opens
from etude.checks.scores import Metric
from etude.diagnoses.diagnose import diagnose
from etude.diagnoses.evidence import Evidence, gather
from etude.diagnoses.source import Source
from etude.domain.checkup import Checkup, End
from etude.domain.observations import Model
from etude.domain.outcome import Outcome
from etude.domain.task import Part
from etude.domain.verdict import Status, Verdict
from etude.domain.what_if import AS_IT_IS
from etude.grading.clean_run import silent_probes
from etude.grading.heard import heard
from etude.grading.judge import judge_all
from etude.grading.plan import DataSource, question
from etude.grading.saved_config import config_of_archive, model_of_config
from etude.sandbox import Sandbox

DATA = "data"
# No bar is asked for: every model is told how it would do under the changes.
_PERFECT = {Metric.ACCURACY: 1.0, Metric.MAE: 0.0}
_MOST_CLASSES = 1000

Arrays = Mapping[str, np.ndarray]


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedModelExaminer:
    """Opens saved models in a sandbox, where no code of theirs can do harm."""

    sandbox: Sandbox

    def examine(self, checkup: Checkup, path: Path, data: Arrays | None) -> Checkup:
        """The checkup of ``path`` with everything that is found.

        Args:
          data: "inputs" and "labels", to see how the model does; None without any.
        """
        checks = _checks(path, data)
        source = DataSource(public=_no_data, hidden=lambda name: data or {})
        outcome, frames, verdicts = self._ask(path, checks, source)
        told = _facts_of(frames, checks[0].name)
        models = _models(path, told)
        evidence = _evidence(path, frames, models, verdicts)
        failed = next((v for v in verdicts if v.status is not Status.PASSED), None)
        opened = verdicts[0].status is Status.PASSED
        return replace(
            checkup,
            end=End.FINISHED if opened else End.NOT_RUN,
            detail="" if opened or failed is None else failed.received,
            findings=diagnose(evidence),
            models=models,
            measured=[*_signatures(told), *_scores(verdicts[1:])],
            unseen=[*_unseen(told, models), *_trouble(outcome)],
        )

    def _ask(
        self, path: Path, checks: Sequence[Check], source: DataSource
    ) -> tuple[Outcome, list[Any], Sequence[Verdict]]:
        files = _files_of(path)
        outcome = self.sandbox.run(question(files, checks, Part.RELOAD, source))
        frames = [*silent_probes(checks), *heard(outcome.frames, Part.RELOAD)]
        asked = [check for check in checks if check.asks_what_if]
        if asked:
            more = self.sandbox.run(question(files, asked, Part.WHAT_IF, source))
            frames += heard(more.frames, Part.WHAT_IF)
        return outcome, frames, judge_all(checks, frames, outcome, source.hidden)


def _no_data(name: str) -> Path:
    raise FileNotFoundError(f"no data set {name}")


def _checks(path: Path, data: Arrays | None) -> Sequence[Check]:
    name = f"{path.name}/" if path.is_dir() else path.name
    checks: list[Check] = [Opens(name="opens", artifact=name)]
    if data is not None and path.suffix == ".keras":
        metric = _metric(data["labels"])
        checks.append(
            HiddenMetric(
                name="scores",
                artifact=name,
                hidden=DATA,
                metric=metric,
                bar=_PERFECT[metric],
                things="examples",
                after=("opens",),
            )
        )
    return checks


def _metric(labels: np.ndarray) -> Metric:
    """Whole numbers of one axis are classes; anything else is a value to come near to."""
    classes = labels.ndim == 1 and labels.dtype.kind in "iub" and labels.max() < _MOST_CLASSES
    return Metric.ACCURACY if classes else Metric.MAE


def _files_of(path: Path) -> Mapping[str, bytes]:
    if not path.is_dir():
        return {path.name: path.read_bytes()}
    inside = (file for file in sorted(path.rglob("*")) if file.is_file())
    return {f"{path.name}/{f.relative_to(path).as_posix()}": f.read_bytes() for f in inside}


def _facts_of(frames: Sequence[Mapping[str, Any]], check: str) -> Mapping[str, Any]:
    answers = [f for f in frames if f["kind"] == "probe" and f.get("check") == check]
    return {key: value for f in answers for key, value in f.get("facts", {}).items()}


def _models(path: Path, told: Mapping[str, Any]) -> Sequence[Model]:
    """As the sandbox has seen it, with the compilation that the file tells; else the file alone."""
    config = config_of_archive(path) if path.suffix == ".keras" else _config_of_h5(told)
    read = model_of_config(config) if config is not None else None
    if "model" in told:
        seen = decoding.convert(told["model"], Model, strict=False)
        return [replace(seen, compiled=seen.compiled or (read.compiled if read else None))]
    return [read] if read is not None else []


def _config_of_h5(told: Mapping[str, Any]) -> Mapping[str, Any] | None:
    if not told.get("config"):
        return None
    try:
        config = msgspec.json.decode(told["config"])
        training = msgspec.json.decode(told.get("training") or "{}")
    except msgspec.DecodeError:
        return None
    return {**config, "compile_config": training} if isinstance(config, dict) else None


def _evidence(
    path: Path, frames: Sequence[Any], models: Sequence[Model], verdicts: Sequence[Verdict]
) -> Evidence:
    found = gather(frames, Source(path.name, ""), verdicts=verdicts)
    return replace(found, models=models)


def _signatures(told: Mapping[str, Any]) -> Sequence[str]:
    sentences: list[str] = []
    for name, signature in told.get("signatures", {}).items():
        takes = ", ".join(f"{n}: {spec}" for n, spec in signature["inputs"].items())
        gives = ", ".join(f"{n}: {spec}" for n, spec in signature["outputs"].items())
        sentences.append(f"The signature {name} takes {takes or 'nothing'} and gives {gives}")
    return sentences


def _unseen(told: Mapping[str, Any], models: Sequence[Model]) -> Sequence[str]:
    sentences: list[str] = []
    if "weights" in told and not models:
        count = sum(int(np.prod(shape)) for shape in told["weights"].values())
        sentences.append(
            f"The file holds {count:,} weights and no architecture; load them into the model that "
            "saved them, and look at that"
        )
    if models and models[0].compiled is None:
        sentences.append("The file does not tell how the model was compiled")
    return sentences


def _scores(verdicts: Sequence[Verdict]) -> Sequence[str]:
    """What was measured, the change that tells the most behind the score itself."""
    sentences = []
    for verdict in verdicts:
        if AS_IT_IS in verdict.measured:
            others = [f"{v:.3f} with {n}" for n, v in verdict.measured.items() if n != AS_IT_IS]
            told = [f"{verdict.measured[AS_IT_IS]:.3f} as it is", *others]
            sentences.append(f"On your data: {', '.join(told)}")
        elif verdict.status is not Status.PASSED:
            sentences.append(f"On your data: expected {verdict.expected}; got {verdict.received}")
    return sentences


def _trouble(outcome: Outcome) -> Sequence[str]:
    return [outcome.detail] if outcome.fault is not None and outcome.detail else []
