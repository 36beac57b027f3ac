"""What one run showed, as diagnoses read it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from etude import decoding
from etude.diagnoses.loops import with_losses_of_loops
from etude.diagnoses.source import Source
from etude.diagnoses.stretches import stretches
from etude.domain.error import Error
from etude.domain.health import Health
from etude.domain.observations import Call, Callback, Data, Fit, Model, ShownWarning
from etude.domain.outcome import Reason
from etude.domain.own_loop import Batch, Loop
from etude.domain.retraining import Retraining
from etude.domain.verdict import Status, Verdict

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """Facts, verdicts and source of one submission; every list is in order of time.

    Attributes:
      loops: trainings step by step in loops of the learner's own.
      returned: what the learner's functions returned to probes; ``role`` is what the exercise calls
        it ("training data", "validation data", ...).
      facts: check name -> everything its probes brought out.
      decided: what the trained classifier decides about labelled examples: one row of counts per
        true class, one column per decided one; empty where that was not looked at.
    """

    source: Source
    fits: Sequence[Fit] = ()
    loops: Sequence[Loop] = ()
    calls: Sequence[Call] = ()
    returned: Sequence[Data] = ()
    models: Sequence[Model] = ()
    warnings: Sequence[ShownWarning] = ()
    errors: Sequence[Error] = ()
    reason: Reason | None = None
    facts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    verdicts: Sequence[Verdict] = ()
    decided: Sequence[Sequence[int]] = ()

    @property
    def error(self) -> Error | None:
        """The first exception of the learner's code."""
        return self.errors[0] if self.errors else None

    @property
    def trainings(self) -> list[Fit]:
        """Calls of ``fit`` and loops of one's own."""
        return [*self.fits, *self.loops]

    def calls_of(self, name: str) -> list[Call]:
        """Recorded calls of this name, such as "Model.save" or "tf.image.resize"."""
        return [call for call in self.calls if call.name == name]

    def calls_with_model_of(self, fit: Fit) -> list[Call]:
        """Recorded calls that use the model of a training: predict, evaluate, save, ..."""
        return [call for call in self.calls if call.model and call.model.key == fit.model.key]

    def calls_with_copies_of(self, fit: Fit) -> list[Call]:
        """Recorded calls that use another model of the same layers, where one was loaded again."""
        loaded = {call.line for call in self.calls_of("load_model")}
        kinds = [layer.kind for layer in fit.model.layers]
        return [
            call
            for call in self.calls
            if call.model and call.model.key != fit.model.key and call.model.line in loaded
            if [layer.kind for layer in call.model.layers] == kinds
        ]

    def data(self) -> list[Data]:
        """Everything a model was given or a function returned, without repetitions."""
        return list(_unique(self._all_data()))

    def training_data(self) -> list[Data]:
        """What ``fit`` learned from, and what the exercise calls training data."""
        return [data for data in self.data() if data.role == "fit" or "training" in data.role]

    def validation_data(self) -> list[Data]:
        """What ``fit`` validated on, and what the exercise calls validation data."""
        return [data for data in self.data() if "validation" in data.role]

    def datasets(self) -> list[Data]:
        """The tf.data pipelines among the data."""
        return [data for data in self.data() if data.kind == "dataset"]

    def told(self, key: str) -> list[Any]:
        """What checks brought out under this key, whatever the exercise calls them."""
        return [facts[key] for facts in self.facts.values() if key in facts]

    def failed(self, check: str) -> Verdict | None:
        """The verdict of a check that failed."""
        found = (v for v in self.verdicts if v.check == check and v.status is Status.FAILED)
        return next(found, None)

    def _all_data(self) -> Iterator[Data]:
        yield from self.returned
        for fit in self.trainings:
            yield fit.train
            if fit.validation is not None:
                yield fit.validation
        yield from (call.data for call in self.calls if call.data is not None)


