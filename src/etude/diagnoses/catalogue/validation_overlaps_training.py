"""
Validation examples are training examples too.

## Why it hurts
`shuffle` deals the cards anew on every pass. `take` and `skip` above it then cut another deck every time:
what is validation in one epoch is training in the next. The network has seen the answers, so validation
looks far better than anything it will do on new data. Two readers of one folder with different seeds, or
without `subset`, overlap in the same way; so do the parts of a table in which rows of a rare class were repeated
before it was split.

## Example
    import numpy as np
    import tensorflow as tf

    x = np.arange(100, dtype="float32")
    y = np.random.default_rng(0).integers(0, 2, 100)
    data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(100)

    training_data = data.skip(20).batch(10)
    validation_data = data.take(20).batch(10)

## Instead
    import numpy as np
    import tensorflow as tf

    x = np.arange(100, dtype="float32")
    y = np.random.default_rng(0).integers(0, 2, 100)
    data = tf.data.Dataset.from_tensor_slices((x, y))
    data = data.shuffle(100, seed=0, reshuffle_each_iteration=False)

    training_data = data.skip(20).shuffle(80).batch(10)
    validation_data = data.take(20).batch(10)
"""

import ast
from collections.abc import Mapping
from itertools import combinations
from typing import Any

from etude.diagnoses.dealing import dealing_line
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import value_of
from etude.diagnoses.origins import origins
from etude.diagnoses.pipelines import (
    READERS,
    caches,
    refused,
    reshuffles,
    step,
    training_pipelines,
    validation_pipelines,
)
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source, argument, call_line, last_name, spans
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Data, Stage

SEVERITY = Severity.SILENT
SKILLS = ("data-6", "data-7", "dev-3")
GUIDE = "TensorFlow API: tf.data.Dataset.shuffle"
EXPLAINS = ("shuffled_validation",)

# Tables of measurements may hold a few rows twice.
_MANY = 0.3
_OVERSAMPLERS = ("OverSampler", "SMOTE", "ADASYN")
_FOLDS = ("KFold", "ShuffleSplit")
_CUTS = frozenset({"take", "skip", "shard"})


def match(evidence: Evidence) -> Finding | None:
    splits = next((f["splits"] for f in refused(evidence, "splits") if f["splits"]["shared"]), None)
    return (
        _cut_after_shuffling(evidence, splits)
        or _different_seeds(evidence, splits)
        or _different_halves(evidence)
        or _no_subset(evidence, splits)
        or _seen_only(evidence, splits)
        or _repeated(evidence)
        or _copied(evidence)
    )


def _repeated(evidence: Evidence) -> Finding | None:
    """Rows were copied, as those of a rare class, before they were dealt to the two parts."""
    for fit in evidence.fits:
        if fit.repeated >= _MANY and not fit.overlap and fit.train.windows is None:
            return Finding(
                line=dealing_line(evidence, fit),
                about="validation data",
                evidence=f"{fit.repeated:.0%} of the validation rows that were compared are rows of the "
                "training data, number by number",
                change="split first, and repeat the rows of a rare class in the training part only",
            )
    return None


def _copied(evidence: Evidence) -> Finding | None:
    """Rows are copied, and only then a split deals them; what is judged later need not be given to
    ``fit``, as in the folds of a cross-validation.
    """
    source = evidence.source
    copies = [call for call in source.all(ast.Call) if _copies_rows(evidence, call)]
    for deal in _deals(source) if copies and evidence.trainings else ():
        behind = {id(n) for one in deal.args for n in origins(source, one, before=deal.lineno)}
        for copy in (one for one in copies if id(one) in behind):
            return Finding(
                line=call_line(copy),
                about="held-out rows",
                evidence=f"line {call_line(copy)} makes more rows of those that are there, and line {call_line(deal)} deals them out "
                "afterwards: the model is judged on rows that it has learned from",
                change="split first, and add rows to the training part of each split alone; or add none, and give fit class_weight",
                # One model for all folds has seen them as well, and is another fault.
                stands_alone=True,
            )
    return None


