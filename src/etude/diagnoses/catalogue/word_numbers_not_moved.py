"""
The word index of a data set is used as it is, and its texts are numbered three higher.

## Why it hurts
`keras.datasets.imdb` and `reuters` keep 0 for padding, 1 for the start and 2 for unknown words, and give every word the number of
`get_word_index()` plus `index_from`, which is 3. Looked up without it, every word of a new text is another word to the network:
accuracy on the test set is fine, and answers for one's own sentences are nonsense. Texts turned back into words read like a salad.

## Example
    from tensorflow.keras.datasets import imdb

    def reviews():
        return imdb.load_data(num_words=10000)

    def numbers_of(text):
        word_index = imdb.get_word_index()
        return [word_index[word] for word in text.lower().split() if word in word_index]

## Instead
    from tensorflow.keras.datasets import imdb

    def reviews():
        return imdb.load_data(num_words=10000)

    def numbers_of(text):
        word_index = imdb.get_word_index()
        known = [word_index[word] + 3 for word in text.lower().split() if word in word_index]
        return [1] + [number if number < 10000 else 2 for number in known]
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, names_in
from etude.diagnoses.source import Source, argument, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("text-1", "deploy-1", "dev-3")
GUIDE = "Keras API: IMDB movie review sentiment classification dataset"
EXPLAINS = ()

_SETS = ("imdb", "reuters")
_USUAL = 3  # index_from of load_data
_STATEMENTS = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Expr, ast.Return)


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    moved_by = _moved_by(source)
    if moved_by is None or _mentions(source, moved_by):
        return None
    names = _index_names(source)
    used = [node for node in _look_ups(source, names) if node.lineno]
    if not used or any(_computes(part) for part in _statements_about(source, names)):
        return None
    first = min(used, key=lambda node: (node.lineno, node.col_offset))
    return Finding(
        line=first.lineno,
        evidence=f"load_data numbers a word {moved_by} higher than get_word_index() does, and nothing here adds {moved_by} or "
        "takes it off",
        change=f"word_index[word] + {moved_by} for new texts, with 1 in front of each and 2 for words that are unknown or beyond "
        f"num_words; number - {moved_by} to read what load_data gave",
    )


def _of_set(call: ast.Call) -> bool:
    """Whether it is a function of one of the two data sets: ``imdb.load_data``."""
    return dotted_name(call.func).split(".")[-2:-1] in ([name] for name in _SETS)


def _moved_by(source: Source) -> int | None:
    """How much higher the texts are numbered; None where it is not known, or not at all."""
    loads = [call for call in source.calls("load_data") if _of_set(call)]
    given = [argument(call, "index_from") for call in loads]
    known = {_USUAL if one is None else one for one in given}
    only = known.pop() if len(known) == 1 else None
    return only if isinstance(only, int) and only > 0 else None


def _mentions(source: Source, number: int) -> bool:
    """Whether the number, or a name that was given it, is added to anything or taken off."""
    sums = [n for n in source.all(ast.BinOp) if isinstance(n.op, ast.Add | ast.Sub)]
    sides = [side for node in sums for side in (node.left, node.right)]
    sides += [node.value for node in source.all(ast.AugAssign)]
    named = _names_for(source, number)
    return any(
        (isinstance(side, ast.Constant) and side.value == number)
        or (isinstance(side, ast.Name) and side.id in named)
        for side in sides
    )


def _names_for(source: Source, number: int) -> set[str]:
    """Variables and parameters that stand for the number."""
    names: set[str] = set()
    for node in source.all(ast.Assign):
        if isinstance(node.value, ast.Constant) and node.value.value == number:
            names |= names_in(*node.targets)
    for function in source.functions():
        with_default = function.args.args[len(function.args.args) - len(function.args.defaults) :]
        for parameter, default in zip(with_default, function.args.defaults, strict=True):
            if isinstance(default, ast.Constant) and default.value == number:
                names.add(parameter.arg)
    return names


def _index_names(source: Source) -> set[str]:
    """Names of the word index, and of dictionaries and lists made of it."""
    names: set[str] = set()
    made = [node for node in source.all(ast.Assign) if isinstance(node.targets[0], ast.Name)]
    for node in sorted(made, key=lambda node: node.lineno):
        begun = any(
            _of_set(c)
            for c in calls_in(node.value)
            if dotted_name(c.func).endswith("get_word_index")
        )
        turned = isinstance(node.value, ast.DictComp | ast.Call) and names & names_in(node.value)
        if begun or (turned and _makes_dictionary(node.value)):
            names |= names_in(node.targets[0])
    return names


def _makes_dictionary(node: ast.expr) -> bool:
    return isinstance(node, ast.DictComp) or (
        isinstance(node, ast.Call) and dotted_name(node.func) == "dict"
    )


def _look_ups(source: Source, names: set[str]) -> Iterator[ast.expr]:
    """Where a word or a number is looked up: ``index[word]``, ``index.get(word)``."""
    for node in source.all(ast.Subscript):
        if isinstance(node.value, ast.Name) and node.value.id in names:
            yield node
    for call in source.all(ast.Call):
        of = call.func
        if isinstance(of, ast.Attribute) and of.attr == "get" and names_in(of.value) & names:
            yield call


def _statements_about(source: Source, names: set[str]) -> Iterator[ast.AST]:
    for kind in _STATEMENTS:
        for node in source.all(kind):
            if names_in(node) & names:
                yield node


def _computes(node: ast.AST) -> bool:
    """Whether anything is added or taken off in it, by whatever name."""
    sums = [n for n in ast.walk(node) if isinstance(n, ast.BinOp)]
    texts = (ast.List, ast.JoinedStr)
    return any(
        isinstance(n.op, ast.Add | ast.Sub)
        and not isinstance(n.left, texts)
        and not (isinstance(n.right, ast.Constant) and isinstance(n.right.value, str))
        for n in sums
    )
