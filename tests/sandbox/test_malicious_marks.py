"""Files that are made to harm whoever opens them are marked, and earn nothing."""

import pytest
from examined import CLASSES, CONTRACT_ALONE, Examined, checks
from test_malicious_artifacts import BEGINNING, BESIDE, CONVERTED, LITE, OTHER_FORMATS, REFUSED

from etude.domain.job import MB, Limits
from etude.sandbox import Sandbox

pytestmark = [pytest.mark.tensorflow, pytest.mark.slow]

TWO = CLASSES[:2]
FILES = {
    **{name: ("model.keras", program) for name, (program, _) in REFUSED.items()},
    **{name: (file, program) for name, (file, program, _) in OTHER_FORMATS.items()},
    **{name: ("model.tflite", CONVERTED + program) for name, (program, _) in LITE.items()},
}


@pytest.fixture
def exam(warm_sandbox: Sandbox) -> Examined:
    return Examined(sandbox=warm_sandbox)


def test_an_untrained_model_gets_the_contract(exam: Examined) -> None:
    files = exam.hand_in("good().save('model.keras')", beginning=BEGINNING)

    assert exam.mark(files, checks(classes=TWO)).verdicts[0].points == CONTRACT_ALONE


@pytest.mark.parametrize(("file", "program"), FILES.values(), ids=FILES)
def test_a_file_that_acts_or_bursts_earns_nothing(exam: Examined, file: str, program: str) -> None:
    files = exam.hand_in(program, artifact=file, beginning=BEGINNING)

    marked = exam.mark(files, checks(artifact=file, classes=TWO))

    assert files
    assert (marked.mark, marked.contract_broken) == (0, True), marked.detail
    assert not marked.waits


@pytest.mark.parametrize("program", BESIDE.values(), ids=BESIDE)
def test_what_is_beside_a_model_changes_nothing_but_its_size(exam: Examined, program: str) -> None:
    files = exam.hand_in(program, beginning=BEGINNING)

    marked = exam.mark(files, checks(classes=TWO))

    assert not marked.waits, marked.detail
    assert marked.verdicts[0].points <= CONTRACT_ALONE


def test_a_gigantic_file_is_not_even_opened(exam: Examined) -> None:
    small = Examined(sandbox=exam.sandbox, limits=Limits(artifact_bytes=MB))

    marked = small.mark({"model.keras": bytes(MB + 1)})

    assert (marked.mark, marked.waits) == (0, False)
    assert marked.verdicts[0].received == "expected at most 1,048,576 bytes, got 1,048,577"