def _copies_rows(evidence: Evidence, call: ast.Call) -> bool:
    """``table.sample(..., replace=True)`` and ``resample(...)`` that drew many rows of few, and
    oversamplers.
    """
    if last_name(call.func) in ("sample", "resample"):
        return any(
            spans(call, one.line) and one.arguments["drawn"] >= _MANY * one.arguments["rows"]
            for one in evidence.calls_of("drawn_again")
        )
    if last_name(call.func) != "fit_resample":
        return False
    return any(word in last_name(_maker(evidence.source, call)) for word in _OVERSAMPLERS)


def _deals(source: Source) -> list[ast.Call]:
    """``train_test_split(...)`` and ``KFold(...).split(...)``."""
    folds = [c for c in source.calls("split") if last_name(_maker(source, c)).endswith(_FOLDS)]
    return [*source.calls("train_test_split"), *folds]


def _maker(source: Source, call: ast.Call) -> ast.AST:
    """The class whose method is called, as ``KFold`` of ``folds.split(...)``."""
    owner: ast.AST | None = call.func.value if isinstance(call.func, ast.Attribute) else None
    if isinstance(owner, ast.Name):
        owner = value_of(source, owner.id, before=call.lineno)
    return owner.func if isinstance(owner, ast.Call) else call.func


def _cut_after_shuffling(evidence: Evidence, splits: Mapping[str, Any] | None) -> Finding | None:
    for training in training_pipelines(evidence):
        for validation in validation_pipelines(evidence):
            shuffle = _shared_shuffle(training, validation)
            if shuffle is not None:
                return Finding(
                    line=shuffle.line or validation.line,
                    about=validation.role,
                    evidence=f"{step(shuffle)} comes before the data are split, and mixes them anew "
                    f"on every pass{_numbers(splits)}",
                    change="split first and shuffle only the training part; or give this shuffle "
                    "reshuffle_each_iteration=False and the training part one of its own",
                )
    return None


def _shared_shuffle(training: Data, validation: Data) -> Stage | None:
    """A reshuffling stage below both that both then cut from, with no cache in between."""
    shared = 0
    for mine, theirs in zip(training.stages, validation.stages, strict=False):
        if (mine.op, mine.line) != (theirs.op, theirs.line):
            break
        shared += 1
    above = [data.stages[shared:] for data in (training, validation)]
    if not all(any(stage.op in _CUTS for stage in stages) for stages in above):
        return None
    common = training.stages[:shared]
    last = max((i for i, stage in enumerate(common) if reshuffles(stage)), default=-1)
    kept = any(caches(stage) for stage in common[last + 1 :])
    return common[last] if last >= 0 and not kept else None


def _different_seeds(evidence: Evidence, splits: Mapping[str, Any] | None) -> Finding | None:
    for call in _readers_of(evidence, "validation"):
        others = [o for o in _readers_of(evidence, "training") if _same_folder(call, o)]
        if all(argument(one, "shuffle") is False for one in (call, *others)):
            continue  # then the files are cut in their own order, whatever the seed
        seed, seeds = argument(call, "seed"), [argument(other, "seed") for other in others]
        known = all(isinstance(one, int) for one in (seed, *seeds))
        if seeds and known and seed not in seeds:
            return Finding(
                line=evidence.source.line_of_argument(call, "seed"),
                evidence=f"the two halves are drawn with seed {seeds[-1]} and seed {seed}, so they "
                f"are halves of two different shuffles{_numbers(splits)}",
                change="give both calls the same seed",
            )
    return None


def _readers_of(evidence: Evidence, subset: str) -> list[ast.Call]:
    calls = [call for name in READERS for call in evidence.source.calls(name)]
    return [call for call in calls if argument(call, "subset") == subset]


