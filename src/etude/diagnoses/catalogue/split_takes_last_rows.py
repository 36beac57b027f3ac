"""
`validation_split` takes the last rows, and the rows are sorted by class.

## Why it hurts
`fit` does not draw the validation rows, it cuts them off at the end, before it shuffles anything. Of sorted
rows these are the last classes: the network is judged on classes that it never learned from, and never
judged on the others. Validation accuracy stays near zero whatever the network can do.

## Example
    import keras
    import numpy as np

    y = np.repeat([0, 1, 2], 100)
    x = np.random.default_rng(0).normal(y[:, None], 0.1, (300, 4)).astype("float32")

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(x, y, validation_split=0.2, verbose=0)

## Instead
    import keras
    import numpy as np

    y = np.repeat([0, 1, 2], 100)
    x = np.random.default_rng(0).normal(y[:, None], 0.1, (300, 4)).astype("float32")
    mixed = np.random.default_rng(0).permutation(300)
    x, y = x[mixed], y[mixed]

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(x, y, validation_split=0.2, verbose=0)
"""

from etude.diagnoses.callbacks import fit_argument_line
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import in_blocks
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("data-6", "dev-3")
GUIDE = "TensorFlow guide: Training and evaluation with the built-in methods"
EXPLAINS = ("overfits", "stuck_at_majority")


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        share, order = fit.arguments.get("validation_split"), fit.train.label_order
        if isinstance(share, float) and 0 < share < 1 and in_blocks(order):
            rows = order["elements"]
            last = rows - int(rows * (1 - share))
            return Finding(
                line=fit_argument_line(evidence.source, fit, "validation_split"),
                evidence=f"the {rows} labels come class by class, and validation_split={share:g} takes "
                f"the last {last} of them",
                change="mix the rows before fit, inputs and labels with one permutation; "
                "or split by class and pass validation_data",
            )
    return None
