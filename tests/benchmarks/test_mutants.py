"""Which mutants are chosen, which are worse, and how they are counted."""

import math
from datetime import date
from pathlib import Path

from corpus import Program
from mutant_results import Count, Measurement, add, read, section
from mutant_runs import Judged
from mutants import chosen, counts
from mutation import Mutant
from mutation.outcome import Measure, Outcome, is_worse, outcome_of
from mutation.reseeding import reseeded

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.error import Error
from etude.domain.finding import Finding
from etude.domain.observations import Call, Data, Fit, Model

PROGRAMS = [
    Program(name=str(number), text=f"x = {number}\nx = x / 255\nm.fit(x, y, epochs={number})\n")
    for number in range(3, 9)
]
MUTANT = Mutant(program=PROGRAMS[0], operator="one epoch", text="", lines=frozenset({3}), line=3)
LOSS, ACCURACY = (3, 1, "loss"), (3, 1, "accuracy")


def _outcome(*, stopped: str = "", unit: str = "mse", **numbers: float) -> Outcome:
    measures = {
        (3, 1, name): Measure(value=value, unit=(unit,), guessing=1.0)
        for name, value in numbers.items()
    }
    trainings = frozenset({3}) if numbers else frozenset()
    return Outcome(stopped=stopped, trainings=trainings, measures=measures)


def _judged(*told: tuple[str, int], known: str = "", worse: bool = True, words: str = "") -> Judged:
    findings = [
        Finding(diagnosis=name, line=line, evidence=words, change="") for name, line in told
    ]
    return Judged(
        mutant=MUTANT, is_fair=True, is_worse=worse, findings=findings, known=frozenset({known})
    )


def test_the_same_seed_chooses_the_same_mutants_and_another_one_others() -> None:
    first, again, other = (chosen(PROGRAMS, seed=seed, most=8) for seed in (1, 1, 2))

    assert first == again
    assert first != other


def test_operators_get_as_many_as_each_other() -> None:
    operators = [one.operator for one in chosen(PROGRAMS, seed=1, most=6)]

    assert operators[:3] == ["a statement deleted", "one epoch", "`shuffle=False`"]
    assert len(operators) == 6


def test_an_outcome_has_the_last_epoch_and_what_was_measured_by_line() -> None:
    data = Data(role="fit", kind="arrays")
    network = Model(key="1", kind="sequential")
    fit = Fit(index=0, line=3, model=network, train=data, epochs=[{"loss": 2.0}, {"loss": 1.0}])
    measured = Call(
        name="Model.evaluate",
        line=4,
        model=network,
        data=data,
        arguments={"measured": {"accuracy": 0.7}},
    )

    outcome = outcome_of(Evidence(source=Source("", ""), fits=[fit, fit], calls=[measured]))

    numbers = {key: measure.value for key, measure in outcome.measures.items()}
    assert numbers == {(3, 1, "loss"): 1.0, (3, 2, "loss"): 1.0, (4, 1, "accuracy"): 0.7}
    assert (outcome.stopped, outcome.trainings) == ("", {3})


def test_a_name_that_is_missing_is_known_by_the_kind_of_the_error() -> None:
    error = Error(type="NameError", message="name 'x' is not defined")

    assert outcome_of(Evidence(source=Source("", ""), errors=[error])).lacks_a_name


def test_what_stops_or_does_not_train_is_worse() -> None:
    right = _outcome(loss=0.3)

    assert is_worse(_outcome(stopped="ValueError"), right)
    assert is_worse(_outcome(), right)


def test_nothing_is_known_to_be_worse_than_what_a_limit_stopped() -> None:
    assert not is_worse(_outcome(stopped="cpu"), _outcome(stopped="cpu"))


def test_half_as_much_loss_again_is_worse_where_it_is_more_than_a_tenth_of_guessing() -> None:
    right = _outcome(loss=0.4)

    assert is_worse(_outcome(loss=0.61), right)
    assert is_worse(_outcome(loss=math.nan), right)
    assert not is_worse(_outcome(loss=0.5), right)
    assert not is_worse(_outcome(loss=0.04), _outcome(loss=0.01))  # both have learned it


def test_losses_of_another_kind_are_not_compared() -> None:
    assert not is_worse(_outcome(loss=90.0, unit="mae"), _outcome(loss=0.3))


def test_a_tenth_less_of_a_score_is_worse_whatever_the_loss() -> None:
    right = _outcome(accuracy=0.9, loss=0.3)

    assert is_worse(_outcome(accuracy=0.79, loss=0.3, unit="mae"), right)
    assert not is_worse(_outcome(accuracy=0.85, loss=0.3), right)


def test_a_fault_is_named_by_one_of_the_first_two_findings_at_its_place() -> None:
    assert _judged(("overfits", 1), ("trained_too_short", 3)).is_named
    assert not _judged(("overfits", 1), ("nan_loss", 1), ("trained_too_short", 3)).is_named
    assert not _judged(("trained_too_short", 2)).is_named


def test_a_finding_points_at_the_lines_that_its_words_name_as_well() -> None:
    assert _judged(("scaled_twice", 9), words="lines 1 and 3 both scale them").is_named
    assert not _judged(("scaled_twice", 9), words="3 lines scale them").is_named


def test_what_the_right_program_is_told_as_well_names_no_fault() -> None:
    assert not _judged(("trained_too_short", 3), known="trained_too_short").is_named


def test_mutants_are_counted_by_operator() -> None:
    judged = [
        _judged(("trained_too_short", 3)),
        _judged(),
        _judged(worse=False),
        Judged(mutant=MUTANT, is_fair=False, is_worse=False),
    ]

    assert counts(judged) == {"one epoch": Count(made=3, worse=2, named=1)}


def test_the_first_measurement_stays_and_the_last_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    made = [_measurement(seed) for seed in (1, 2, 3)]

    for one in made:
        add(one, file)

    assert read(file) == [made[0], made[2]]


def test_the_table_has_a_row_for_each_operator_and_one_for_all() -> None:
    lines = section([_measurement(1), _measurement(2)]).splitlines()

    assert lines[2] == "| one epoch | 4 | 2 | 1 (50%) | 4 | 2 | 1 (50%) |"
    assert lines[3] == "| all | 4 | 2 | 1 (50%) | 4 | 2 | 1 (50%) |"


def test_another_seed_changes_weights_and_leaves_the_data() -> None:
    text = "keras.utils.set_random_seed(7)\nrng = np.random.default_rng(7)\n"

    assert reseeded(text) == "keras.utils.set_random_seed(8)\nrng = np.random.default_rng(7)\n"
    assert reseeded("x = 1\n") == "x = 1\n"


def _measurement(seed: int) -> Measurement:
    of_one = {"one epoch": Count(made=4, worse=2, named=1)}
    return Measurement(day=date(2026, 1, seed), seed=seed, operators=of_one)
