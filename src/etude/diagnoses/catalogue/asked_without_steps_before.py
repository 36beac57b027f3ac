"""
A model that keeps no state is asked about the last step alone, where it learned from whole stretches.

## Why it hurts
A recurrent layer begins every call with an empty memory, and attention sees what it is given. Trained on sixteen letters
at a time, such a model needs the sixteen before the one that it shall tell: given the newest alone it answers as if a
text began there. The generated text is a jumble, or the forecast drifts away, though training went well.

## Example
    import keras
    import numpy as np

    letters = np.eye(4)[(np.arange(64)[:, None] + np.arange(9)) % 4]
    model = keras.Sequential([
        keras.Input((None, 4)), keras.layers.LSTM(8), keras.layers.Dense(4, activation="softmax"),
    ])
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="categorical_crossentropy")
    model.fit(letters[:, :8], letters[:, 8], epochs=30, verbose=0)

    newest = letters[:1, 8:]
    for _ in range(4):
        following = model.predict(newest, verbose=0).argmax()
        newest = np.eye(4)[[[following]]]

## Instead
    import keras
    import numpy as np

    letters = np.eye(4)[(np.arange(64)[:, None] + np.arange(9)) % 4]
    model = keras.Sequential([
        keras.Input((None, 4)), keras.layers.LSTM(8), keras.layers.Dense(4, activation="softmax"),
    ])
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="categorical_crossentropy")
    model.fit(letters[:, :8], letters[:, 8], epochs=30, verbose=0)

    newest = letters[:1, :8]
    for _ in range(4):
        following = model.predict(newest, verbose=0).argmax()
        newest = np.concatenate([newest[:, 1:], np.eye(4)[[[following]]]], axis=1)
"""

from collections.abc import Iterator
from itertools import groupby

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.predictions import is_one_example
from etude.diagnoses.recurrence import RECURRENT, stateful_layers
from etude.diagnoses.rounds import rounds_of
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers
from etude.domain.observations import Call, Data, Fit

SEVERITY = Severity.SILENT
SKILLS = ("text-9", "series-6", "dev-3")
GUIDE = "Keras API: LSTM layer (stateful)"
EXPLAINS = ()

_NEEDS_THE_PAST = (*RECURRENT, "Bidirectional", "MultiHeadAttention", "GroupQueryAttention")
_LEAST_LEARNED = 3  # steps; of two the one before may well be known to matter little
_LEAST_ASKED = 3  # questions, all from one line


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.trainings:
        learned = _steps(fit.train)
        if learned < _LEAST_LEARNED or not _begins_anew(fit):
            continue
        for line, times in _lines(evidence.calls_with_model_of(fit)):
            if times >= _LEAST_ASKED and _in_a_loop(evidence.source, line):
                return _finding(fit, line, times, learned)
    return None


def _steps(data: Data) -> int:
    """How many steps each example has, 0 for data of another shape."""
    given = data.sample[0] if data.sample else None
    return given.shape[1] if given is not None and len(given.shape) in (2, 3) else 0


def _begins_anew(fit: Fit) -> bool:
    """Whether a call knows nothing of the one before; who hands states on has more inputs."""
    model = fit.model
    if model.kind == "subclassed" or len(model.inputs) > 1 or stateful_layers(model):
        return False
    return any(layer.kind in _NEEDS_THE_PAST for layer in all_layers(model))


def _lines(calls: list[Call]) -> Iterator[tuple[int, int]]:
    """Lines that ask about a single example, and how often on end about one step of it."""
    asked = [call for call in calls if call.name == "Model.predict" and is_one_example(call)]
    for line in sorted({call.line for call in asked}):
        steps = [_steps(call.data) for call in asked if call.line == line and call.data is not None]
        # A text that grows from its first letter is asked about with one step only once.
        yield line, max((len(list(run)) for one, run in groupby(steps) if one == 1), default=0)


def _in_a_loop(source: Source, line: int) -> bool:
    return any(loops for loops in rounds_of(source, line))


def _finding(fit: Fit, line: int, times: int, learned: int) -> Finding:
    return Finding(
        line=line,
        evidence=f"predict in line {line} was given 1 step, {times} times and more, and fit in line {fit.line} "
        f"{learned} steps at a time; no layer keeps its state from one call to the next",
        change=f"give it the last {learned} steps each time: drop the first, put the new one behind, ask again",
        about=fit.model.name,
    )
