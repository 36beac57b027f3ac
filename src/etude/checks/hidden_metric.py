"""A saved model reaches a stated bar on examples that the program has never seen."""

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from etude.checks.live import Facts, Live
from etude.checks.of_artifact import OfArtifact
from etude.checks.predictions import as_graph, predict, predict_under_changes
from etude.checks.scores import Metric, Score, decisions, score, score_moved
from etude.checks.telling import advice, tells
from etude.checks.what_ifs import (
    Array,
    Scale,
    best_reordering,
    best_scale,
    changed_inputs,
    reversed_windows,
    scaled_back,
    sigmoid,
    softmax,
)
from etude.domain.exam import PLACES
from etude.domain.seen import Confusion
from etude.domain.verdict import Measurement, Verdict
from etude.domain.what_if import AS_IT_IS, LABELS_REORDERED, SCALED_BACK, WhatIf

# Outputs in scaled units differ from the values by more than a network that is merely biased does:
# in size, or by an offset of several times the spread of the values.
_OTHER_SIZE = 2.0
_OTHER_PLACE = 2.0
_ROUNDING = 1e-3
_MOST_CLASSES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is asked for: the rows that count, their labels, and what the outputs stand for."""

    rows: NDArray[np.bool_]
    labels: NDArray[Any]
    classes: tuple[str, ...]


class HiddenMetric(OfArtifact, frozen=True, kw_only=True):
    """Attributes:
    artifact: the saved model; hidden: the hidden set that judges it.
    metric, bar: what is measured, and the worst value that passes.
    classes: what the outputs stand for, in order; empty means all classes of the set in its order.
    size: height and width to which hidden pictures are brought; None leaves them.
    quarter_turns, negative: the pictures turned so many times by 90 degrees against the clock, and
      their values taken from 255, as a camera of its own would hand them over.
    pixels: the type of number that pixels are handed over as.
    words: how many of the first words of hidden texts are given; None gives them whole.
    probabilities: outputs have to be probabilities, as a cross-entropy always takes for granted.
    things: what hidden examples are called in messages.
    columns: the only ones that the model is given, of a set that has columns; empty means all.
    side_by_side: columns of numbers come as one array (n, columns), not as a dict of columns.
    in_time: the examples are windows that follow each other in time, so that a late forecast can be
      recognised, and one that was made from the last value back to the first.
    """

    hidden: str
    bar: float
    metric: Metric = Metric.ACCURACY
    classes: tuple[str, ...] = ()
    size: tuple[int, int] | None = None
    quarter_turns: int = 0
    negative: bool = False
    pixels: str = "float32"
    words: int | None = None
    probabilities: bool = False
    things: str = "examples"
    columns: tuple[str, ...] = ()
    side_by_side: bool = False
    in_time: bool = False

    asks_what_if: ClassVar[bool] = True

    @property
    def title(self) -> str:
        return f"{self.artifact} reaches {self._bar} on hidden {self.things}"

    def look(self, live: Live) -> Facts:
        """``outputs``, and the ``seconds`` that the model took for them."""
        inputs = self._inputs(live)
        with live.learner():
            model = as_graph(live, live.load_model(self.artifact))
            started = time.perf_counter()
            answer = predict(model, inputs)
        return {**answer, "seconds": time.perf_counter() - started}

    def what_if(self, live: Live) -> Facts:
        inputs = self._inputs(live)
        if not os.path.exists(self.artifact) or isinstance(inputs, Mapping):
            return {}
        with live.learner():
            model = live.load_model(self.artifact)
        changes = reversed_windows(inputs) if self.in_time else changed_inputs(inputs)
        return {"what_if": predict_under_changes(model, changes)}

    def judge_saved(self, facts: Facts) -> Verdict:
        if self.in_time:
            facts = _in_order_of_time(facts)
        asked = self._asked(facts)
        fault = _contract_fault(facts, self.metric, asked)
        if fault:
            return self._breaks_contract(fault, asked)
        wanted = self.probabilities or self.metric is Metric.CROSS_ENTROPY
        if wanted and not _are_probabilities(facts["outputs"]):
            return self._no_probabilities(facts["outputs"][asked.rows], asked)
        plain = score(self.metric, facts["outputs"][asked.rows], asked.labels)
        measurement = self._measurement(plain, facts["outputs"][asked.rows], asked)
        if plain.reaches(self.bar):
            measured = {AS_IT_IS: plain.value}
            return replace(self.passed(), measured=measured, measurement=measurement)
        telling = self._telling(plain, facts, asked)
        measured = {AS_IT_IS: plain.value} | {name: s.value for name, s in telling.items()}
        missed = self._missed(plain, telling, asked)
        return replace(missed, measured=measured, measurement=measurement)

    @property
    def bars(self) -> tuple[float, ...]:
        """The values that are worth points, the easiest first."""
        return (self.bar,)

    @property
    def _bar(self) -> str:
        bound = "at least" if self.metric.higher_is_better else "at most"
        return f"{self.metric.words} of {bound} {self.bar:g}"

    def _measurement(self, plain: Score, outputs: Array, asked: _Asked) -> Measurement:
        return Measurement(
            what=self.metric.words,
            value=plain.value,
            low=plain.interval.low,
            high=plain.interval.high,
            bars=self.bars,
            examples=len(plain.each),
            at_least=self.metric.higher_is_better,
            confusion=None if self.metric is Metric.MAE else _confusion(outputs, asked),
        )

    def _inputs(self, live: Live) -> Any:
        """Pixels as they are stored, a tensor of texts, or columns as a dict or side by side."""
        inputs = live.inputs(self.hidden)
        if isinstance(inputs, Mapping):
            chosen = {name: inputs[name] for name in self.columns or inputs}
            return np.stack(list(chosen.values()), axis=1) if self.side_by_side else chosen
        if inputs.dtype.kind == "U":
            whole = self.words is None
            return live.tf.constant(inputs if whole else _first_words(inputs, self.words))
        if self.size is None and inputs.dtype != np.uint8:
            return inputs
        return self._as_seen(live, inputs)

    def _as_seen(self, live: Live, pictures: Array) -> Array:
        """Pictures (N, height, width) or (N, height, width, channels) as the model gets them."""
        seen = np.rot90(pictures, self.quarter_turns, axes=(1, 2))
        if self.negative:
            seen = 255 - seen
        if self.size is not None:
            seen = _resized(live, seen, self.size)
        return np.ascontiguousarray(seen.astype(self.pixels))

    def _asked(self, facts: Facts) -> _Asked:
        labels = np.asarray(facts["labels"])
        known = _known_classes(facts, labels)
        if not self.classes or self.metric is Metric.MAE:
            return _Asked(rows=np.ones(len(labels), bool), labels=labels, classes=known)
        places = np.array([self.classes.index(n) if n in self.classes else -1 for n in known])
        renumbered = places[labels]
        rows = renumbered >= 0
        return _Asked(rows=rows, labels=renumbered[rows], classes=self.classes)

    def _breaks_contract(self, fault: str, asked: _Asked) -> Verdict:
        return self.failed(
            expected=f"{_outputs_asked(self.metric, asked)}, for each of the hidden {self.things}",
            received=fault,
            attempt="look at model.output_shape, and at the outputs for one batch",
        )

    def _no_probabilities(self, outputs: Array, asked: _Asked) -> Verdict:
        """Logits: the score that they would have had is told as well."""
        one = _is_one_output(outputs)
        name, function = (WhatIf.SIGMOID, sigmoid) if one else (WhatIf.SOFTMAX, softmax)
        changed = score(self.metric, function(outputs), asked.labels)
        verdict = self.failed(
            expected="probabilities: between 0 and 1" + ("" if one else ", each row summing to 1"),
            received=f"values between {outputs.min():.4g} and {outputs.max():.4g}",
            attempt=advice({name: changed}, self.metric),
        )
        return replace(verdict, measured={name: changed.value})

    def _missed(self, plain: Score, telling: Mapping[str, Score], asked: _Asked) -> Verdict:
        received = f"{plain.value:.3f} (95 % interval {plain.interval})"
        if self.metric is Metric.ACCURACY:
            guessed = _by_guessing(asked)
            received += f"; always naming the most frequent class gives {guessed:.3f}"
        return self.failed(
            expected=f"{self._bar} on {len(asked.labels)} hidden {self.things}",
            received=received,
            attempt=advice(telling, self.metric),
        )

    def _telling(self, plain: Score, facts: Facts, asked: _Asked) -> dict[str, Score]:
        """Scores under changes that name a mistake."""
        known = {
            str(name): score(self.metric, np.asarray(outputs)[asked.rows], asked.labels)
            for name, outputs in facts.get("what_if", {}).items()
        } | self._with_changed_outputs(facts["outputs"][asked.rows], asked)
        found = {
            name: other
            for name, other in known.items()
            if tells(plain, other) and self._mends(other, asked)
        }
        outputs = facts["outputs"][asked.rows]
        found |= self._reordered(plain, outputs, asked) | self._scaled_back(plain, outputs, asked)
        # Beside the change that mends it, others may come nearer by chance.
        return {
            name: one
            for name, one in found.items()
            if not any(other.clearly_better_than(one) for other in found.values())
        }

    def _mends(self, other: Score, asked: _Asked) -> bool:
        """Of shares, whether it comes half of the way from guessing to the bar.

        To a network that takes one class for another, any change that confuses it is a gain.
        """
        if self.metric is not Metric.ACCURACY:
            return True
        return other.value >= (_by_guessing(asked) + self.bar) / 2

    def _with_changed_outputs(self, outputs: Array, asked: _Asked) -> dict[str, Score]:
        changed: dict[str, Score] = {}
        if self.metric is Metric.ACCURACY and _is_one_output(outputs) and _may_be_logits(outputs):
            changed[WhatIf.SIGMOID] = score(self.metric, sigmoid(outputs), asked.labels)
        if self.in_time:
            for name, steps in ((WhatIf.ONE_STEP_EARLIER, -1), (WhatIf.ONE_STEP_LATER, 1)):
                changed[name] = score_moved(self.metric, outputs, asked.labels, steps=steps)
        return changed

    def _reordered(self, plain: Score, outputs: Array, asked: _Asked) -> dict[str, Score]:
        """The best order of labels always gains a little, so it must reach the bar to tell."""
        if self.metric is not Metric.ACCURACY:
            return {}
        decided, count = decisions(outputs), len(asked.classes)
        meanings = best_reordering(decided, asked.labels, count)
        reordered = score(self.metric, np.eye(count)[meanings[decided]], asked.labels)
        if not (tells(plain, reordered) and reordered.reaches(self.bar)):
            return {}
        order = ", ".join(asked.classes[meaning] for meaning in meanings)
        return {LABELS_REORDERED + order: reordered}

    def _scaled_back(self, plain: Score, outputs: Array, asked: _Asked) -> dict[str, Score]:
        """The best line always gains a little, so it must reach a bar, and be far from none."""
        if self.metric is not Metric.MAE:
            return {}
        values = asked.labels
        scale, changed = best_scale(outputs, values), scaled_back(outputs, values)
        if scale is None or changed is None or not _is_another_unit(scale, values):
            return {}
        rescaled = score(self.metric, changed, values)
        told = tells(plain, rescaled) and rescaled.reaches(self.bars[0])
        return {f"{SCALED_BACK}{scale}": rescaled} if told else {}


def _by_guessing(asked: _Asked) -> float:
    """The share that whoever names the most frequent class gets right."""
    return float(np.bincount(asked.labels).max() / len(asked.labels))


def _confusion(outputs: Array, asked: _Asked) -> Confusion | None:
    """None where there are too many classes for anybody to look at."""
    count = len(asked.classes)
    if not 2 <= count <= _MOST_CLASSES:
        return None
    counts = np.zeros((count, count), np.int64)
    np.add.at(counts, (asked.labels, decisions(outputs)), 1)
    return Confusion(role="hidden", labels=asked.classes, counts=counts.tolist())


def _in_order_of_time(facts: Facts) -> Facts:
    """Rows that an exam has put in another order, back in their own."""
    outputs = facts.get("outputs")
    if PLACES not in facts or outputs is None or len(outputs) != len(facts[PLACES]):
        return facts
    order = np.argsort(facts[PLACES])
    what_if = {name: np.asarray(came)[order] for name, came in facts.get("what_if", {}).items()}
    labels = np.asarray(facts["labels"])[order]
    return {**facts, "outputs": outputs[order], "labels": labels, "what_if": what_if}


def _resized(live: Live, pictures: Array, size: tuple[int, int]) -> Array:
    """As ``tf.image.resize`` does it, which wants an axis of channels."""
    if pictures.ndim == 3:
        return _resized(live, pictures[..., np.newaxis], size)[..., 0]
    return np.asarray(live.tf.image.resize(pictures, size))


def _first_words(texts: Array, words: int | None) -> list[str]:
    return [" ".join(str(text).split()[:words]) for text in texts]


def _is_another_unit(scale: Scale, values: Array) -> bool:
    """Whether a line leads from one unit to another, rather than mends a bias."""
    if scale.times <= 0:
        return False
    larger = max(scale.times, 1 / scale.times) >= _OTHER_SIZE
    return larger or abs(scale.plus) >= _OTHER_PLACE * float(values.std())


def _known_classes(facts: Facts, labels: Array) -> tuple[str, ...]:
    """Names of the set's classes in the order of their labels; none when it has values instead."""
    if "classes" in facts:
        return tuple(str(name) for name in facts["classes"])
    if labels.dtype.kind not in "iu":
        return ()
    return tuple(str(label) for label in range(int(labels.max()) + 1))