def gather(
    frames: Sequence[Mapping[str, Any]],
    source: Source,
    *,
    reason: Reason | None = None,
    verdicts: Sequence[Verdict] = (),
) -> Evidence:
    """Evidence from the frames of one or more runs."""
    of_kind = _by_kind(frames)
    probes = of_kind.get("probe", [])
    answers = [probe["facts"] for probe in probes if "facts" in probe]
    fits = [_fit(frame, of_kind) for frame in of_kind.get("fit", [])]
    loops = [_loop(frame, of_kind) for frame in of_kind.get("loop", [])]
    calls = [_read(frame, Call) for frame in of_kind.get("call", [])]
    shown = [_read(frame["data"], Data) for frame in of_kind.get("data", [])]
    seen = [_read(frame["model"], Model) for frame in of_kind.get("model", [])]
    described = [
        *(fit.model for fit in [*fits, *loops]),
        *(call.model for call in calls if call.model),
        *(_read(model, Model) for model in _under("model", answers)),
        *seen,
    ]
    return Evidence(
        source=source,
        fits=fits,
        loops=loops,
        calls=calls,
        returned=[*(_read(data, Data) for data in _under("data", answers)), *shown],
        models=with_losses_of_loops(_latest(described), calls, source),
        warnings=[_read(frame, ShownWarning) for frame in of_kind.get("warning", [])],
        errors=[_read(frame, Error) for frame in of_kind.get("error", [])]
        + [_read(probe["error"], Error) for probe in probes if "error" in probe],
        reason=reason,
        facts=_joined_facts(probes),
        verdicts=verdicts,
        decided=next((one["counts"] for one in reversed(of_kind.get("decisions", []))), ()),
    )


def _by_kind(frames: Sequence[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    found: dict[str, list[Mapping[str, Any]]] = {}
    for frame in frames:
        found.setdefault(frame["kind"], []).append(frame)
    return found


def _read(fields: Mapping[str, Any], kind: type[T]) -> T:
    return decoding.convert(fields, kind, strict=False)


def _fit(frame: Mapping[str, Any], of_kind: Mapping[str, list[Mapping[str, Any]]]) -> Fit:
    fit = _read(frame, Fit)

    def told(kind: str) -> Iterator[Mapping[str, Any]]:
        return (one for one in of_kind.get(kind, []) if one["fit"] == fit.index)

    for built in told("fit_built"):
        fit = replace(fit, model=_as_it_began(_read(built["model"], Model), fit.model))
    epochs = [epoch["logs"] for epoch in told("epoch")]
    cut = next((one["why"] for one in told("fit_cut")), "")
    end = next(told("fit_end"), None)
    if end is None:
        return replace(fit, epochs=epochs, cut=cut)
    return replace(
        fit,
        epochs=epochs,
        cut=cut,
        finished=end["finished"],
        nan_weights=end["nan_weights"],
        seconds=end["seconds"],
        batch_keys=end.get("batch_keys", ()),
        batch_rows=end.get("batch_rows", 0),
        log_names=end.get("log_names", ()),
        callbacks=[_read(callback, Callback) for callback in end.get("callbacks", ())],
        health=_read(end["health"], Health) if end.get("health") else None,
        retrainings=[_read(one, Retraining) for one in told("retraining")],
    )


def _as_it_began(built: Model, begun: Model) -> Model:
    """With the layers that its first batch built, and all else from before."""
    return replace(built, compiled=begun.compiled, iterations=begun.iterations)


def _loop(frame: Mapping[str, Any], of_kind: Mapping[str, list[Mapping[str, Any]]]) -> Loop:
    loop = _read(frame, Loop)
    end = next((e for e in of_kind.get("loop_end", []) if e["loop"] == loop.index), None)
    if end is None:
        return loop
    return replace(
        loop,
        epochs=stretches(end["losses"], end["rates"]),
        finished=end["finished"],
        nan_weights=end["nan_weights"],
        health=_read(end["health"], Health) if end.get("health") else None,
        steps=end["steps"],
        losses=end["losses"],
        every=end["every"],
        rates=end["rates"],
        batches=[_read(batch, Batch) for batch in end["batches"]],
    )


def _under(key: str, answers: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """What probes brought out under this key, one or a list."""
    for answer in answers:
        found = answer.get(key, [])
        yield from found if isinstance(found, list) else [found]


def _latest(models: Sequence[Model]) -> list[Model]:
    """One record per model, the last one seen."""
    return list({model.key: model for model in models}.values())


def _unique(data: Iterator[Data]) -> Iterator[Data]:
    seen: list[Data] = []
    for one in data:
        if one not in seen:
            seen.append(one)
            yield one


def _joined_facts(probes: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    joined: dict[str, dict[str, Any]] = {}
    for probe in probes:
        joined.setdefault(probe["check"], {}).update(probe.get("facts", {}))
    return joined
