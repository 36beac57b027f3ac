"""
An image generator is to centre by statistics of the training pictures, and was never given any.

## Why it hurts
`featurewise_center`, `featurewise_std_normalization` and `zca_whitening` need the mean and the spread of all training
pictures, which `ImageDataGenerator.fit` works out. Without it the generator says so in a warning and hands the pictures on as
they are, from 0 to 255.

## Example
    import numpy as np
    from keras.src.legacy.preprocessing.image import ImageDataGenerator

    pictures = np.random.default_rng(0).uniform(0, 255, (8, 6, 6, 3))
    generator = ImageDataGenerator(featurewise_center=True)
    batch = next(generator.flow(pictures, batch_size=4))

## Instead
    import numpy as np
    from keras.src.legacy.preprocessing.image import ImageDataGenerator

    pictures = np.random.default_rng(0).uniform(0, 255, (8, 6, 6, 3))
    generator = ImageDataGenerator(featurewise_center=True)
    generator.fit(pictures)
    batch = next(generator.flow(pictures, batch_size=4))
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.generators import makers, options
from etude.diagnoses.source import Source, call_line, constant, dotted_name
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("image-4", "image-2", "data-4")
GUIDE = "TensorFlow tutorial: Data augmentation"
EXPLAINS = ("pixels_not_scaled", "inputs_not_scaled", *NUMBERS_GONE_WRONG)

_NEED_STATISTICS = ("featurewise_center", "featurewise_std_normalization", "zca_whitening")
_SETS = ("mean", "std", "principal_components")


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for maker in makers(source):
        asked = list(_asked(source, maker))
        names = _names(source, maker)
        if asked and names and not any(_is_fitted(source, name) for name in names):
            return Finding(
                line=call_line(maker),
                about=names[0],
                evidence=f"{' and '.join(asked)} of {names[0]} want the statistics of the training pictures, and "
                f"{names[0]}.fit is never called",
                change=f"{names[0]}.fit(training_pictures) before its flow; the generators of validation and "
                "test are fitted on the training pictures too",
            )
    return None


def _asked(source: Source, maker: ast.Call) -> Iterator[str]:
    settings = options(source, maker) or {}
    yield from (name for name in _NEED_STATISTICS if constant(settings.get(name)) is True)


def _names(source: Source, maker: ast.Call) -> Sequence[str]:
    """Names that got it; one that is handed on or made inside a call may be fitted elsewhere."""
    assigned = [n for n in source.nodes if isinstance(n, ast.Assign) and n.value is maker]
    return [
        dotted_name(target) for node in assigned for target in node.targets if dotted_name(target)
    ]


def _is_fitted(source: Source, name: str) -> bool:
    """Fitted, given its statistics by hand, or handed to a function that may do it."""
    for node in source.nodes:
        if isinstance(node, ast.Call):
            if dotted_name(node.func) == f"{name}.fit":
                return True
            if any(dotted_name(argument) == name for argument in node.args):
                return True
        if isinstance(node, ast.Assign) and any(
            dotted_name(target) in {f"{name}.{one}" for one in _SETS} for target in node.targets
        ):
            return True
        if isinstance(node, ast.For) and name in {
            dotted_name(part) for part in ast.walk(node.iter)
        }:
            return True
    return False