def _contract_fault(facts: Facts, metric: Metric, asked: _Asked) -> str:
    """How the outputs are not what was asked for, "" when they are."""
    if "outputs" not in facts:
        return str(facts.get("outputs_are", "no outputs"))
    outputs = facts["outputs"]
    if outputs.shape[:1] != (len(asked.rows),):
        return f"outputs of shape {outputs.shape} for {len(asked.rows)} of them"
    if not _fits(outputs.shape[1:], metric, asked):
        return f"outputs of shape {outputs.shape[1:]} for each"
    values = outputs[asked.rows]
    bad = int(values.size - np.isfinite(values).sum())
    return f"{bad} of {values.size} values are NaN or infinite" if bad else ""


def _is_one_output(outputs: Array) -> bool:
    return outputs.ndim == 1 or outputs.shape[1] == 1


def _may_be_logits(outputs: Array) -> bool:
    """Sigmoid would say yes to each value between 0 and 1."""
    return bool(outputs.min() < 0 or outputs.max() > 1)


def _are_probabilities(outputs: Array) -> bool:
    """Whether values lie between 0 and 1, and several of a row sum to 1, as float32 has it."""
    inside = outputs.min() >= -_ROUNDING and outputs.max() <= 1 + _ROUNDING
    sums = np.ones(1) if _is_one_output(outputs) else outputs.sum(axis=1)
    return bool(inside and np.abs(sums - 1).max() <= _ROUNDING)


def _fits(shape: tuple[int, ...], metric: Metric, asked: _Asked) -> bool:
    """Whether one example's output has a shape that can be read as the answer asked for."""
    if metric is Metric.MAE:
        return _without_ones(shape) == _without_ones(asked.labels.shape[1:])
    wide = len(asked.classes)
    return shape == (wide,) or (wide == 2 and shape in ((1,), ()))


def _without_ones(shape: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(size for size in shape if size != 1)


def _outputs_asked(metric: Metric, asked: _Asked) -> str:
    if metric is Metric.MAE:
        shape = _without_ones(asked.labels.shape[1:])
        return f"finite numbers of shape {shape}" if shape else "one finite number"
    wide = len(asked.classes)
    either = "one finite output, or two" if wide == 2 else f"{wide} finite outputs"
    return f"{either} (classes: {', '.join(asked.classes)})"
