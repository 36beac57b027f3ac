"""How sound and ill networks come out of a training: the numbers behind docs/design/health.md.

python benchmarks/training_health.py
"""

import statistics
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from corpus import observed
from page import table

from etude.diagnoses.catalogue import stuck_at_majority
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.training_health import is_ill, rectified, with_gradients
from etude.domain.observations import Fit
from etude.sandbox import Sandbox, open_sandbox

HEAD = """\
import keras
import numpy as np
keras.utils.set_random_seed(SEED)
rng = np.random.default_rng(SEED)
layers, normal = keras.layers, keras.initializers.RandomNormal
x = rng.normal(size=(512, 8)).astype("float32")
classes, numbers = (x[:, 0] * x[:, 1] > 0).astype("int64"), x[:, :1] * x[:, 1:2]
pictures = rng.uniform(size=(256, 16, 16, 1)).astype("float32")
sides = (pictures[:, :, :8].mean((1, 2, 3)) > pictures[:, :, 8:].mean((1, 2, 3))).astype("int64")
sparse = keras.losses.SparseCategoricalCrossentropy(from_logits=True)

def train(stack, given, targets, optimizer, epochs=12):
    model = keras.Sequential([keras.Input(given.shape[1:]), *stack])
    loss = "mse" if targets is numbers else sparse
    model.compile(optimizer, loss, metrics=[] if targets is numbers else ["accuracy"])
    model.fit(given, targets, epochs=epochs, verbose=0)

def dense(count, activation="relu", **more):
    return [layers.Dense(32, activation=activation, **more) for _ in range(count)]

adam = keras.optimizers.Adam
"""
SOUND = {
    "2 dense": "train([*dense(2), layers.Dense(2)], x, classes, adam(0.01))",
    "6 dense": "train([*dense(6), layers.Dense(2)], x, classes, adam(0.003))",
    "6 dense, regression": "train([*dense(6), layers.Dense(1)], x, numbers, adam(0.003))",
    "dropout and batch normalisation": "train([*dense(1), layers.BatchNormalization(), "
    "layers.Dropout(0.3), *dense(1), layers.Dense(2)], x, classes, adam(0.01))",
    "convolutions": "train([layers.Conv2D(8, 3, activation='relu'), layers.MaxPooling2D(), "
    "layers.Conv2D(16, 3, activation='relu'), layers.Flatten(), layers.Dense(2)], pictures, sides, "
    "adam(0.003))",
    "SGD": "train([*dense(2), layers.Dense(1)], x, numbers, keras.optimizers.SGD(0.05))",
}
ILL = {
    "biases of -20": "train([*dense(1, bias_initializer=keras.initializers.Constant(-20)), "
    "layers.Dense(2)], x, classes, adam(0.01))",
    "8 sigmoids": "train([*dense(8, 'sigmoid'), layers.Dense(2)], x, classes, adam(0.01))",
    "weights of 1": "train([*dense(5, kernel_initializer=normal(stddev=1.0)), layers.Dense(1)], x, "
    "numbers, adam(0.001))",
    "Adam(1.0)": "train([*dense(4), layers.Dense(2)], x, classes, adam(1.0))",
    "Adam(1e-6)": "train([*dense(2), layers.Dense(2)], x, classes, adam(1e-6))",
}
SEEDS = 3

# A number and a decision from the same layers, both easy; the number's size is all that differs.
_TWO_LOSSES = """\
number = (x[:, :1] * x[:, 1:2] + x[:, 2:3]) * SIZE
decision = (x[:, 3] + x[:, 4] > 0).astype("float32")
inputs = keras.Input((8,))
shared = layers.Dense(8, activation="relu")(layers.Dense(32, activation="relu")(inputs))
answer = layers.Dense(1, "sigmoid", name="decision")(shared)
model = keras.Model(inputs, [layers.Dense(1, name="number")(shared), answer])
model.compile(adam(0.003), ["mse", "binary_crossentropy"])
model.fit(x, [number, decision], epochs=12, verbose=0)
"""
_SIZES = (1, 3, 6, 10, 20, 40, 100)

