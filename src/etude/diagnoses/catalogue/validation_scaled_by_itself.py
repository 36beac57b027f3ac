"""
The held-out part of a series was scaled by its own statistics, not by those of the training part.

## Why it hurts
Scaled by itself, every part has mean 0 and standard deviation 1, whatever happened in between: that the values rose is
gone before the network sees them. And a single new window cannot be scaled like that at all, since its own mean says
nothing. The numbers that scaled the training part belong to the model, and everything later is scaled by them.

## Example
    import keras
    import numpy as np

    series = np.random.default_rng(0).normal(size=120).cumsum().astype("float32")
    train, validation = series[:80], series[80:]
    train = (train - train.mean()) / train.std()
    validation = (validation - validation.mean()) / validation.std()

    def cut(part):
        x = np.stack([part[i : i + 5] for i in range(len(part) - 5)])
        return x, part[5:]

    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(*cut(train), validation_data=cut(validation), verbose=0)

## Instead
    import keras
    import numpy as np

    series = np.random.default_rng(0).normal(size=120).cumsum().astype("float32")
    train, validation = series[:80], series[80:]
    mean, deviation = train.mean(), train.std()
    train, validation = (train - mean) / deviation, (validation - mean) / deviation

    def cut(part):
        x = np.stack([part[i : i + 5] for i in range(len(part) - 5)])
        return x, part[5:]

    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(*cut(train), validation_data=cut(validation), verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.series import is_standardised, parts, statistics_lines
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("series-2", "data-4", "data-6")
GUIDE = "TensorFlow tutorial: Time series forecasting"
EXPLAINS = ("statistics_from_all_rows", "part_scaled_by_itself")


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        lines = statistics_lines(evidence.source, before=fit.line)
        for train, both in parts(fit):
            # Two parts that are standardised, each by itself, are so together as well.
            if (
                both["values"] > train["values"]
                and is_standardised(train)
                and is_standardised(both)
            ):
                return Finding(
                    line=max(lines, default=fit.line),
                    evidence=f"the {train['values']:.0f} training values have mean 0.000 and standard deviation "
                    f"{train['deviation']:.3f}, and so have the {both['values'] - train['values']:.0f} that "
                    "follow: each part was scaled by its own",
                    change="scale the held-out part with the mean and standard deviation of the training part",
                )
    return None
