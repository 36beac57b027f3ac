"""Every attack that we know of, as real learner code, at every level that this machine can reach.

What counts is not that an exception was raised, but that nothing came of the attack. Where a level
does not stop one, the attack must succeed: that shows that it is real, and keeps the table in
docs/design/sandbox.md true (test_documented.py).
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import attack as scenes
import files
import network
import processes
import pytest
import resources
from light import LIGHT

from etude.domain.job import Job, Limits
from etude.sandbox import SandboxUnavailable, open_sandbox

ATTACKS = {**files.ATTACKS, **network.ATTACKS, **processes.ATTACKS, **resources.ATTACKS}

# Never sent anywhere: only this process knows it, and learner code looks for it.
_LABELS = "labels-" + os.urandom(16).hex()


@pytest.fixture(scope="module", params=scenes.LEVELS, ids=lambda level: f"level {level}")
def level(request):
    return request.param


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("scene")


@pytest.fixture(scope="module")
def sandbox(level, place, tmp_path_factory) -> Iterator[object]:
    os.environ["ETUDE_TEST_SECRET"] = "not for learners"
    (place / "public").mkdir(exist_ok=True)
    settings = replace(LIGHT, readable=(str(place / "public"),))
    with open_sandbox(
        runtime_dir=tmp_path_factory.mktemp("rt") / "rt",
        minimum_level=level,
        maximum_level=level,
        background=False,
        settings=settings,
    ) as opened:
        try:
            assert opened.isolation.level == level
        except SandboxUnavailable as missing:
            pytest.skip(f"level {level} cannot be reached here: {missing}")
        yield opened
    del os.environ["ETUDE_TEST_SECRET"]


@pytest.fixture
def scene(sandbox, place, monkeypatch) -> Iterator[scenes.Scene]:
    # A stopped worker is given up sooner than usual.
    monkeypatch.setattr("etude.sandbox.conversation._GRACE_SECONDS", 0.5)
    sandbox.run(Job(task=b"pass"))  # a worker is there, whatever the attack before has done to it
    scene = scenes.Scene(sandbox, place)
    yield scene
    scene.clear_away()


@pytest.mark.parametrize("name", ATTACKS)
def test_attack_comes_to_nothing(scene, level, name):
    attack = ATTACKS[name]
    if level not in attack.runs_at:
        pytest.skip(f"at level {level} it would harm this machine")

    scene.carry_out(attack)

    effect = attack.effect(scene)
    if not attack.is_possible_at(level):
        assert not effect, (effect, scene.outcome)
        _assert_all_is_well(scene)
    elif attack.sure:
        assert effect, f"it is documented as possible: {scene.outcome}"


def _assert_all_is_well(scene):
    """The worker lives and serves, and nothing of the run is left."""
    job = Job(task=b"print(6 * 7)", limits=Limits(wall_seconds=10))
    assert scene.sandbox.run(job).stdout == "42\n"
    assert scene.worker_lives()
    assert not scene.left()
    assert scene.victim_state() == "S"
    assert not scene.heard()
    assert not list(scene.outside.iterdir())
    assert scene.answers.read_text() == scene.secret
