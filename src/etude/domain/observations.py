"""What recorders and probes saw of a program: plain data, one record per kind of frame.

Frames on the wire have exactly these fields. ``line`` is the line in the learner's file, 0 where it
is not known. Shapes are lists with None for an unknown size, the batch axis included.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from etude.domain.health import Health
from etude.domain.patterns import Ranges, SeriesSplit, Tokens, Windows
from etude.domain.retraining import Retraining

Shape = Sequence[int | None] | None
INFINITE = -1
UNKNOWN = -2


@dataclass(frozen=True, slots=True, kw_only=True)
class TensorSpec:
    """Shape and dtype of one tensor; ``path`` says where it sits in a nested element."""

    path: str
    dtype: str
    shape: Shape


#: Of so many values of a tensor it is told how many differ.
DIFFERENT_AMONG = 2048


@dataclass(frozen=True, slots=True, kw_only=True)
class TensorSample:
    """A few values of one tensor, summed up.

    Attributes:
      shape: of the sample, batch axis included.
      low, high, mean, deviation: over the finite values; None for strings and empty tensors.
      nan: how many values are NaN or infinite; infinite: how many of these are infinite.
      lost: places of the last axis, columns of a table, where no value is finite (rank 2 and more).
      whole: whether all values are whole numbers, of whatever dtype.
      distinct: sorted distinct values when there are at most 32 of them and they are integers,
        booleans or strings.
      different: how many values differ among the first DIFFERENT_AMONG, where they have fractions.
      row_sums: lowest and highest sum over the last axis (rank 2 and 3).
    """

    path: str
    dtype: str
    shape: Sequence[int]
    low: float | None = None
    high: float | None = None
    mean: float | None = None
    deviation: float | None = None
    nan: int = 0
    infinite: int = 0
    lost: Sequence[int] = ()
    whole: bool = False
    distinct: Sequence[Any] | None = None
    different: int = 0
    row_sums: Sequence[float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One transformation of a tf.data pipeline.

    Attributes:
      op: the public method's name: "map", "batch", "shuffle", "from_tensor_slices", ...
      parameters: what it was given: buffer_size, batch_size, drop_remainder, count, seed, ...;
        random_seeded: a seed rules all random numbers of its function; of a zip
        parted_after_shuffle: the line of a shuffle that two of its datasets share.
      ops: TensorFlow op types inside a mapped function, in order.
    """

    op: str
    line: int = 0
    parameters: Mapping[str, Any] = field(default_factory=dict)
    ops: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """What was handed to a model or came out of the learner's function.

    Attributes:
      role: "fit", "validation", "evaluate", "predict", or the expression that gave it.
      kind: "dataset", "arrays" or "other" (the class is then in ``type``, or those of inputs and
        labels: "(ndarray, method)").
      cardinality: number of elements (batches); INFINITE or UNKNOWN.
      stages: from the source to the last one; empty for arrays.
      sampled_at: "" when the sample is what the model sees; "shuffle" when it was drawn as if the
        data were not shuffled; otherwise the stage below which it was drawn. Drawing through those
        stages would change the learner's own run.
      label_order: how the labels of arrays lie: ``elements``, ``labels`` (distinct values) and
        ``label_runs`` (stretches of equal ones). A source of a dataset tells it in its parameters.
      windows, tokens: what the sample's values say about a series or rows of token numbers.
      channels: means of the colour channels of pictures (N, height, width, 3); empty for others.
      label_column: the column of a table (N, columns) that holds the label itself; None without.
      unseen: which looks at the values failed, and how.
      only_counts: each input is a row of numbers that goes on evenly, and the labels do not.
      followed_by: of stretches of a series, how many rows further on the row lies that begins where
        a row ends; several where the series repeats itself, empty when that is not known.
      all_alike: the inputs are the same in every row, and the labels are not.
      next_of: path of the input that the labels are the next steps of, at every step; "" without.
      repeats: path of one of several inputs that equals the labels; "" without.
      mirrored: of pictures with classes the share that the means of the classes tell apart "as they
        are", and of flipped ones ("horizontal", "vertical") the share that then looks like
        members of another class; empty for others.
      numbering: columns of a table of pandas that are whole numbers and differ in every row.
      empty_end: rows at the end of arrays that are nothing but zeros, their labels included.
    """

    role: str
    kind: str
    type: str = ""
    line: int = 0
    spec: Sequence[TensorSpec] = ()
    cardinality: int = UNKNOWN
    stages: Sequence[Stage] = ()
    sample: Sequence[TensorSample] = ()
    sampled_at: str = ""
    label_order: Mapping[str, int] = field(default_factory=dict)
    windows: Windows | None = None
    tokens: Tokens | None = None
    channels: Sequence[float] = ()
    label_column: int | None = None
    only_counts: bool = False
    followed_by: Sequence[int] = ()
    unseen: Sequence[str] = ()
    all_alike: bool = False
    next_of: str = ""
    repeats: str = ""
    mirrored: Mapping[str, float] = field(default_factory=dict)
    numbering: Sequence[str] = ()
    empty_end: int = 0

    def stage(self, op: str) -> Stage | None:
        """The last stage with this op."""
        return next((stage for stage in reversed(self.stages) if stage.op == op), None)

    def position(self, op: str) -> int:
        """Index of the last stage with this op, -1 without one."""
        return max((i for i, stage in enumerate(self.stages) if stage.op == op), default=-1)

    def line_of(self, op: str) -> int:
        """Line of the last stage with this op, else of the data."""
        stage = self.stage(op)
        return stage.line if stage and stage.line else self.line

    def before(self, first: str, then: str) -> bool:
        """Whether both ops occur and the last ``first`` comes before the last ``then``."""
        return 0 <= self.position(first) < self.position(then)

    def part(self, path: str) -> TensorSample | None:
        """The sample of the tensor at this path, such as "0" for x of an (x, y) element."""
        return next((sample for sample in self.sample if sample.path == path), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One layer of a model, or one operation between layers such as ``a + b`` or ``keras.ops.abs``.

    Attributes:
      kind: the class: "Dense", "Concatenate" (layer or operation), "Functional" for a model inside.
      config: plain values only; ``activation`` always as a name ("relu", "linear").
      calls: the layers it is called on, one list per call of this layer; the second call of a layer
        "encoder" appears there as "encoder:1", so that two uses of one layer can be told apart.
      output_shape: of the first call; a list of shapes when there are several outputs.
      layers, outputs: what is inside a model or wrapper, and which of those give its outputs.
      line: where the learner's code made it.
    """

    name: str
    kind: str
    config: Mapping[str, Any] = field(default_factory=dict)
    calls: Sequence[Sequence[str]] = ()
    output_shape: Any = None
    parameters: int = 0
    trainable: bool = True
    layers: Sequence["Layer"] = ()
    outputs: Sequence[str] = ()
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """A loss as Keras resolved it: ``name`` in snake case, "sparse_categorical_crossentropy"."""

    name: str
    from_logits: bool = False
    given_as: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """Arguments of the last ``compile``.

    Attributes:
      thresholds: metric -> above which output it says "yes"; only of metric objects that have one.
    """

    line: int = 0
    losses: Sequence[Loss] = ()
    optimizer: str = ""
    learning_rate: float | None = None
    metrics: Sequence[str] = ()
    thresholds: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A Keras model, described without running it.

    Attributes:
      key: tells models of one run apart.
      kind: "functional", "sequential" or "subclassed".
      outputs: ``path`` names the layer, and the call of it, that gives the output.
      iterations: optimizer steps taken so far, None when not compiled.
    """

    key: str
    kind: str
    name: str = ""
    line: int = 0
    layers: Sequence[Layer] = ()
    inputs: Sequence[TensorSpec] = ()
    outputs: Sequence[TensorSpec] = ()
    parameters: int = 0
    trainable_parameters: int = 0
    compiled: Compiled | None = None
    iterations: int | None = None

    def layers_of(self, *kinds: str) -> list[Layer]:
        """Layers of these classes, in order."""
        return [layer for layer in self.layers if layer.kind in kinds]


@dataclass(frozen=True, slots=True, kw_only=True)
class Callback:
    """A callback given to ``fit``.

    Attributes:
      kind: its class; bases: that name and those it derives from, without "Callback".
      line: where the learner's code made it.
      options: its public attributes, as they were when ``fit`` ended, and ``direction``: "min" or
        "max" once Keras has settled which way it compares.
      key: tells callbacks of one run apart; the same as in the recorded call "callback".
    """

    kind: str
    line: int = 0
    options: Mapping[str, Any] = field(default_factory=dict)
    bases: Sequence[str] = ()
    key: str = ""

    def is_a(self, kind: str) -> bool:
        """Whether it is of this class or derives from it."""
        return kind == self.kind or kind in self.bases


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """One call of ``fit``: what it was given, and its epochs as far as they came.

    Attributes:
      batch_keys: of the first batches that a Python generator gave, equal for equal batches.
      batch_rows: how many examples the largest of these holds; 0 for other data.
      log_names: what an epoch logs, or would have logged had it come to its end.
      overlap: "same" when the validation data hold the very examples of the training data, "part"
        when they hold some of them and nothing else.
      repeated: part of the validation rows that are rows of the training data, number by number.
      drawn_order: the line of a ``predict`` that gave the inputs, of pictures in a drawn order; 0
        of any others.
      series_split: how the windows of a series were split, when they are arrays.
      ranges: where the inputs of both parts lie, when they are arrays of single numbers.
      arguments: the plain ones: epochs, batch_size, steps_per_epoch, validation_split, ...
      fed_otherwise: names of inputs -> of the entries of a dictionary that reach them, where these
        differ.
      epochs: logs per finished epoch.
      finished: False when the run ended inside it.
      cut: why étude ended it before its time: "epochs", "steps" or "time"; "" when it did not.
      health: how the model came out of it, None when that was not looked at.
      retrainings: how it went once more with something changed, where that was tried.
    """

    index: int
    line: int = 0
    model: Model
    train: Data
    validation: Data | None = None
    overlap: str = ""
    repeated: float = 0.0
    drawn_order: int = 0
    series_split: SeriesSplit | None = None
    ranges: Ranges | None = None
    arguments: Mapping[str, Any] = field(default_factory=dict)
    callbacks: Sequence[Callback] = ()
    fed_otherwise: Mapping[str, str] = field(default_factory=dict)
    epochs: Sequence[Mapping[str, float]] = ()
    batch_keys: Sequence[int] = ()
    batch_rows: int = 0
    log_names: Sequence[str] = ()
    finished: bool = False
    nan_weights: Sequence[str] = ()
    seconds: float = 0.0
    cut: str = ""
    health: Health | None = None
    retrainings: Sequence[Retraining] = ()

    def series(self, key: str) -> list[float]:
        """Values of one log over the epochs that have it."""
        return [logs[key] for logs in self.epochs if key in logs]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Another recorded call: save, load, evaluate, predict, tf.image.*; "callback" makes one.

    Of "Model.evaluate" the arguments hold what it gave as ``measured``: metric -> number; of
    "Model.predict" ``answered``, the number of classes that its answers are of; of
    "Model.load_weights" by names ``names_in_file`` and ``names_of_layers``.

    "from_generator.elements": a generator gave so many ``elements``; making them took ``seconds``.

    Of loops of one's own: "Model.call", "Loss.call", "GradientTape.gradient", "Optimizer.apply",
    "broadcast" and "tf.function" (see ``worker.recorders.loops`` and ``tracing``).
    """

    name: str
    line: int = 0
    arguments: Mapping[str, Any] = field(default_factory=dict)
    model: Model | None = None
    data: Data | None = None
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWarning:
    """A Python or Keras warning shown while the learner's line ran."""

    message: str
    category: str = ""
    line: int = 0
