"""What a second training shows by chance, and what it proves: numbers behind docs/design/health.md.

python benchmarks/second_training.py
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from corpus import observed
from page import table
from training_health import HEAD, ILL, SOUND

from etude.diagnoses.curves import cost_of_knowing_nothing, cost_of_the_mean
from etude.diagnoses.retrained import proven
from etude.domain.observations import Fit
from etude.domain.retraining import Change, Course
from etude.sandbox import Sandbox, open_sandbox
from etude.worker.trained.suspicions import went_well

SEEDS = 10

# The same training twice: the same first weights, the examples in other orders.
_TWICE = """\
def train(stack, given, targets, optimizer, epochs=12):
    model = keras.Sequential([keras.Input(given.shape[1:]), *stack])
    loss = "mse" if targets is numbers else sparse
    first = model.get_weights()
    other = type(optimizer).from_config(optimizer.get_config())
    for seed, again in ((SEED, optimizer), (SEED + 1000, other)):
        keras.utils.set_random_seed(seed)
        model.set_weights(first)
        model.compile(again, loss, metrics=[] if targets is numbers else ["accuracy"])
        model.fit(given, targets, epochs=epochs, verbose=0)
"""
_ONE_IS_OFF = """\
sums = (x @ np.linspace(-1, 1, 8)).astype("float32")
model = keras.Sequential([keras.Input((8,)), layers.Dense(16, "tanh"), layers.Dense(1)])
model.compile(adam(RATE), "mse")
model.fit(INPUTS * x, TARGETS * (1 + sums), epochs=30, verbose=0)
"""
# One line would be enough; whether two ReLU units find it is luck.
_NARROW = """\
above = (x[:, 0] + 0.5 * x[:, 1] > 0).astype("float32")
model = keras.Sequential([keras.Input((8,)), layers.Dense(2, "relu"), layers.Dense(1, "sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x[:ROWS], above[:ROWS], epochs=EPOCHS, verbose=0)
"""
_EPOCHS, _ROWS = (10, 30, 100), (16, 100, 600)
_SIZES = (1, 3, 10, 30, 100, 1000)
_RATES = (1e-5, 1e-4, 2e-4, 1e-3, 5e-3, 1e-2, 1e-1, 1.0)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        runtime = Path(folder) / "rt"
        with open_sandbox(runtime_dir=runtime, background=False) as sandbox:
            print(f"\nthe same training again, {SEEDS} seeds each\n\n{by_chance(sandbox)}")
            print(f"\none thing is off, {SEEDS} seeds each\n\n{when_off(sandbox)}")
            print(f"\ntwo units where one could do, {SEEDS} seeds each\n\n{when_narrow(sandbox)}")


def by_chance(sandbox: Sandbox) -> str:
    """How far two trainings lie apart that differ by nothing but the order of the examples."""
    rows = []
    for name, program in (SOUND | ILL).items():
        pairs = [_pair(sandbox, f"SEED = {seed}\n{HEAD}{_TWICE}{program}") for seed in range(SEEDS)]
        both_ways = [one for pair in pairs for one in (pair, pair[::-1]) if not _went_well(one[1])]
        far = sum(_is_far_better(*one) for one in both_ways)
        share = min(_share(*pair) for pair in pairs)
        rows.append([name, f"{share:.2f}", f"{far} of {len(both_ways)}"])
    return table(
        (
            "network",
            "smallest loss / the other",
            "far better than one that went badly",
        ),
        rows,
    )


def when_off(sandbox: Sandbox) -> str:
    """How often the doctor proves that this size, or this rate, was it."""
    rows = [_row(sandbox, Change.INPUTS, size, inputs=size) for size in _SIZES]
    rows += [_row(sandbox, Change.TARGETS, size, targets=size) for size in _SIZES]
    rows += [_row(sandbox, Change.RATE, rate, rate=rate) for rate in _RATES]
    return table(("what is off", "left of what the mean costs", "proven"), rows)


def when_narrow(sandbox: Sandbox) -> str:
    """How often more units are proven better where few could do."""
    rows = []
    for size in _ROWS:
        found = [_proven_narrow(sandbox, size, epochs) for epochs in _EPOCHS]
        rows.append([f"{size}", *(f"{each} of {SEEDS}" for each in found)])
    return table(("rows", *(f"{epochs} epochs" for epochs in _EPOCHS)), rows)


def _proven_narrow(sandbox: Sandbox, size: int, epochs: int) -> int:
    programs = (
        f"SEED, ROWS, EPOCHS = {n}, {size}, {epochs}\n{HEAD}{_NARROW}" for n in range(SEEDS)
    )
    fits = [observed(sandbox, program).fits[0] for program in programs]
    return sum(bool(proven(fit, Change.UNITS)) for fit in fits)


def _row(
    sandbox: Sandbox,
    change: Change,
    value: float,
    *,
    inputs: float = 1,
    targets: float = 1,
    rate: float = 1e-3,
) -> Sequence[str]:
    given = f"INPUTS, TARGETS, RATE = {inputs}, {targets}, {rate}\n"
    programs = (f"SEED = {seed}\n{HEAD}{given}{_ONE_IS_OFF}" for seed in range(SEEDS))
    fits = [observed(sandbox, program).fits[0] for program in programs]
    left = sorted(fit.series("loss")[-1] / cost_of_the_mean(fit) for fit in fits)[SEEDS // 2]
    found = sum(bool(proven(fit, change)) for fit in fits)
    return [f"{_NAMES[change]} {value:g}", f"{left:.2g}", f"{found} of {SEEDS}"]


_NAMES = {
    Change.INPUTS: "inputs of",
    Change.TARGETS: "targets of",
    Change.RATE: "Adam at",
}


def _pair(sandbox: Sandbox, program: str) -> tuple[Fit, Fit]:
    first, second = observed(sandbox, program).fits
    return first, second


def _went_well(fit: Fit) -> bool:
    targets = fit.train.part("1")
    scatter = (targets.deviation if targets is not None else None) or 0.0
    return went_well(fit.model, Course.of(fit.epochs), scatter=scatter)


def _is_far_better(one: Fit, other: Fit) -> bool:
    guessing = cost_of_knowing_nothing(one)
    courses = (Course.of(one.epochs), Course.of(other.epochs))
    return courses[0].is_far_better_than(courses[1], guessing=guessing)


def _share(one: Fit, other: Fit) -> float:
    last = [fit.series("loss")[-1] for fit in (one, other)]
    return min(last) / max(last)


if __name__ == "__main__":
    main()