# A fifth of the labels is wrong, so that no accuracy reaches 1.
_FEW_EXAMPLES = """\
few = ((x[:, 0] > 0.4) ^ (rng.random(512) < 0.2))[:COUNT].astype("int64")
bias = keras.initializers.Constant(BIAS)
stack = [layers.Dense(8, "relu", bias_initializer=bias), layers.Dense(2)]
train(stack, x[:COUNT], few, adam(0.01), epochs=20)
"""
_COUNTS = (20, 50, 100, 200, 500)
_FEW_SEEDS = 10


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        runtime = Path(folder) / "rt"
        with open_sandbox(runtime_dir=runtime, background=False) as sandbox:
            for title, programs in (("sound", SOUND), ("ill", ILL)):
                print(f"\n{title}\n\n{measured(sandbox, programs)}")
            print(f"\ntwo losses, the median of {SEEDS} seeds\n\n{two_losses(sandbox)}")
            print(f"\nthe same accuracy in four epochs\n\n{same_accuracies(sandbox)}")


def two_losses(sandbox: Sandbox) -> str:
    """How far the smaller of two losses comes down beside a larger one."""
    rows = []
    for size in _SIZES:
        program = f"{HEAD}SIZE = {size}\n{_TWO_LOSSES}"
        fits = [_fit(sandbox, f"SEED = {seed}\n{program}") for seed in range(SEEDS)]
        losses = [(fit.series("number_loss"), fit.series("decision_loss")) for fit in fits]
        ratio = statistics.median(sum(large) / sum(small) for large, small in losses)
        left = statistics.median(min(small[1:]) / small[0] for _, small in losses)
        rows.append([str(size), f"{ratio:.3g}", f"{left:.2f}"])
    return table(("size of the numbers", "larger / smaller loss", "left of the smaller"), rows)


def same_accuracies(sandbox: Sandbox) -> str:
    """How often a training is taken for stuck, with sound units and with dead ones."""
    rows = []
    for count in _COUNTS:
        row = [str(count)]
        for bias in (0, -50):
            program = f"{HEAD}COUNT, BIAS = {count}, {bias}\n{_FEW_EXAMPLES}"
            found = [
                stuck_at_majority.match(_evidence(sandbox, f"SEED = {seed}\n{program}"))
                for seed in range(_FEW_SEEDS)
            ]
            row.append(f"{sum(one is not None for one in found)} of {_FEW_SEEDS}")
        rows.append(row)
    return table(("examples", "sound", "dead units"), rows)


def measured(sandbox: Sandbox, programs: Mapping[str, str]) -> str:
    """One row per network, the worst of all seeds."""
    rows = []
    for name, program in programs.items():
        fits = [_fit(sandbox, f"SEED = {seed}\n{HEAD}{program}\n") for seed in range(SEEDS)]
        rows.append([name, *_row(fits)])
    head = [
        *("network", "counts as ill", "zero units", "first / last gradient"),
        *("gradient / weight", "outputs / targets", "largest change"),
    ]
    return table(head, rows)


def _fit(sandbox: Sandbox, program: str) -> Fit:
    return _evidence(sandbox, program).fits[0]


def _evidence(sandbox: Sandbox, program: str) -> Evidence:
    evidence = observed(sandbox, program, retrain_seconds=0)
    if evidence.errors:
        raise SystemExit(f"the training did not run: {evidence.errors[0]}")
    return evidence


def _row(fits: Sequence[Fit]) -> Sequence[str]:
    zero = [layer.zero_units or 0.0 for fit in fits for layer in rectified(fit)]
    return [
        f"{sum(map(is_ill, fits))} of {len(fits)}",
        f"{max(zero, default=0.0):.0%}",
        _shown(min(_first_to_last(fit) for fit in fits)),
        _shown(max(_to_weight(fit) for fit in fits)),
        _shown(max(_to_targets(fit) for fit in fits)),
        _shown(max(max(_changes(fit)) for fit in fits)),
    ]


def _shown(value: float) -> str:
    return f"{value:.2g}"


def _first_to_last(fit: Fit) -> float:
    found = [layer.gradient or 0.0 for layer in with_gradients(fit)]
    return found[0] / found[-1] if found and found[-1] else 0.0


def _to_weight(fit: Fit) -> float:
    layers = with_gradients(fit)
    return max((one.gradient or 0.0) / (one.weight or 1.0) for one in layers) if layers else 0.0


def _to_targets(fit: Fit) -> float:
    health = fit.health
    if health is None or health.output_spread is None or not health.label_spread:
        return 0.0
    return health.output_spread / health.label_spread


def _changes(fit: Fit) -> list[float]:
    return [layer.change or 0.0 for layer in (fit.health.layers if fit.health else ())] or [0.0]


if __name__ == "__main__":
    main()
