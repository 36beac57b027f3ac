"""
A measure, a split or a model of scikit-learn is given classes in a form, or a number, that it does not take.

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
        r"(?P<name>test_size|train_size)=(?P<given>\d+) should be either positive and smaller than the number of samples (?P<rows>\d+)",
        "{name} is {given}, a number of rows, and there are {rows}",
        "a share between 0 and 1, {name}=0.2; or fewer rows than there are",
    ),
    Saying(
        r"With n_samples=(?P<rows>\d+), test_size=.* the resulting train set will be empty",
        "{rows} rows are to be split, and none is left to learn from",
        "print the shape before this line: a filter lets nothing through, or a file was read without its rows",
    ),
    Saying(
        r"The (?P<name>test_size|train_size) = (?P<given>\d+) should be greater or equal to the number of classes = (?P<classes>\d+)",
        "the part has {given} rows, and a split by class puts a row of each of the {classes} classes there",
        "{name} of at least {classes} rows; or leave stratify out",
    ),
    Saying(
        r"Cannot have number of splits n_splits=(?P<splits>\d+) greater than the number of (?:samples: n_samples=|members in each class[^\d]*)"
        r"(?P<rows>\d+)",
        "{splits} parts are to be made of {rows} rows",
        "n_splits of at most {rows}, mostly 5",
    ),
    Saying(
        r"n_splits=(?P<splits>\d+) cannot be greater than the number of members in each class",
        "{splits} parts are to hold every class, and no class has so many rows",
        "a smaller n_splits, or KFold in place of StratifiedKFold; quantities have as many values as rows, and are not split by class",
    ),
    Saying(
        r"Supported target types are: .*Got '(?P<kind>[\w-]+)' instead",
        "a split by class is given no class numbers, but what it takes for {kind}",
        "class numbers, of one-hot rows labels.argmax(axis=1); quantities are split by KFold",
    ),
    Saying(
        r"Unknown label type: .*continuous",
        "the targets are quantities, and this model learns classes",
        "a Regressor in place of the Classifier, LinearRegression for LogisticRegression; or classes made before, (y > limit).astype(int)",
    ),
    Saying(
        r"at least 2 classes in the data.* only one class: (?:np\.\w+\()?(?P<label>[^)\n]+)",
        "all rows have the class {label}, so that there is nothing to tell apart",
        "look at the split: rows sorted by class are cut apart; train_test_split(x, y, stratify=y) keeps both in each part",
    ),
    Saying(
        r"'test_size' parameter of \w+ must be .*Got (?P<given>\S+) instead",
        "test_size is {given}",
        "a share between 0 and 1, 0.2; or a whole number of rows",
    ),
)


def match(evidence: Evidence) -> Finding | None:
    return told(evidence, _SAYINGS)
