"""The program leaves a file with weights that the model can load again."""

import os
from collections.abc import Iterator
from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict

_ENDINGS = (".weights.h5", ".keras", ".h5")
_MOST_FILES = 20
_MOST_FOLDERS = 200


class KeepsLoadableWeights(Check, frozen=True, kw_only=True):
    """Attributes: model: what the weights belong to; example: a file name to offer in messages."""

    model: Value
    example: str = "best.weights.h5"

    @property
    def title(self) -> str:
        return "weights are saved, and the model can load them again"

    def probe(self, live: Live) -> Facts:
        model = live.value(self.model)
        files = sorted(_saved_files())[:_MOST_FILES]
        return {"files": {name: _try(live, model, name) for name in files}}

    def judge(self, facts: Facts) -> Verdict:
        expected = f"a file of weights such as {self.example}"
        if not facts["files"]:
            return self.failed(
                expected=expected,
                received="no such file when the program had ended",
                attempt="a ModelCheckpoint that monitors val_loss saves only when there is one",
            )
        if any(fault == "" for fault in facts["files"].values()):
            return self.passed()
        name, fault = next(iter(facts["files"].items()))
        return self.failed(expected=f"weights that the model can load from {name}", received=fault)


def _saved_files() -> Iterator[str]:
    """Relative paths of what looks like saved weights; links such as data/ are not followed."""
    for count, (folder, folders, names) in enumerate(os.walk(".")):
        if count >= _MOST_FOLDERS:
            return
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.endswith(_ENDINGS):
                yield os.path.normpath(os.path.join(folder, name))


def _try(live: Live, model: Any, path: str) -> str:
    """Why the weights cannot be loaded, "" when they can; the model keeps its own."""
    kept = model.get_weights()
    try:
        if path.endswith(".keras"):
            loaded = live.keras.saving.load_model(path, compile=False)
            model.set_weights(loaded.get_weights())
        else:
            model.load_weights(path)
    except Exception as error:
        return f"{type(error).__name__}: {str(error).splitlines()[0][:200]}"
    finally:
        model.set_weights(kept)
    return ""
