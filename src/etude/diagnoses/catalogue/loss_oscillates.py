"""
The training loss jumps up and down from epoch to epoch.

## Why it hurts
Each step overshoots the valley and lands on its other side. The loss still falls now and then, so it looks
like progress, but where the training stops is a matter of luck, and the same program with another seed gives
another result. Smaller steps or larger batches calm it down.

## Example
    import keras
    import numpy as np

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="zeros")])
    model.compile(optimizer=keras.optimizers.SGD(1.0, momentum=0.97), loss="mse")
    model.fit(inputs, 2 * inputs, epochs=16, verbose=0)

## Instead
    import keras
    import numpy as np

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="zeros")])
    model.compile(optimizer=keras.optimizers.SGD(0.1, momentum=0.5), loss="mse")
    model.fit(inputs, 2 * inputs, epochs=16, verbose=0)
"""

from itertools import pairwise

from etude.diagnoses.curves import oscillates, tries_rates
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.training_health import learning_rate, steps_line
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.WARNING
SKILLS = ("model-9", "model-10", "train-5")
GUIDE = "Keras API: Optimizers"
EXPLAINS = ()


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        losses = [] if tries_rates(fit) else fit.series("loss")
        if fit.finished and oscillates(losses):
            rises = sum(later > earlier for earlier, later in pairwise(losses))
            rate = learning_rate(fit)
            return Finding(
                line=steps_line(evidence.source, fit),
                evidence=f"the training loss rose in {rises} of {len(losses) - 1} epochs and ended at "
                f"{losses[-1]:.3g}, its lowest was {min(losses):.3g}"
                + (f" (learning rate {rate:.3g})" if rate is not None else ""),
                change="try a learning rate ten times smaller, or larger batches",
            )
    return None
