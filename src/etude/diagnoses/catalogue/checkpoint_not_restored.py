"""
A checkpoint is restored under another name than it was written, or from a path that is None.

## Why it hurts
`tf.train.Checkpoint(net=model)` files the weights under the name net. `tf.train.Checkpoint(model=model).restore(path)` looks for model, finds
nothing, and leaves the network with the weights it was born with; `expect_partial()` silences the only message.
`restore(None)`, which is what `latest_checkpoint` gives of a wrong folder, does nothing at all.

## Example
    import keras
    import tensorflow as tf

    trained = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    path = tf.train.Checkpoint(net=trained).save("saved")
    fresh = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    tf.train.Checkpoint(model=fresh).restore(path).expect_partial()

## Instead
    import keras
    import tensorflow as tf

    trained = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    path = tf.train.Checkpoint(net=trained).save("saved")
    fresh = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    tf.train.Checkpoint(net=fresh).restore(path).expect_partial()
"""

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

SEVERITY = Severity.SILENT
SKILLS = ("deploy-2", "train-8", "dev-3")
GUIDE = "TensorFlow guide: Training checkpoints"
EXPLAINS = ("saved_weights_not_loaded",)

_CALL = "Checkpoint.restore"
_ASKS = ("Model.evaluate", "Model.predict")


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls_of(_CALL):
        missing, held = call.arguments["missing"], call.arguments["held"]
        if missing and held:
            return Finding(
                line=call.line,
                about=missing[0],
                evidence=f"the file holds {' and '.join(held)}, and the checkpoint that line {call.line} restores "
                f"looks for {missing[0]}: none of its weights was read",
                change=f"tf.train.Checkpoint({held[0]}=...), by the name under which it was written",
            )
        if not call.arguments["path"] and (asked := _asked_untrained(evidence, call)):
            return Finding(
                line=call.line,
                evidence=f"restore was given no path, so it restored nothing, and line {asked.line} asks a network that "
                "was never trained",
                change="print(path) before it: tf.train.latest_checkpoint gives None of a folder without a checkpoint",
            )
    return None


def _asked_untrained(evidence: Evidence, restored: Call) -> Call | None:
    """A later question to a model that took no step; a first run finds no file, but then it trains."""
    if any(fit.line > restored.line for fit in evidence.fits):
        return None
    later = [c for c in evidence.calls if c.name in _ASKS and c.line > restored.line]
    return next((c for c in later if c.model is not None and c.model.iterations == 0), None)
