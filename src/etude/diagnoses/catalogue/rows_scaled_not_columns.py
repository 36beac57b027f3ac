"""
Each row of a table is scaled by itself, not each column.

## Why it hurts
`keras.utils.normalize` divides every row by its own length. In a row of age, income and children the income is nearly all
of that length, so after it every income is about 1 and the other columns are nearly 0: what told the rows apart is
gone. Columns are brought to one scale with the statistics of each column over the training rows.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = np.stack([rng.uniform(20, 60, 64), rng.uniform(1e4, 9e4, 64), rng.uniform(0, 5, 64)], axis=1)
    y = x[:, 0] / 60 + x[:, 2] / 5

    x = keras.utils.normalize(x, axis=1)
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = np.stack([rng.uniform(20, 60, 64), rng.uniform(1e4, 9e4, 64), rng.uniform(0, 5, 64)], axis=1)
    y = x[:, 0] / 60 + x[:, 2] / 5

    scale = keras.layers.Normalization()
    scale.adapt(x)
    model = keras.Sequential([keras.Input((3,)), scale, keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.diagnoses.row_scaling import of_words, row_scaling
from etude.diagnoses.source import call_line
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

# Right for vectors whose direction alone counts, such as counts of words.
SEVERITY = Severity.WARNING
SKILLS = ("data-4", "dev-2")
GUIDE = "TensorFlow tutorial: Classify structured data using Keras preprocessing layers"
EXPLAINS = (*NOTHING_LEARNED, "operands_do_not_fit")

# Word counts and pixels in a row have more columns, and there it may be right.
_MOST_COLUMNS = 40
_OF_WORDS = (
    "leave it out: numbers of words are names and no amounts, and Embedding takes them as they are"
)
_CHANGE = "scale by columns: keras.layers.Normalization, adapted to the training rows"


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        words = of_words(evidence.source, fit)
        columns = _columns(fit, at_most=None if words else _MOST_COLUMNS)
        for call in row_scaling(evidence.source, fit) if columns else ():
            return Finding(
                line=call_line(call),
                evidence=f"it scales each row by the numbers of that row alone, and the rows that fit in line {fit.line} gets "
                f"have {columns} columns" + (", the numbers of words" if words else ""),
                change=_OF_WORDS if words else _CHANGE,
            )
    return _one_number_a_row(evidence) or _kept_for_each_row(evidence)


def _kept_for_each_row(evidence: Evidence) -> Finding | None:
    """A Normalization whose ``axis`` are the examples: one mean for each row that it was adapted to."""
    for model in evidence.models:
        for layer in model.layers_of("Normalization"):
            axis = layer.config.get("axis")
            if axis == 0 or (isinstance(axis, list | tuple) and 0 in axis):
                return Finding(
                    line=layer_line(evidence.source, model, layer),
                    about=layer.name,
                    evidence=f"Normalization(axis={axis}) keeps a mean and a variance for each of the rows that it was adapted "
                    "to; other rows, and batches of another size, have none",
                    change="leave axis out: axis=-1 keeps them for each column",
                )
    return None


def _one_number_a_row(evidence: Evidence) -> Finding | None:
    """A layer divides the one number of each row by its own length, and gives 1 or -1."""
    for model in evidence.models:
        for layer in model.layers_of("UnitNormalization"):
            if layer.output_shape and layer.output_shape[-1] == 1:
                return Finding(
                    line=layer_line(evidence.source, model, layer),
                    about=layer.name,
                    evidence=f"{layer.name} of {model.name} is given one number a row and divides it by its "
                    "own length: what comes out is 1 or -1, whatever the number was",
                    change=_CHANGE,
                )
    return None


def _columns(fit: Fit, *, at_most: int | None) -> int:
    """Of a table; 0 for anything else."""
    sample = fit.train.part("0")
    shape = list(sample.shape) if sample is not None else []
    return shape[1] if len(shape) == 2 and 2 <= shape[1] <= (at_most or shape[1]) else 0
