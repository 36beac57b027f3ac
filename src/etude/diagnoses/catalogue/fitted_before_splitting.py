"""
A scaler, an imputer or a vocabulary learns from all rows, and only then the data are split.

## Why it hurts
Whatever has `fit` or `adapt` learns something from data: means, ranges, medians, words, directions. Learned
before the split it knows the test rows too, so the score on them no longer says how the model does on rows it
has never met. With few rows, many words or a choice of columns the difference is large.

## Example
    import keras
    import numpy as np

    texts = np.array([f"word{i} and word{i % 7}" for i in range(50)])
    labels = np.arange(50) % 2

    vectorizer = keras.layers.TextVectorization(output_sequence_length=4)
    vectorizer.adapt(texts)
    train_texts, test_texts = texts[:40], texts[40:]
    train_labels, test_labels = labels[:40], labels[40:]

## Instead
    import keras
    import numpy as np

    texts = np.array([f"word{i} and word{i % 7}" for i in range(50)])
    labels = np.arange(50) % 2

    train_texts, test_texts = texts[:40], texts[40:]
    train_labels, test_labels = labels[:40], labels[40:]
    vectorizer = keras.layers.TextVectorization(output_sequence_length=4)
    vectorizer.adapt(train_texts)
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, function_of, names_in, paired, root, value_of
from etude.diagnoses.own_scaling import only_return, scaled_by_hand
from etude.diagnoses.places import function_around
from etude.diagnoses.source import Source, argument, call_line, constant, dotted_name, last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("data-6", "data-4", "text-1")
GUIDE = "TensorFlow tutorial: Classify structured data using Keras preprocessing layers"
EXPLAINS = ()
# The training is what it would be; it is the score that says too much.
ASIDE = True

# What learns something that could give a test row away; numbering classes or categories does not.
_LEARNERS = {
    *("StandardScaler", "MinMaxScaler", "RobustScaler", "MaxAbsScaler", "QuantileTransformer"),
    *("PowerTransformer", "SimpleImputer", "KNNImputer", "IterativeImputer", "PCA", "TruncatedSVD"),
    *("TfidfVectorizer", "CountVectorizer", "SelectKBest", "Tokenizer", "TextVectorization"),
    *("Normalization", "Discretization"),
}
_LEARN = {"fit", "fit_transform", "adapt", "fit_on_texts"}
_APPLY = {"transform", "texts_to_sequences", "texts_to_matrix"}
_SPLIT = "train_test_split"
_CONSTANT = "constant"
_ARRAYS = ("array", "asarray", "stack")


@dataclass(frozen=True)
class _Learned:
    """A call that learns: its line, what learns, from which name."""

    line: int
    learner: str
    name: str


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for learned in _learning(source):
        line = _split_after(source, learned)
        if line:
            return Finding(
                line=learned.line,
                about=learned.name,
                evidence=f"{learned.learner} learns from all of {learned.name} in line {learned.line}, "
                f"and line {line} splits them into training and held-out rows",
                change="split first, then let it learn from the training rows alone",
            )
    return None


def _learning(source: Source) -> Iterator[_Learned]:
    for call in source.all(ast.Call):
        if (
            not isinstance(call.func, ast.Attribute)
            or call.func.attr not in _LEARN
            or not call.args
        ):
            continue
        learner, name = _kind(source, call.func.value, call.lineno), _whole(call.args[0])
        if learner in _LEARNERS and name and "train" not in name.lower():
            yield _Learned(call_line(call), learner, name)
    yield from _by_own_functions(source)


def _by_own_functions(source: Source) -> Iterator[_Learned]:
    """``xy = scaled(xy)``, where the function scales its argument by statistics of it."""
    for node in source.all(ast.Assign):
        call = node.value
        function = function_of(source, call.func) if isinstance(call, ast.Call) else None
        if not isinstance(call, ast.Call) or not isinstance(function, ast.FunctionDef):
            continue
        name = _whole(call.args[0]) if len(call.args) == 1 and function.args.args else ""
        given = only_return(source, function)
        if not name or given is None or "train" in name.lower():
            continue
        if scaled_by_hand(source, given) == function.args.args[0].arg:
            yield _Learned(call_line(call), function.name, name)


def _kind(source: Source, node: ast.expr, line: int) -> str:
    """The class of what a method is called on; "" of one that fills in what it was told."""
    if isinstance(node, ast.Name):
        node = value_of(source, node.id, before=line) or node
    if not isinstance(node, ast.Call) or argument(node, "strategy") == _CONSTANT:
        return ""
    return last_name(node.func)


def _whole(node: ast.expr) -> str:
    """The name of rows given without cutting any off: ``x``, ``frame["age"]``, ``x.values``."""
    inner: ast.expr = node
    while isinstance(inner, ast.Attribute | ast.Subscript):
        if isinstance(inner, ast.Subscript) and not _chooses_columns(inner.slice):
            return ""
        inner = inner.value
    return inner.id if isinstance(inner, ast.Name) else ""


def _chooses_columns(index: ast.expr) -> bool:
    parts = index.elts if isinstance(index, ast.List) else [index]
    return all(isinstance(part, ast.Constant) and isinstance(part.value, str) for part in parts)


def _split_after(source: Source, learned: _Learned) -> int:
    """The first line below that splits what was learned from, or what came of it; 0 without one."""
    made = set(_made_of(source, learned))
    made |= _columns_of(source, made, after=learned.line)
    names = {learned.name, *made, *_windows_of(source, made, after=learned.line)}
    lines = [call_line(c) for c in source.calls(_SPLIT) if names & {root(a) for a in c.args}]
    lines += _cuts(source, names)
    here = function_around(source, learned.line)
    below = [line for line in lines if line > learned.line]
    return min((line for line in below if function_around(source, line) is here), default=0)


def _made_of(source: Source, learned: _Learned) -> Iterator[str]:
    """Names given to the transformed rows."""
    for node in source.nodes:
        if not isinstance(node, ast.Assign) or node.lineno < learned.line:
            continue
        called = {last_name(call.func) for call in calls_in(node.value)}
        used = {n.id for n in ast.walk(node.value) if isinstance(n, ast.Name)}
        if learned.name in used and called & (_APPLY | {"fit_transform", learned.learner}):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def _columns_of(source: Source, names: set[str], *, after: int) -> set[str]:
    """Names of the same rows: ``y = scaled[:, 0]``, and ``x = scaled``."""
    own = set(names)
    for node in source.all(ast.Assign):
        for target, value in paired(node.targets[0], node.value) if node.lineno > after else ():
            takes_all = isinstance(value, ast.Name) or _takes_every_row(value)
            if isinstance(target, ast.Name) and takes_all and root(value) in own:
                own.add(target.id)
    return own


def _takes_every_row(value: ast.expr) -> bool:
    """``scaled[:, 0]``"""
    index = value.slice if isinstance(value, ast.Subscript) else None
    rows = index.elts[0] if isinstance(index, ast.Tuple) and index.elts else None
    return isinstance(rows, ast.Slice) and rows.lower is None and rows.upper is None


def _windows_of(source: Source, names: set[str], *, after: int) -> set[str]:
    """Names of lists and arrays of windows that are cut from these, one by one or by a function."""
    own = set(names)
    for call in source.calls("append"):
        if call.lineno > after and names_in(*call.args, *_just_named(source, call)) & names:
            own.add(root(call.func))
    for node in source.all(ast.Assign):
        for target, value in paired(node.targets[0], node.value) if node.lineno > after else ():
            if isinstance(value, ast.Call) and names_in(*value.args) & own:
                joined = dotted_name(value.func).endswith(_ARRAYS)
                if joined or function_of(source, value.func) is not None:
                    parts = target.elts if isinstance(target, ast.Tuple) else [target]
                    own |= {part.id for part in parts if isinstance(part, ast.Name)}
    return own - names


def _just_named(source: Source, call: ast.Call) -> Iterator[ast.expr]:
    """What was given to the names in a call: the slice of ``window = x[i : i + 9]`` above it."""
    for one in call.args:
        given = value_of(source, one.id, before=one.lineno) if isinstance(one, ast.Name) else None
        if isinstance(given, ast.Subscript):
            yield given


def _cuts(source: Source, names: set[str]) -> list[int]:
    """Lines of ``x[:n]`` where ``x[n:]`` is taken too, also as ``x[0:n, :]`` and
    ``x[n:len(x), :]``.
    """
    heads: dict[tuple[str, str], int] = {}
    tails: set[tuple[str, str]] = set()
    for node in source.nodes:
        rows = _rows_taken(node)
        if rows is None or not isinstance(node, ast.Subscript):
            continue
        low = None if constant(rows.lower) == 0 else rows.lower
        high = None if _is_the_end(rows.upper) else rows.upper
        if isinstance(node.value, ast.Name) and node.value.id in names:
            if low is None and high is not None:
                heads[node.value.id, ast.unparse(high)] = node.lineno
            elif high is None and low is not None:
                tails.add((node.value.id, ast.unparse(low)))
    return [line for place, line in heads.items() if place in tails]


def _rows_taken(node: ast.AST) -> ast.Slice | None:
    index = node.slice if isinstance(node, ast.Subscript) else None
    rows = index.elts[0] if isinstance(index, ast.Tuple) and index.elts else index
    return rows if isinstance(rows, ast.Slice) else None


def _is_the_end(node: ast.expr | None) -> bool:
    """``len(x)``: as many rows as there are."""
    return isinstance(node, ast.Call) and dotted_name(node.func) == "len"
