"""Questions about callbacks and where the source says what they are told."""

import ast
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source, call_line
from etude.domain.observations import Callback, Fit

# Words in the names of metrics that are better the higher they are.
_BETTER_HIGHER = ("acc", "auc", "precision", "recall", "f1", "iou", "r2", "top")
_PATH_POSITION = 0  # ModelCheckpoint(filepath, ...)
_SIMILAR = 0.5


def callbacks_of(fits: Sequence[Fit], *kinds: str) -> Iterator[tuple[Fit, Callback]]:
    """Callbacks of these classes with the training that they were given to."""
    for fit in fits:
        for callback in fit.callbacks:
            if any(callback.is_a(kind) for kind in kinds):
                yield fit, callback


def watches(callback: Callback) -> bool:
    """Whether it decides anything by the log that it monitors."""
    if callback.is_a("ModelCheckpoint"):
        return bool(callback.options.get("save_best_only"))
    return "monitor" in callback.options


def log_names(fit: Fit) -> list[str]:
    """What an epoch of this training logs, as far as that is known; single numbers or not."""
    seen = dict.fromkeys(name for logs in fit.epochs for name in logs)
    return [name for name in seen | dict.fromkeys(fit.log_names) if name != "learning_rate"]


def last_logged(fits: Sequence[Fit]) -> Fit | None:
    """The last training of which is known what it logs."""
    return next((fit for fit in reversed(fits) if log_names(fit)), None)


def closest_log(name: str, known: Sequence[str]) -> str:
    """The log that was probably meant: of the same data, and spelt like it or with it as a part."""
    name = name.lower()
    validated = name.startswith("val")
    candidates = [log for log in known if log.startswith("val_") == validated] or list(known)
    close = get_close_matches(name, candidates, n=1, cutoff=_SIMILAR)
    longer = [log for log in candidates if name.removeprefix("val_") in log]
    return (*close, *longer, candidates[-1])[0]


def is_validated(fit: Fit) -> bool:
    """Whether fit was given anything to validate on."""
    return fit.validation is not None or bool(fit.arguments.get("validation_split"))


def better(name: str) -> str:
    """Which way a log gets better by its name: "min", "max", or "" when the name does not say."""
    plain = name.removeprefix("val_")
    if plain == "loss" or plain.endswith("_loss"):
        return "min"
    words = plain.split("_")
    return "max" if any(word.startswith(_BETTER_HIGHER) for word in words) else ""


def best_epoch(values: Sequence[float], direction: str) -> int:
    """Index of the first epoch with the best value."""
    choose = max if direction == "max" else min
    return values.index(choose(values))


def option_line(source: Source, callback: Callback, name: str) -> int:
    """Where an option of a callback is written, else where the callback is made."""
    call = call_at(source, callback.line, callback.kind)
    return source.line_of_argument(call, name) if call else callback.line


def fit_argument_line(source: Source, fit: Fit, name: str) -> int:
    """Where an argument of fit is written, else the line of fit."""
    call = call_at(source, fit.line, "fit")
    return source.line_of_argument(call, name) if call else fit.line


def path_line(source: Source, call: ast.Call) -> int:
    """Where the path that a call writes to is written, also when it has a name."""
    node = next((k.value for k in call.keywords if k.arg in ("filepath", "path")), None)
    if node is None and call.args:
        node = call.args[_PATH_POSITION]
    if isinstance(node, ast.Name):
        return _assigned(source, node.id, before=call.lineno) or node.lineno
    return node.lineno if node is not None else call_line(call)


def _assigned(source: Source, name: str, *, before: int) -> int:
    """Line of the text that a name last got above a line; 0 without one."""
    found = [
        node.value.lineno
        for node in source.nodes
        if isinstance(node, ast.Assign)
        and node.lineno <= before
        and isinstance(node.value, ast.Constant)
        and any(isinstance(target, ast.Name) and target.id == name for target in node.targets)
    ]
    return max(found, default=0)
