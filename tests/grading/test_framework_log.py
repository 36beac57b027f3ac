"""What the learner's program wrote to standard error."""

from scenes import Says, Scene

from etude.domain.outcome import Outcome
from etude.grading.framework_log import without_framework_log

LOG = """\
2024-05-01 10:00:00.123456: I tensorflow/core/platform/cpu_feature_guard.cc:210] This is made for
To enable the following instructions: AVX2 FMA, rebuild TensorFlow with the right compiler flags.
WARNING: All log messages before absl::InitializeLog() is called are written to STDERR
I0000 00:00:1714557600.123456   12345 cuda_executor.cc:1015] could not open file
E0000 00:00:1714557600.123456 12345 computation_placer.cc:177] computation placer already there
W0501 10:00:00.123456 12345 service.cc:145] XLA
"""
OWN = """\
careful: 3 rows are odd
/x.py:3: UserWarning: W0000 is a strange name
"""


def test_the_log_of_the_framework_is_left_out() -> None:
    assert without_framework_log(LOG) == ""


def test_what_the_program_wrote_stays_as_it_is() -> None:
    assert without_framework_log(f"{OWN}{LOG}{OWN}") == OWN + OWN


def test_the_report_tells_what_the_program_wrote_to_standard_error(scene: Scene) -> None:
    scene.program = Outcome(stderr=LOG + OWN)

    report = scene.says("one", right=True).grade(Says(name="one"))

    assert report.errors_output == OWN
