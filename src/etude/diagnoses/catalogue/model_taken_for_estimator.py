"""
A Keras model is given to scikit-learn as one of its own estimators.

## Why it hurts
`cross_val_score` and `GridSearchCV` make copies of what they are given, untrained, and ask them for their `score`. A Keras model can be neither
copied in that way nor has it a score, so they stop before the first fold.

## Example
    import keras
    import numpy as np
    from sklearn.model_selection import cross_val_score

    rows = np.random.default_rng(0).normal(size=(60, 4))
    targets = rows[:, 0]
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile("adam", "mse")
    scores = cross_val_score(model, rows, targets)

## Instead
    import keras
    import numpy as np
    from sklearn.model_selection import KFold

    rows = np.random.default_rng(0).normal(size=(60, 4))
    targets = rows[:, 0]
    scores = []
    for train, test in KFold(5, shuffle=True, random_state=0).split(rows):
        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
        model.compile(keras.optimizers.Adam(0.05), "mse")
        model.fit(rows[train], targets[train], epochs=20, verbose=0)
        scores.append(model.evaluate(rows[test], targets[test], verbose=0))
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-6", "model-9", "dev-3")
GUIDE = "scikit-learn user guide: Cross-validation"
EXPLAINS = ()

_SAID = re.compile(
    r"(?:should have a 'score' method|does not seem to be a scikit-learn estimator|it is not a scikit-learn estimator)"
    r".*?<(?P<kind>Sequential|Functional)",
    re.DOTALL,
)
_KIND = re.compile(
    r"<(?P<kind>Sequential|Functional) .*?it (?:does not seem to be|is not) a", re.DOTALL
)


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID) or said(evidence, _KIND)
    if stopped is None:
        return None
    error, found = stopped
    return Finding(
        line=error.line,
        about=found["kind"],
        evidence=f"scikit-learn is given a {found['kind']} of Keras, and wants an estimator that it can copy and that has a score",
        change="a loop over KFold(5, shuffle=True).split(x) that makes, trains and evaluates a new model each time; or "
        "keras.wrappers.SKLearnClassifier(build), SKLearnRegressor(build)",
    )
