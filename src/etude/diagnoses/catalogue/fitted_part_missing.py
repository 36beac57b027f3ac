"""
A scaler, encoder or model of scikit-learn is used before it has been fitted.

## Why it hurts
`transform` needs what `fit` has measured: the means, the range, the categories. An object made anew knows none of it, also where
a program that predicts later makes one of its own: it needs the very one that was fitted in training, saved beside the model.

## Example
    import numpy as np
    from sklearn.preprocessing import StandardScaler

    x = np.arange(12.0).reshape(6, 2)
    scaled = StandardScaler().transform(x)

## Instead
    import numpy as np
    from sklearn.preprocessing import StandardScaler

    x = np.arange(12.0).reshape(6, 2)
    scaled = StandardScaler().fit_transform(x)
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-3", "deploy-3")
GUIDE = "TensorFlow tutorial: Time series forecasting"
EXPLAINS = ()

_SAID = re.compile(r"This (?P<kind>\w+) instance is not fitted yet")


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None:
        return None
    error, found = stopped
    kind = found["kind"]
    return Finding(
        line=error.line,
        about=kind,
        evidence=f"this {kind} has not seen any data: nothing called its fit or fit_transform before",
        change="fit_transform on the training data, then transform on all others with the same object; where a model is used "
        f"later, load the {kind} that was fitted in training (joblib.dump, joblib.load)",
    )
