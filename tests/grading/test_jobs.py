"""What is sent into a sandbox, and what never is."""

import io
from dataclasses import replace

import msgspec
import numpy as np
from scenes import INPUTS, LABELS, Reloads, Says, Scene

from etude.domain.job import Job
from etude.domain.outcome import Artifact, Outcome
from etude.domain.task import Part, Task

HIDDEN = Reloads(name="hidden")


def graded(scene: Scene) -> list[Job]:
    """All three runs of a submission that misses its bar."""
    scene.says("hidden").says("hidden", Part.RELOAD, outputs=[1]).says("hidden", Part.WHAT_IF)
    scene.grade(Says(name="first"), HIDDEN)
    assert scene.parts_run == [Part.PROBE, Part.RELOAD, Part.WHAT_IF]
    return scene.sandbox.jobs


def everything_in(job: Job) -> bytes:
    """Every byte of a job, archives unpacked as well."""
    pieces = [msgspec.msgpack.encode(job)]
    for name, content in job.files.items():
        pieces += [name.encode(), content]
        if name.endswith(".npz"):
            with np.load(io.BytesIO(content), allow_pickle=False) as stored:
                pieces += [stored[key].tobytes() + key.encode() for key in stored.files]
    return b"".join(pieces)


def test_no_job_holds_hidden_answers(scene: Scene) -> None:
    for job in graded(scene):
        content = everything_in(job)
        assert LABELS.tobytes() not in content
        assert LABELS.astype(np.int32).tobytes() not in content
        assert b"labels" not in content
        assert b"never-in-a-job" not in content
        assert all(str(label).encode() not in content for label in set(LABELS.tolist()))


def test_hidden_inputs_come_into_clean_runs_only(scene: Scene) -> None:
    first, *clean = graded(scene)

    assert not any(name.endswith("hidden_inputs.npz") for name in first.files)
    for job in clean:
        with np.load(io.BytesIO(job.files["secret_hidden_inputs.npz"])) as stored:
            assert stored.files == ["inputs"]
            assert (stored["inputs"] == INPUTS).all()


def test_clean_runs_have_no_learner_code_and_no_recorders(scene: Scene) -> None:
    first, *clean = graded(scene)

    assert msgspec.json.decode(first.task, type=Task).program == "tests/small/small.py"
    for job in clean:
        task = msgspec.json.decode(job.task, type=Task)
        assert (task.program, task.sources, task.observe) == ("", [], False)
        assert not any(name.endswith(".py") for name in job.files)


def test_clean_runs_have_the_artifacts_that_could_be_fetched(scene: Scene) -> None:
    _, *clean = graded(scene)

    assert [job.files["model.keras"] for job in clean] == [b"zip", b"zip"]


def test_a_file_of_the_learner_cannot_take_the_place_of_hidden_inputs(scene: Scene) -> None:
    forged = Artifact(name="secret_hidden_inputs.npz", content=b"forged")
    scene.program = Outcome(artifacts={forged.name: forged})

    _, clean, _ = graded(scene)

    assert clean.files["secret_hidden_inputs.npz"] != b"forged"


def test_every_artifact_is_asked_for_once(scene: Scene) -> None:
    scene.grade(HIDDEN, Reloads(name="again"), Reloads(name="other", artifact="more.keras"))

    assert scene.sandbox.jobs[0].artifacts == ("model.keras", "more.keras")


def test_public_data_appear_beside_the_program(scene: Scene) -> None:
    scene.grade(Says(name="first"))

    assert list(scene.sandbox.jobs[0].links) == ["data/open"]


def test_a_run_that_is_profiled_has_more_time_and_is_otherwise_the_same(scene: Scene) -> None:
    scene.grade(Says(name="first"))
    scene.grade(Says(name="first"), profile_seconds=3.0)

    usual, longer = scene.sandbox.jobs
    task = msgspec.json.decode(longer.task, type=Task)
    assert longer.limits.wall_seconds == usual.limits.wall_seconds + 6.0
    assert longer.limits.cpu_seconds > usual.limits.cpu_seconds
    assert task.profile_seconds == 3.0
    assert replace(task, profile_seconds=0.0) == msgspec.json.decode(usual.task, type=Task)
