"""
A measure of scikit-learn is given classes in a form, or a number, that it does not take.

## Why it hurts
Most of these measures compare one class number for each example. For several classes F1 and its kind must be told how to average
over them, and the area under the curve how to compare them; one-hot rows are taken for several labels at once. A split by class
wants two examples of each.

## Example
    import numpy as np
    from sklearn.metrics import f1_score

    labels = np.array([0, 1, 2, 2, 1])
    decided = np.array([0, 1, 2, 1, 1])
    print(f1_score(labels, decided))

## Instead
    import numpy as np
    from sklearn.metrics import f1_score

    labels = np.array([0, 1, 2, 2, 1])
    decided = np.array([0, 1, 2, 1, 1])
    print(f1_score(labels, decided, average="macro"))
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.sayings import Saying, told
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-13", "data-6")
GUIDE = "scikit-learn user guide: Metrics and scoring"
EXPLAINS = ()

_SAYINGS = (
    Saying(
        r"Target is multiclass but average='binary'",
        "there are more than two classes, and the measure is not told how to average over them",
        'average="macro" counts each class alike, "weighted" by its examples, None gives one value for each',
    ),
    Saying(
        r"multi_class must be in \('ovo', 'ovr'\)",
        "there are more than two classes, and the area under the curve compares two",
        'give it the probabilities of all classes, a column for each, and multi_class="ovr"',
    ),
    Saying(
        r"multilabel-indicator is not supported|mix of multilabel-indicator and",
        "one-hot rows are given, which it takes for several labels at once",
        "class numbers in their place, for both: labels.argmax(axis=1), predictions.argmax(axis=1)",
    ),
    Saying(
        r"Number of classes, (?P<classes>\d+), does not match size of target_names, (?P<names>\d+)",
        "{names} names are given for {classes} classes that occur",
        "one name for each class in the order of its number; labels=range(len(names)) keeps those that do not occur here",
    ),
    Saying(
        r"least populated class(?:es)? in y ha(?:s|ve) only 1 member",
        "a class has one example, and a split by class needs one on each side",
        "leave stratify out, or drop or join such rare classes before; quantities have as many values as rows, and are not split so",
    ),
    Saying(
        r"y_true and y_pred have different number of output \((?P<one>\d+)!=(?P<other>\d+)\)",
        "{one} columns of targets are compared with {other} columns of predictions",
        "compare columns that belong together: predictions[:, 0], or the targets with as many columns as the network has outputs",
    ),
    Saying(
        r"y contains previously unseen labels: (?P<labels>.{1,60})",
        "the encoder meets what it was not fitted to: {labels}",
        "fit it to all names that can occur, LabelEncoder().fit(names); or drop such rows before",
    ),
    Saying(
        r"'test_size' parameter of \w+ must be .*Got (?P<given>\S+) instead",
        "test_size is {given}",
        "a share between 0 and 1, 0.2; or a whole number of rows",
    ),
)


def match(evidence: Evidence) -> Finding | None:
    return told(evidence, _SAYINGS)
