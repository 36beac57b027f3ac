"""
Inputs and labels are shuffled separately, so they no longer belong together.

## Why it hurts
Each shuffle deals an order of its own. After it the picture in row 7 stands beside the label of another, the
network learns from answers to other questions, and its accuracy is that of guessing. Shapes and types are as
before, so nothing complains.

## Example
    import numpy as np
    import tensorflow as tf

    rng = np.random.default_rng(0)
    x = rng.normal(size=(60, 4)).astype("float32")
    y = (x[:, 0] > 0).astype("int32")
    rng.shuffle(x)
    rng.shuffle(y)

    training_data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(60).batch(10)

## Instead
    import numpy as np
    import tensorflow as tf

    rng = np.random.default_rng(0)
    x = rng.normal(size=(60, 4)).astype("float32")
    y = (x[:, 0] > 0).astype("int32")
    order = rng.permutation(60)
    x, y = x[order], y[order]

    training_data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(60).batch(10)
"""

import ast
from collections.abc import Iterator, Sequence
from itertools import combinations

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import blocks, calls_in, root
from etude.diagnoses.pipelines import is_shuffle, step
from etude.diagnoses.series import assigned_value
from etude.diagnoses.source import Source, dotted_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Stage

SEVERITY = Severity.SILENT
SKILLS = ("data-6", "data-7", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = NOTHING_LEARNED

_SOURCES = {"from_tensor_slices", "from_generator", "list_files", "range", "TFRecordDataset"}
_OF_PAIRS = {"from_tensor_slices", "list_files"}
_SETS_STATE = {"seed", "set_state", "setstate", "default_rng", "RandomState", "Random"}
_IN_PAIRS = {"fit", "from_tensor_slices", "train_test_split", "zip"}
_LABEL_WORDS = ("mask", "label", "annot", "segment", "target", "truth", "gt")
_CHANGE = "shuffle inputs and labels together: one permutation for both, or shuffle after the zip"


def match(evidence: Evidence) -> Finding | None:
    return _arrays(evidence.source) or _zipped(evidence)


def _arrays(source: Source) -> Finding | None:
    pairs = list(_pairs(source))
    for statements in blocks(source):
        found = [(i, name, s) for i, s in enumerate(statements) if (name := _shuffled(s))]
        for (i, one, first), (j, other, second) in combinations(found, 2):
            together = any({one, other} <= pair for pair in pairs)
            if one != other and together and not _seeded(statements[i + 1 : j]):
                return Finding(
                    line=second.lineno,
                    about=f"{one} and {other}",
                    evidence=f"line {first.lineno} puts {one} in one order and line {second.lineno} puts "
                    f"{other} in another",
                    change=_CHANGE,
                )
    return None


def _shuffled(statement: ast.stmt) -> str:
    """The array that ``rng.shuffle(x)`` or ``x = rng.permutation(x)`` puts into another order."""
    if not isinstance(statement, ast.Expr | ast.Assign) or not isinstance(
        statement.value, ast.Call
    ):
        return ""
    call = statement.value
    wanted = "shuffle" if isinstance(statement, ast.Expr) else "permutation"
    owner, _, method = dotted_name(call.func).rpartition(".")
    if method != wanted or not owner or len(call.args) != 1:
        return ""
    array = ast.unparse(call.args[0])
    kept = isinstance(statement, ast.Expr) or ast.unparse(statement.targets[0]) == array
    return array if kept else ""


def _seeded(between: Sequence[ast.stmt]) -> bool:
    """Whether the generator is put back, so that both orders are the same."""
    calls = [call for statement in between for call in calls_in(statement)]
    return any(dotted_name(call.func).rpartition(".")[2] in _SETS_STATE for call in calls)


def _pairs(source: Source) -> Iterator[set[str]]:
    """Names that are given together, whole or in part: ``fit(x[:9], y[:9])``."""
    for call in calls_in(source.tree):
        if dotted_name(call.func).rpartition(".")[2] in _IN_PAIRS:
            given = [*call.args, *(keyword.value for keyword in call.keywords)]
            inner = [part for one in given for part in getattr(one, "elts", [one])]
            names = {root(part) for part in inner} - {""}
            yield names | {_whole(source, name, call.lineno) for name in names}


def _whole(source: Source, name: str, line: int) -> str:
    """The array that a name is a stretch of: x of ``x_train, x_test = x[:cut], x[cut:]``."""
    value = assigned_value(source, name, before=line)
    part = value is not None and isinstance(value, ast.Subscript)
    return root(value) if value is not None and part else name


def _zipped(evidence: Evidence) -> Finding | None:
    for data in evidence.datasets():
        branches = _branches(data)
        if len(branches) != 2 or not _belong_together(data, branches):
            continue
        shuffles = [next((s for s in branch if is_shuffle(s)), None) for branch in branches]
        one, other = shuffles
        if (one or other) and not _alike(one, other):
            last = other or one
            what = " and ".join(step(stage) for stage in shuffles if stage)
            return Finding(
                line=last.line if last else data.line,
                about=data.role,
                evidence=f"{what} come{'' if one and other else 's'} before zip in line "
                f"{data.line_of('zip')}, which puts inputs and labels side by side",
                change=_CHANGE,
            )
    return None


def _branches(data: Data) -> list[list[Stage]]:
    """The stages of each branch of the first zip; empty without one."""
    place = next((i for i, stage in enumerate(data.stages) if stage.op == "zip"), 0)
    found: list[list[Stage]] = []
    for stage in data.stages[:place]:
        if stage.op in _SOURCES or not found:
            found.append([])
        found[-1].append(stage)
    return found


def _belong_together(data: Data, branches: Sequence[Sequence[Stage]]) -> bool:
    """Inputs with labels, or pictures with masks; two kinds of pictures need not be pairs."""
    sources = [branch[0] for branch in branches]
    if any(source.op not in _OF_PAIRS for source in sources):
        return False
    patterns = [str(source.parameters.get("file_pattern", "")).lower() for source in sources]
    if any(word in pattern for pattern in patterns for word in _LABEL_WORDS):
        return True
    ranks = [len(spec.shape) for spec in data.spec if spec.shape is not None]
    return len(ranks) == len(data.spec) == 2 and ranks[0] > ranks[1]


def _alike(one: Stage | None, other: Stage | None) -> bool:
    """Two shuffles with one seed and one buffer give one order."""
    if one is None or other is None or one.op != other.op:
        return False
    seed = one.parameters.get("seed")
    given = [stage.parameters.get("buffer_size") for stage in (one, other)]
    return seed is not None and seed == other.parameters.get("seed") and given[0] == given[1]