def _same_folder(one: ast.Call, other: ast.Call) -> bool:
    """Whether both read the same expression."""
    folders = [
        next((k.value for k in call.keywords if k.arg == "directory"), None)
        or (call.args[0] if call.args else None)
        for call in (one, other)
    ]
    return all(folders) and ast.dump(folders[0]) == ast.dump(folders[1])  # type: ignore[arg-type]


def _different_halves(evidence: Evidence) -> Finding | None:
    """What two readers of one folder were told, variables included, makes their parts overlap."""
    reads = [call for name in READERS for call in evidence.calls_of(name)]
    for first, second in combinations(reads, 2):
        if first.name != second.name or _told(first, "directory") != _told(second, "directory"):
            continue
        problem, name = _at_odds(first, second, validated=_validated_on(evidence, second.line))
        if problem:
            call = call_at(evidence.source, second.line, second.name)
            return Finding(
                line=evidence.source.line_of_argument(call, name) if call else second.line,
                evidence=f"lines {first.line} and {second.line} read parts of "
                f'"{_told(first, "directory")}": {problem}',
                change="give both calls the same seed, shuffle and validation_split, one of them "
                'subset="training" and the other "validation"',
            )
    return None


def _at_odds(first: Call, second: Call, *, validated: bool) -> tuple[str, str]:
    """Why two parts overlap, and the argument that says so; empty when they do not."""
    subsets = [_told(call, "subset") for call in (first, second)]
    if subsets[0] and subsets[0] == subsets[1]:
        same = f'both take the part "{subsets[0]}", so they are the same files'
        return (same, "subset") if validated and first.line != second.line else ("", "")
    if {"training", "validation"} != set(subsets):
        return "", ""
    shuffles = [_told(call, "shuffle") is not False for call in (first, second)]
    if shuffles[0] != shuffles[1]:
        return "one shuffles the files before it splits them and the other does not", "shuffle"
    seeds = [_told(call, "seed") for call in (first, second)]
    if shuffles[0] and seeds[0] != seeds[1]:
        return f"one shuffles with seed {seeds[0]} and the other with seed {seeds[1]}", "seed"
    shares = {
        subset: _told(c, "validation_split")
        for subset, c in zip(subsets, (first, second), strict=True)
    }
    if (shares["validation"] or 0) > (shares["training"] or 0):
        told = f"{shares['training']:g} are held back and {shares['validation']:g} are taken"
        return told, "validation_split"
    return "", ""


def _told(call: Call, name: str) -> Any:
    return call.arguments.get(name)


def _validated_on(evidence: Evidence, line: int) -> bool:
    """Whether what was read in this line went into ``validation_data``."""
    held_out = [fit.validation for fit in evidence.fits if fit.validation is not None]
    return any(stage.line == line for data in held_out for stage in data.stages)


def _no_subset(evidence: Evidence, splits: Mapping[str, Any] | None) -> Finding | None:
    """Two readers of a whole folder; only when the overlap has been seen."""
    calls = [call for name in READERS for call in evidence.source.calls(name)]
    whole = [call for call in calls if argument(call, "subset") is None]
    if splits is None or not whole:
        return None
    return Finding(
        line=call_line(whole[-1]),
        evidence=f"line {call_line(whole[-1])} reads the whole folder{_numbers(splits)}",
        change='read it once with validation_split and subset="both"',
    )


def _seen_only(evidence: Evidence, splits: Mapping[str, Any] | None) -> Finding | None:
    """The overlap has been seen and its cause has not."""
    if splits is None:
        return None
    line = next((d.line for d in validation_pipelines(evidence) if d.line), 0)
    if not line:
        return None
    return Finding(
        line=line,
        about="validation data",
        evidence=_numbers(splits).removeprefix(": "),
        change="split the examples once, before anything shuffles them, and use each part for one",
    )


def _numbers(splits: Mapping[str, Any] | None) -> str:
    if splits is None:
        return ""
    share = splits["shared"] / splits["validation"]
    return (
        f": {splits['shared']} of {splits['validation']} validation examples ({share:.0%}) "
        "are in the training data too"
    )
