"""From a file that is handed in to the answer on its contract, and to its mark.

python benchmarks/time_to_mark.py [--rounds 9] [--write]

Small networks for hidden sets of three kinds: a few columns, pictures, texts. Each is handed in
again and again, as `etude exam submit` does it, by a worker that is warm.
"""

import argparse
import contextlib
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from measuring import load, machine
from page import bullets, publish, seconds, table

from etude.app.exam.marker import make_marker
from etude.app.grader import make_grader
from etude.app.open_practice import sandbox_settings
from etude.app.remembering import RememberingSandbox
from etude.checks.base import Check
from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract
from etude.checks.scores import Metric
from etude.domain.exercise import Exercise, Kind
from etude.domain.job import Job
from etude.domain.submission import Submission
from etude.domain.task import Task
from etude.grading.grade import Grader
from etude.grading.plan import program_job
from etude.sandbox import Sandbox, open_sandbox, stop_worker

ROUNDS = 9
CONTRACT_BUDGET = 0.5
MARK_BUDGET = 5.0
THINKING = 5.0
FILE = "model.keras"
BEGINNING = "import keras\nfrom keras import layers\n"


@dataclass(frozen=True, kw_only=True)
class Question:
    """Attributes: program: writes the file; checks: its marking scheme."""

    name: str
    program: str
    takes: Mapping[str, Tensor]
    gives: Tensor
    hidden: str
    metric: Metric

    @property
    def checks(self) -> Sequence[Check]:
        higher = self.metric.higher_is_better
        return [
            SavedContract(
                name="contract",
                artifact=FILE,
                takes=self.takes,
                gives=self.gives,
                most_bytes=10_000_000,
            ),
            ReachesBars(
                name="bars",
                artifact=FILE,
                hidden=self.hidden,
                metric=self.metric,
                lower=(0.2, 0.4, 0.6) if higher else (30.0, 10.0, 5.0),
                bar=0.9 if higher else 2.0,
                points=4,
                after=("contract",),
            ),
        ]


QUESTIONS = (
    Question(
        name="windows of a series",
        program="""
keras.Sequential([keras.Input((22,)), layers.Dense(32, "relu"), layers.Dense(1)]).save(FILE)
""",
        takes={"": Tensor(shape=(22,), dtype="float32")},
        gives=Tensor(shape=(1,), dtype="float32"),
        hidden="sunspots",
        metric=Metric.MAE,
    ),
    Question(
        name="pictures",
        program="""
keras.Sequential([
    keras.Input((28, 28)), layers.Rescaling(1 / 255), layers.Reshape((28, 28, 1)),
    layers.Conv2D(32, 3, activation="relu"), layers.MaxPooling2D(),
    layers.Conv2D(64, 3, activation="relu"), layers.MaxPooling2D(),
    layers.Flatten(), layers.Dense(128, "relu"), layers.Dense(10, "softmax"),
]).save(FILE)
""",
        takes={"": Tensor(shape=(28, 28), dtype="float32")},
        gives=Tensor(shape=(10,), dtype="float32"),
        hidden="fashion_mnist",
        metric=Metric.ACCURACY,
    ),
    Question(
        name="texts",
        program="""
words = [f"word{number}" for number in range(5000)]
keras.Sequential([
    keras.Input((), dtype="string"),
    layers.TextVectorization(vocabulary=words, output_sequence_length=100),
    layers.Embedding(5002, 32, mask_zero=True), layers.Bidirectional(layers.LSTM(32)),
    layers.Dense(2, "softmax"),
]).save(FILE)
""",
        takes={"": Tensor(shape=(), dtype="string")},
        gives=Tensor(shape=(2,), dtype="float32"),
        hidden="reviews",
        metric=Metric.ACCURACY,
    ),
)


