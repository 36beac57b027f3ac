"""Whether numbered categories get weights of their own later: a column each, or an embedding."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etude.diagnoses.columns import strings
from etude.diagnoses.names import value_of
from etude.diagnoses.origins import inputs_given, origins
from etude.diagnoses.source import Source, call_line, constant, dotted_name, spans
from etude.domain.network import all_layers, consumers
from etude.domain.observations import Fit, Model

#: Layers that give each category weights of its own.
EMBEDDING_LAYERS = ("Embedding", "CategoryEncoding", "Hashing", "HashedCrossing")
_FUNCTIONS = ("to_categorical", "one_hot", "get_dummies")
_IDENTITIES = ("eye", "identity")
_ONE_HOT = "OneHotEncoder"
_APPLIES = ("fit", "fit_transform")
# Behind these nothing of the single categories is left to embed.
_MIXES = {"Dense", "EinsumDense", "LSTM", "GRU", "SimpleRNN", "Conv1D"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _MadeOneHot:
    """What a call makes one-hot; ``columns``: those of the table that are named, if any are."""

    of: ast.expr
    line: int
    columns: frozenset[str] = frozenset()
    words_alone: bool = False


def may_be_encoded(source: Source, fit: Fit, line: int) -> bool:
    """Whether the numbers that a line makes may be encoded before, or inside, a trained model."""
    return is_made_one_hot(source, line) or _may_be_embedded(source, fit, line)


def is_made_one_hot(source: Source, line: int) -> bool:
    """Whether what the calls of a line give is made one-hot further down."""
    made = next((node for node in source.all(ast.Assign) if spans(node, line)), None)
    return any(_holds(source, one, made, line) for one in _made_one_hot(source))


def _holds(source: Source, one: _MadeOneHot, made: ast.Assign | None, line: int) -> bool:
    target = made.targets[0] if made else None
    column = strings(source, target.slice) if isinstance(target, ast.Subscript) else frozenset()
    if column and one.columns:
        return bool(column & one.columns)
    if column and one.words_alone and isinstance(one.of, ast.Name):
        return False  # in a table the numbers are no words any more
    return _comes_from(origins(source, one.of, before=one.line), line)


def _comes_from(nodes: Iterator[ast.AST], line: int) -> bool:
    calls = (node for node in nodes if isinstance(node, ast.Call))
    return any(line in (call.lineno, call_line(call)) for call in calls)


def _made_one_hot(source: Source) -> Iterator[_MadeOneHot]:
    for name in _FUNCTIONS:
        for call in source.calls(name):
            given = [*call.args, *(k.value for k in call.keywords if k.arg in ("x", "indices"))]
            if given:
                named = next((k.value for k in call.keywords if k.arg == "columns"), None)
                yield _MadeOneHot(
                    of=given[0],
                    line=call.lineno,
                    columns=strings(source, named),
                    words_alone=name == "get_dummies" and named is None,
                )
    for node in source.all(ast.Subscript):
        called = dotted_name(node.value.func) if isinstance(node.value, ast.Call) else ""
        if called.rpartition(".")[2] in _IDENTITIES:
            yield _MadeOneHot(of=node.slice, line=node.lineno)
    yield from _by_encoder(source) if source.calls(_ONE_HOT) else ()


def _by_encoder(source: Source) -> Iterator[_MadeOneHot]:
    """``OneHotEncoder().fit(table[["town"]])``, and the same within a ``ColumnTransformer``."""
    for name in _APPLIES:
        for call in source.calls(name):
            if not isinstance(call.func, ast.Attribute) or not call.args:
                continue
            parts = list(origins(source, call.func.value, before=call.lineno))
            if any(map(_is_encoder, parts)):
                columns = _of_transformer(source, parts)
                yield _MadeOneHot(of=call.args[0], line=call.lineno, columns=columns)


def _is_encoder(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and dotted_name(node.func).endswith(_ONE_HOT)


def _of_transformer(source: Source, parts: Sequence[ast.AST]) -> frozenset[str]:
    """The columns of ``("words", OneHotEncoder(), ["town"])``."""
    found: frozenset[str] = frozenset()
    for part in parts:
        *before, last = part.elts if isinstance(part, ast.Tuple) and part.elts else [part]
        inside = [node for one in before for node in _behind(source, one)]
        if any(map(_is_encoder, inside)):
            found |= strings(source, last) if isinstance(last, ast.expr) else frozenset()
    return found


def _behind(source: Source, node: ast.AST) -> Iterator[ast.AST]:
    return origins(source, node, before=node.lineno) if isinstance(node, ast.expr) else iter(())


def _may_be_embedded(source: Source, fit: Fit, line: int) -> bool:
    """Whether the input that these numbers go into comes to an embedding; True when in doubt."""
    if fit.model.kind == "subclassed":
        return any(source.calls(name) for name in EMBEDDING_LAYERS)
    if not any(layer.kind in EMBEDDING_LAYERS for layer in all_layers(fit.model)):
        return False
    parts = dict(_parts(source, fit))
    if len(fit.model.inputs) == 1 or set(parts) != {one.path for one in fit.model.inputs}:
        return True
    return any(
        _comes_to_embedding(fit.model, path)
        and _comes_from(origins(source, part, before=fit.line), line)
        for path, part in parts.items()
    )


def _parts(source: Source, fit: Fit) -> Iterator[tuple[str, ast.expr]]:
    """What each input of a model is given by ``fit``, as it is written."""
    given = inputs_given(source, fit.line, "fit")
    if isinstance(given, ast.Name):
        given = value_of(source, given.id, before=fit.line)
    if isinstance(given, ast.Dict):
        yield from ((str(constant(k)), v) for k, v in zip(given.keys, given.values, strict=True))
    if isinstance(given, ast.List | ast.Tuple):
        yield from ((i.path, v) for i, v in zip(fit.model.inputs, given.elts, strict=False))


def _comes_to_embedding(model: Model, path: str) -> bool:
    fed, waiting, seen = consumers(model.layers), [path], set()
    while waiting:
        at = waiting.pop()
        for layer in fed.get(at, ()):
            if layer.kind in EMBEDDING_LAYERS:
                return True
            if layer.kind not in _MIXES and layer.name not in seen:
                seen.add(layer.name)
                waiting += [layer.name, *(f"{layer.name}:{n}" for n in range(1, len(layer.calls)))]
    return False
