"""
Pictures and masks come from two readers or generators that shuffle and turn them independently.

## Why it hurts
Every `flow` draws an order of its own, every `image_dataset_from_directory` and `list_files` too, and every generator its own
flips. The mask that comes beside a picture belongs
to another picture, or to the same one mirrored. With one `seed` in both, order and changes are the same. Nothing
complains, and the loss settles where an average mask is the best answer.

## Example
    import numpy as np
    from keras.src.legacy.preprocessing.image import ImageDataGenerator

    pictures = np.random.default_rng(0).random((32, 8, 8, 1))
    masks = (pictures > 0.5).astype("float32")
    picture_flow = ImageDataGenerator(horizontal_flip=True).flow(pictures, batch_size=8)
    mask_flow = ImageDataGenerator(horizontal_flip=True).flow(masks, batch_size=8)

    training_data = zip(picture_flow, mask_flow)

## Instead
    import numpy as np
    from keras.src.legacy.preprocessing.image import ImageDataGenerator

    pictures = np.random.default_rng(0).random((32, 8, 8, 1))
    masks = (pictures > 0.5).astype("float32")
    picture_flow = ImageDataGenerator(horizontal_flip=True).flow(pictures, batch_size=8, seed=1)
    mask_flow = ImageDataGenerator(horizontal_flip=True).flow(masks, batch_size=8, seed=1)

    training_data = zip(picture_flow, mask_flow)
"""

import ast
from collections.abc import Iterator, Sequence
from itertools import pairwise

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.generators import PREPARES, flow_of, maker_of, options
from etude.diagnoses.names import function_of, names_in, value_of
from etude.diagnoses.origins import origins
from etude.diagnoses.places import handed_over
from etude.diagnoses.source import Source, call_line, dotted_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("image-7", "image-4", "data-6")
GUIDE = "TensorFlow tutorial: Image segmentation"
EXPLAINS = NOTHING_LEARNED

_DRAW_AN_ORDER = ("image_dataset_from_directory", "list_files")
_AXES_OF_MASKS = 3
_NEXT = ("next", "__next__")
# Arguments of a generator that draw nothing at random.
_STEADY = {
    *PREPARES,
    "validation_split",
    "data_format",
    "dtype",
    "fill_mode",
    "cval",
    "zca_epsilon",
}


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for pair, given in _given_pairs(source):
        flows = [flow_of(source, node, before=node.lineno + 1) for node in given]
        for one, other in pairwise(flows):
            if one is not None and other is not None and _apart(source, one, other):
                return Finding(
                    line=call_line(other),
                    evidence=f"the flows of line {call_line(one)} and line {call_line(other)} are put side by "
                    f"side in line {pair[0].lineno}, and each draws at random for itself",
                    change="give both the same seed: flow(..., seed=1)",
                )
    return _read_apart(evidence) if any(map(_learns_masks, evidence.trainings)) else None


def _learns_masks(fit: Fit) -> bool:
    """Whether Keras compares pictures with pictures; a step of one's own may want strangers side by side."""
    masks = next((one for one in fit.train.spec if one.path == "1"), None)
    compiled = fit.model.compiled
    compared = compiled is not None and bool(compiled.losses) and fit.model.kind != "subclassed"
    return compared and masks is not None and len(masks.shape or ()) >= _AXES_OF_MASKS


def _read_apart(evidence: Evidence) -> Finding | None:
    """``Dataset.zip`` of two folders, each of which is read in a drawn order."""
    source = evidence.source
    for call in source.calls("Dataset.zip") if not _blended(source) else ():
        parts = (
            call.args[0].elts if call.args and isinstance(call.args[0], ast.Tuple) else call.args
        )
        readers = [_drawing(source, part) for part in parts]
        for one, other in pairwise(readers):
            if one is not None and other is not None and _seeds_differ(source, one, other):
                return Finding(
                    line=call_line(other),
                    evidence=f"line {call_line(one)} and line {call_line(other)} read files in an order that each draws for "
                    f"itself, and line {call_line(call)} puts them side by side",
                    change="give both shuffle=False, or the same seed",
                )
    return None