@dataclass(frozen=True, kw_only=True)
class Times:
    """Seconds of one marking; ``processor``: those that answering the contract used."""

    contract: float
    processor: float
    mark: float
    prediction: float

    @property
    def beyond(self) -> float:
        return self.mark - self.prediction


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--write", action="store_true", help="into docs/benchmarks.md")
    options = parser.parse_args()
    with _warm_sandbox() as sandbox:
        files = {question.name: _made(sandbox, question) for question in QUESTIONS}
        idle = _idle(sandbox)
        times: dict[str, list[Times]] = {question.name: [] for question in QUESTIONS}
        for number in range(options.rounds + 1):
            for question in QUESTIONS:
                time.sleep(THINKING)  # a child stands by again
                measured = _marking(sandbox, question, files[question.name], idle=idle)
                if number:  # the first warms the worker
                    times[question.name].append(measured)
    lines = [
        f"{options.rounds} rounds in turns; load of the machine at the end {load()}",
        *machine("tensorflow_cpu", "keras"),
    ]
    publish("time to mark", f"{_table(times)}\n\n{bullets(lines)}", write=options.write)


def _table(times: Mapping[str, Sequence[Times]]) -> str:
    head = ["question on", "contract answered", "lowest", "highest", "its processor time", "mark"]
    head += ["the model's own prediction"]
    head += ["mark beyond it", "highest", "within budget"]
    return table(head, [_row(name, measured) for name, measured in times.items()])


def _row(name: str, measured: Sequence[Times]) -> list[str]:
    contracts = [one.contract for one in measured]
    beyond = [one.beyond for one in measured]
    contract, mark = statistics.median(contracts), statistics.median(beyond)
    held = contract <= CONTRACT_BUDGET and mark <= MARK_BUDGET
    figures = (
        contract,
        min(contracts),
        max(contracts),
        statistics.median(one.processor for one in measured),
        statistics.median(one.mark for one in measured),
        statistics.median(one.prediction for one in measured),
        mark,
        max(beyond),
    )
    return [name, *map(seconds, figures), "yes" if held else "**no**"]


@contextlib.contextmanager
def _warm_sandbox() -> Iterator[Sandbox]:
    """As a user's commands share it: a child stands by while nothing runs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            with open_sandbox(runtime_dir=folder, settings=sandbox_settings()) as sandbox:
                yield sandbox
        finally:
            stop_worker(folder)


def _exercise(question: Question) -> Exercise:
    return Exercise(
        id="benchmarks/question", title=question.name, summary="", skills=(), kind=Kind.QUESTION,
        level=1, minutes=1, folder=Path(),
    )  # fmt: skip


def _made(sandbox: Sandbox, question: Question) -> Mapping[str, bytes]:
    exercise = _exercise(question)
    program = f"FILE = {FILE!r}\n{BEGINNING}{question.program}".encode()
    files = {exercise.file_name: program}
    submission = Submission(exercise=exercise.id, file=exercise.file_name, files=files)
    grader: Grader = make_grader(sandbox)
    outcome = sandbox.run(program_job(exercise, submission, question.checks, grader.data))
    content = outcome.artifacts[FILE].content
    if content is None:
        raise SystemExit(f"{question.name}: no file; {outcome.detail}\n{outcome.stderr}")
    return {FILE: content}


def _marking(
    sandbox: Sandbox, question: Question, files: Mapping[str, bytes], *, idle: float
) -> Times:
    answered: list[float] = []
    remembering = RememberingSandbox(sandbox)
    started = time.perf_counter()
    marked = make_marker(remembering, seed=7, artifacts=files).mark(
        _exercise(question),
        files,
        question.checks,
        on_contract=lambda verdicts: answered.append(time.perf_counter() - started),
    )
    whole = time.perf_counter() - started
    if marked.waits or marked.contract_broken:
        raise SystemExit(f"{question.name}: {marked.detail or marked.verdicts}")
    return Times(
        contract=answered[0],
        processor=remembering.outcomes[0].cpu_seconds - idle,
        mark=whole,
        prediction=marked.prediction_seconds,
    )


def _idle(sandbox: Sandbox) -> float:
    """Processor seconds of a child that is asked nothing; most were used before it was needed."""
    used: list[float] = []
    for _ in range(5):
        time.sleep(THINKING)
        used.append(sandbox.run(Job(task=msgspec.json.encode(Task(observe=False)))).cpu_seconds)
    return statistics.median(used)


if __name__ == "__main__":
    main()
