"""Diagnoses about models, on whole programs that were really run: some right, some wrong."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from etude.diagnoses.diagnose import catalogue
from etude.diagnoses.evidence import Evidence

pytestmark = pytest.mark.tensorflow

CORPUS = Path(__file__).parents[1] / "corpus" / "models"
RIGHT = sorted(path.stem for path in (CORPUS / "right").glob("*.py"))
WRONG = sorted(path.stem for path in (CORPUS / "wrong").glob("*.py"))
MARK = re.compile(r"# diagnosis: (\w+)$")
ABOUT_MODELS = (
    "accuracy_for_regression",
    "accuracy_thresholds_logits",
    "activation_limits_regression",
    "activation_missing",
    "argmax_over_one_output",
    "class_numbers_as_targets",
    "class_weight_misses_class",
    "flatten_makes_huge_dense",
    "flatten_missing",
    "input_shape_ignored",
    "integer_labels_with_categorical_loss",
    "labels_do_not_match_outputs",
    "labels_out_of_range",
    "layer_not_shared",
    "logits_without_from_logits",
    "more_outputs_than_classes",
    "one_hot_depth_differs",
    "one_hot_labels_with_sparse_loss",
    "predictions_broadcast_against_labels",
    "relu_before_cross_entropy",
    "sigmoid_for_exclusive_classes",
    "softmax_on_one_unit",
    "softmax_with_from_logits",
    "two_outputs_with_binary_loss",
)

EvidenceOf = Callable[[str], Evidence]


def found(evidence: Evidence) -> dict[str, int]:
    """Line of every finding about models."""
    matches = {name: catalogue()[name].match(evidence) for name in ABOUT_MODELS}
    return {name: finding.line for name, finding in matches.items() if finding is not None}


@pytest.mark.slow
@pytest.mark.parametrize("name", RIGHT)
def test_a_right_program_is_left_alone(name: str, evidence_of: EvidenceOf) -> None:
    evidence = evidence_of((CORPUS / "right" / f"{name}.py").read_text(encoding="utf-8"))

    assert not evidence.errors
    assert found(evidence) == {}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_program_gets_its_diagnosis_at_the_marked_line(
    name: str, evidence_of: EvidenceOf
) -> None:
    program = (CORPUS / "wrong" / f"{name}.py").read_text(encoding="utf-8")
    marked = {
        match[1]: number
        for number, line in enumerate(program.splitlines(), start=1)
        if (match := MARK.search(line))
    }

    assert found(evidence_of(program)) == marked
    assert name.partition("__")[0] in marked
