"""A program that asks to be watched is told what is wrong with it when it ends."""

import subprocess
import sys

import pytest

pytestmark = [pytest.mark.tensorflow, pytest.mark.slow]

WRONG = """
import numpy as np
import keras
x = np.random.default_rng(0).normal(size=(60, 4))
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
model.compile("adam", "sparse_categorical_crossentropy")
"""
FIT = "model.fit(x, np.arange(60) % 3, epochs=2, verbose=0)\n"
TITLE = "The loss expects probabilities"


@pytest.fixture
def run(tmp_path):
    """``run(text)``: standard error of a program, run as people run theirs."""

    def run_program(text):
        (tmp_path / "train.py").write_text(text)
        ran = subprocess.run(
            [sys.executable, "train.py"], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        return ran.stderr

    return run_program


def test_one_line_at_the_top_is_enough(run):
    printed = run(f"import etude.doctor; etude.doctor.watch()\n{WRONG}{FIT}")

    assert TITLE in printed
    assert "train.py:6" in printed


def test_it_may_come_after_tensorflow(run):
    printed = run(f"import keras\nimport etude.doctor\netude.doctor.watch()\n{WRONG}{FIT}")

    assert TITLE in printed


def test_a_callback_reports_when_training_ends(run):
    printed = run(
        f"import etude.doctor\n{WRONG}report = etude.doctor.callback()\n"
        f"{FIT.replace('verbose=0', 'verbose=0, callbacks=[report]')}"
        "import sys; print('after', file=sys.stderr)\n"
    )

    assert TITLE in printed.partition("after")[0]


def test_the_plugin_fails_a_test_whose_model_is_wrong(tmp_path):
    (tmp_path / "test_mine.py").write_text(
        f"{WRONG}\n"
        f"def test_wrong(doctor):\n    {FIT}    doctor.assert_healthy()\n\n"
        "def test_known(doctor):\n"
        f"    {FIT}    doctor.assert_healthy(ignore=['logits_without_from_logits'])\n\n"
        "def test_nothing(doctor):\n    doctor.assert_healthy()\n"
    )

    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_mine.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )

    assert "1 failed, 2 passed" in ran.stdout, ran.stdout
    assert TITLE in ran.stdout
    assert "etude explain logits_without_from_logits" in ran.stdout