def _blended(source: Source) -> bool:
    """Whether a mapped function makes inputs of both elements, such as noise laid over a picture:
    any two will do then.
    """
    for call in source.calls("map"):
        function = function_of(source, call.args[0]) if call.args else None
        names = {one.arg for one in function.args.args} if function is not None else set()
        for node in ast.walk(function) if function is not None else ():
            pair = node.elts if isinstance(node, ast.Tuple) and len(node.elts) == 2 else ()
            if pair and len(names & names_in(pair[0])) > 1:
                return True
    return False


def _drawing(source: Source, node: ast.expr) -> ast.Call | None:
    """The one reader of files behind a dataset, when it draws their order."""
    calls = (one for one in origins(source, node, before=node.lineno) if isinstance(one, ast.Call))
    readers = [call for call in calls if _called(call) in _DRAW_AN_ORDER]
    told = options(source, readers[0]) if len(readers) == 1 else None
    if told is None or ("shuffle" in told and ast.unparse(told["shuffle"]) == "False"):
        return None
    return readers[0]


def _called(call: ast.Call) -> str:
    """The name of a method, of whatever it is one."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else dotted_name(call.func)


def _seeds_differ(source: Source, one: ast.Call, other: ast.Call) -> bool:
    told = [options(source, call) or {} for call in (one, other)]
    seeds = [ast.unparse(known["seed"]) if "seed" in known else "" for known in told]
    return one is not other and (not seeds[0] or seeds[0] != seeds[1])


def _given_pairs(source: Source) -> Iterator[tuple[Sequence[ast.expr], Sequence[ast.expr]]]:
    """Each pair as it is written, and what it stands for: for parameters what each call hands over."""
    for pair in _pairs(source):
        names = [node.id if isinstance(node, ast.Name) else "" for node in pair]
        handed = [handed_over(source, name, pair[0].lineno) for name in names]
        if all(handed):
            yield from ((pair, given) for given in zip(*handed, strict=False))
        else:
            yield pair, pair


def _pairs(source: Source) -> Iterator[Sequence[ast.expr]]:
    """``zip(a, b)``, and tuples such as ``(next(a), next(b))``, also by way of names."""
    for call in source.all(ast.Call):
        if dotted_name(call.func) == "zip" and len(call.args) > 1:
            yield call.args
    for node in source.nodes:
        if isinstance(node, ast.Tuple | ast.List):
            drawn = [_drawn_by_way_of(source, part) for part in node.elts]
            if len(drawn) > 1 and all(drawn):
                yield [one for one in drawn if one is not None]


def _drawn_by_way_of(source: Source, node: ast.expr) -> ast.expr | None:
    """The iterator of ``next(a)``, also of ``next(a) / 255`` and of a name that was given it."""
    if isinstance(node, ast.Name):
        node = value_of(source, node.id, before=node.lineno) or node
    drawn = [_drawn_from(part) for part in ast.walk(node) if isinstance(part, ast.expr)]
    found = {ast.unparse(one): one for one in drawn if one is not None}
    return found.popitem()[1] if len(found) == 1 else None


def _drawn_from(node: ast.expr) -> ast.expr | None:
    """The iterator of ``next(a)``, ``a.next()`` or ``a[i]``."""
    if isinstance(node, ast.Subscript):
        return node.value if isinstance(node.value, ast.Name) else None
    if not isinstance(node, ast.Call):
        return None
    if dotted_name(node.func) == "next" and node.args:
        return node.args[0]
    of = node.func
    return of.value if isinstance(of, ast.Attribute) and of.attr in _NEXT else None


def _apart(source: Source, one: ast.Call, other: ast.Call) -> bool:
    """Whether two flows are random without the same seed, as far as all they are told is known."""
    told = [options(source, flow) for flow in (one, other)]
    seeds = [ast.unparse(known["seed"]) for known in told if known and "seed" in known]
    in_step = len(seeds) == len(told) and seeds[0] == seeds[1]
    if None in told or in_step or ast.dump(one) == ast.dump(other):
        return False
    return any(_is_random(source, flow) for flow in (one, other))


def _is_random(source: Source, flow: ast.Call) -> bool:
    """A flow shuffles unless it is told not to; its generator may draw besides."""
    maker, told = maker_of(source, flow), options(source, flow)
    if maker is None or told is None:
        return False
    shuffles = "shuffle" not in told or ast.unparse(told["shuffle"]) != "False"
    return shuffles or bool(set(options(source, maker) or ()) - _STEADY)
