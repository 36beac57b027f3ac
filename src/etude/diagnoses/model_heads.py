"""The outputs of every model of a run, with the labels that they met."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import class_around
from etude.diagnoses.source import Source
from etude.diagnoses.subclasses import OWN_TRAINING, kept_layer, methods_of, own_attribute
from etude.domain.heads import Head, head_of, heads
from etude.domain.observations import Data, Fit, Layer, Model, Shape

# In fewer rows of labels what they have in common may be chance.
_FEWEST_ROWS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Labels that were given with inputs, as far as they were looked at.

    Attributes:
      role: "fit" or "validation".
      shape: batch axis included, its size None; of the whole data, also when one batch was seen.
      low, high, distinct: of what was seen; None when nothing was, or for text.
      different: how many of them differ, where they have fractions; of the first ones alone.
      count: how many labels were seen.
      complete: what was seen is all there is.
    """

    role: str
    shape: Shape = None
    dtype: str = ""
    low: float | None = None
    high: float | None = None
    distinct: Sequence[Any] | None = None
    different: int = 0
    count: int = 0
    complete: bool = False

    @property
    def is_one_number(self) -> bool:
        """One label per example."""
        return self.shape is not None and (len(self.shape) == 1 or self.shape[1:] == [1])

    @property
    def has_fractions(self) -> bool:
        """Numbers that cannot be classes."""
        return self.dtype.startswith(("float", "bfloat")) and self.distinct is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One output of a model.

    Attributes:
      number: its place among the model's outputs.
      labels: those of one call of ``fit``, training before validation; empty without one.
      label_kind: what an exercise says of its labels: "integers", "one-hot", "binary", "numbers".
    """

    model: Model
    head: Head
    number: int = 0
    labels: Sequence[Labels] = ()
    label_kind: str = ""
    fit: Fit | None = None

    @property
    def loss(self) -> str:
        """Name of the loss, empty when it is not known."""
        return self.head.loss.name if self.head.loss else ""

    @property
    def from_logits(self) -> bool:
        return bool(self.head.loss and self.head.loss.from_logits)


def outputs(evidence: Evidence) -> Iterator[Output]:
    """Every output of every compiled model: once per training, else once."""
    kinds = dict(_label_kinds(evidence))
    built = {model.key: model for model in evidence.models}
    for fit in evidence.trainings:
        # Without a shape of its inputs a model is built by its first batch: no graph before that.
        unbuilt = fit.model.kind == "subclassed" or not fit.model.outputs
        model = built.get(fit.model.key, fit.model) if unbuilt else fit.model
        described = replace(model, compiled=fit.model.compiled)
        for number, head in enumerate(_heads(described, evidence.source)):
            yield Output(
                model=described if fit.model.kind == "sequential" else fit.model,
                head=head,
                number=number,
                labels=list(_labels(fit, head, number)),
                label_kind=kinds.get(fit.model.key, ""),
                fit=fit,
            )
    fitted = {fit.model.key for fit in evidence.trainings}
    for model in evidence.models:
        if model.key not in fitted and model.compiled is not None:
            for head in _heads(model, evidence.source):
                kind = kinds.get(model.key, "")
                yield Output(model=model, head=head, label_kind=kind)


def training_of(output: Output) -> Fit | None:
    """The training as if this were the only output of its model: its labels and its loss alone."""
    fit, compiled = output.fit, output.model.compiled
    if fit is None or compiled is None or len(fit.model.outputs) < 2 or output.head.loss is None:
        return fit
    labels = [s for s in fit.train.sample if s.path in _label_paths(output.head, output.number)]
    inputs = [sample for sample in fit.train.sample if not sample.path.startswith("1")]
    only = replace(
        fit.model,
        outputs=[fit.model.outputs[output.number]],
        compiled=replace(compiled, losses=[output.head.loss]),
    )
    return replace(
        fit,
        model=only,
        train=replace(fit.train, sample=[*inputs, *(replace(one, path="1") for one in labels)]),
        epochs=[{"loss": loss} for loss in fit.series(f"{output.head.name}_loss")],
        health=None,
    )


def _label_kinds(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """Model key -> what a check of this run says about its labels."""
    for facts in evidence.facts.values():
        model = facts.get("model")
        if "label_kind" in facts and isinstance(model, dict):
            yield str(model["key"]), str(facts["label_kind"])


def _labels(fit: Fit, head: Head, number: int) -> Iterator[Labels]:
    for data in (fit.train, fit.validation):
        if data is not None:
            found = _of_output(data, head, number)
            if found is not None:
                yield found


def _of_output(data: Data, head: Head, number: int) -> Labels | None:
    """The labels of one output: the second part of (x, y), or its part of this output."""
    for path in _label_paths(head, number):
        spec = next((spec for spec in data.spec if spec.path == path), None)
        sample = data.part(path)
        if sample is None and spec is None:
            continue
        shape = spec.shape if spec else [None, *sample.shape[1:]] if sample else None
        if sample is None:
            return Labels(role=data.role, shape=shape, dtype=spec.dtype if spec else "")
        return Labels(
            role=data.role,
            shape=shape,
            dtype=sample.dtype,
            low=sample.low,
            high=sample.high,
            distinct=sample.distinct,
            different=sample.different,
            count=_product(sample.shape),
            complete=_is_complete(data),
        )
    return None


def _label_paths(head: Head, number: int) -> Sequence[str]:
    """Where the labels of an output may stand in what ``fit`` was given."""
    return ("1", f"1/{head.name}", f"1/{number}")


def _is_complete(data: Data) -> bool:
    """The first of several batches may hold the classes that happen to come first."""
    in_one_batch = data.cardinality == 1 and data.sampled_at in ("", "shuffle")
    return data.kind == "arrays" or in_one_batch


def _product(shape: Sequence[int]) -> int:
    size = 1
    for length in shape:
        size *= length
    return size


def _heads(model: Model, source: Source) -> list[Head]:
    if model.kind != "subclassed":
        return heads(model)
    head = _subclass_head(model, source)
    return [head] if head is not None else []


def _subclass_head(model: Model, source: Source) -> Head | None:
    """The head of a subclass whose ``call`` ends in ``return self.layer(...)``."""
    definition = class_around(source, model.line)
    losses = model.compiled.losses if model.compiled else ()
    if definition is None or len(losses) != 1 or OWN_TRAINING & set(methods_of(definition)):
        return None
    layer = _returned_layer(definition, model, source)
    head = head_of(layer, losses[0]) if layer is not None else None
    return head if head is not None and head.layer is not None else None


def _returned_layer(definition: ast.ClassDef, model: Model, source: Source) -> Layer | None:
    call = methods_of(definition).get("call")
    returns = [node for node in ast.walk(call) if isinstance(node, ast.Return)] if call else []
    if len(returns) != 1:
        return None
    attribute = own_attribute(returns[0].value)
    return kept_layer(definition, attribute, model, source) if attribute else None


def ones_of_a_row(output: Output) -> tuple[float, float] | None:
    """Fewest and most ones of a row, when some have several; None for one label each."""
    labels = output.fit.train.part("1") if output.fit is not None else None
    if labels is None or len(labels.shape) != 2 or labels.shape[0] < _FEWEST_ROWS:
        return None
    units_match = labels.shape[1] == output.head.units and len(output.head.shape or (0, 0)) == 2
    ones = [float(one) for one in labels.distinct or ()] == [0.0, 1.0]
    sums = list(labels.row_sums or ())
    return (sums[0], sums[1]) if units_match and ones and len(sums) == 2 and sums[1] >= 2 else None
