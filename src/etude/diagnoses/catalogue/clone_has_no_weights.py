"""
A copy made by `clone_model`, or of a model's JSON, is used with the random weights that it begins with.

## Why it hurts
`clone_model` builds the same layers anew, and so do `model_from_json` and `from_config`: what `to_json` and `get_config` write down is which
layers there are, and no weight. What the first model has learned stays with the first model: the copy answers like one that was
never trained, without a word. The weights have to be carried over by themselves.

## Example
    import keras
    import numpy as np

    features = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    labels = (features[:, 0] > 0).astype("float32")
    teacher = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    teacher.compile(optimizer="adam", loss="binary_crossentropy")
    teacher.fit(features, labels, epochs=2, verbose=0)

    pupil = keras.models.clone_model(teacher)
    print(pupil.predict(features, verbose=0)[:3])

## Instead
    import keras
    import numpy as np

    features = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    labels = (features[:, 0] > 0).astype("float32")
    teacher = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    teacher.compile(optimizer="adam", loss="binary_crossentropy")
    teacher.fit(features, labels, epochs=2, verbose=0)

    pupil = keras.models.clone_model(teacher)
    pupil.set_weights(teacher.get_weights())
    print(pupil.predict(features, verbose=0)[:3])
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, call_line, dotted_name, last_name, spans
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-4", "model-14", "dev-3")
GUIDE = "Keras API: Model saving, clone_model"
EXPLAINS = ("predicts_constant",)

_ANSWERS = ("predict", "evaluate")
_DESCRIBED = ("model_from_json", "model_from_config", "from_config")
_ASKED = ("Model.predict", "Model.evaluate")
# Whatever may give weights to a model that does not train.
_CARRIES = (
    *("set_weights", "load_weights", "apply_gradients", "assign", "restore"),
    *("load_own_variables", "set_state_tree", "deepcopy"),
)
_CHANGES = {
    "model_from_json": 'model.save("model.keras") writes layers and weights at once, and load_model("model.keras") gives both back; '
    'or beside the JSON model.save_weights("model.weights.h5"), and {name}.load_weights("model.weights.h5")',
    "": "{name}.set_weights(model.get_weights()), of the model that has learned",
}
# Whatever gives a model weights; layers and variables can be given them one by one.
_FILLS = ("fit", "train_on_batch", "set_weights", "load_weights", "apply_gradients", "assign")


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for copy, original, made in _clones(source):
        learned = _first_of(source, original, ("fit", "train_on_batch", "load_weights"))
        asked = _first_of(source, copy, _ANSWERS, after=made.lineno)
        if learned is None or asked is None or learned.lineno > made.lineno:
            continue
        between = made.lineno, asked.lineno
        if not any(between[0] <= call.lineno <= between[1] for call in _calls_of(source, _FILLS)):
            return Finding(
                line=call_line(made),
                about=copy,
                evidence=f"{copy} has the layers of {original} and new random weights, and line {call_line(asked)} asks "
                "it before it got others",
                change=f"{copy}.set_weights({original}.get_weights())",
            )
    return _of_description(evidence)


def _of_description(evidence: Evidence) -> Finding | None:
    """A model was made of what says which layers there are, and was asked as it was then."""
    source = evidence.source
    makers = _calls_of(source, _DESCRIBED)
    if not makers or _calls_of(source, _CARRIES):
        return None
    trained = {training.model.key for training in evidence.trainings}
    for call in evidence.calls:
        model = call.model if call.name in _ASKED else None
        if model is None or model.iterations or model.key in trained or not model.parameters:
            continue
        made = next((one for one in makers if spans(one, model.line)), None)
        if made is not None:
            name, maker = _target(source, made) or model.name, last_name(made.func)
            return Finding(
                line=call_line(made),
                about=name,
                evidence=f"{maker} in line {call_line(made)} makes the layers anew, with new random weights, and line {call.line} asks "
                f"{name}, which got no others",
                change=_CHANGES.get(maker, _CHANGES[""]).format(name=name),
            )
    return None


def _target(source: Source, made: ast.Call) -> str:
    nodes = (node for node in source.all(ast.Assign) if node.value is made)
    return next((dotted_name(node.targets[0]) for node in nodes), "")


def _clones(source: Source) -> Iterator[tuple[str, str, ast.Call]]:
    """``copy = clone_model(original)``: both names, and the call."""
    for node in source.nodes:
        call = node.value if isinstance(node, ast.Assign) else None
        if isinstance(node, ast.Assign) and isinstance(call, ast.Call) and call.args:
            copy, original = dotted_name(node.targets[0]), dotted_name(call.args[0])
            if last_name(call.func) == "clone_model" and copy and original:
                yield copy, original, call


def _first_of(
    source: Source, owner: str, verbs: tuple[str, ...], *, after: int = 0
) -> ast.Call | None:
    """The first call of one of these methods of an object."""
    calls = [call for verb in verbs for call in source.calls(f"{owner}.{verb}")]
    later = [call for call in calls if call.lineno > after]
    return min(later, key=lambda call: call.lineno, default=None)


def _calls_of(source: Source, names: tuple[str, ...]) -> list[ast.Call]:
    return [call for name in names for call in source.calls(name)]
