"""A file that was handed in is marked: its contract first, then on hidden data."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

import msgspec
import numpy as np
import pytest
from scenes import INPUTS, LABELS, Reloads

from etude.checks.base import Check
from etude.checks.live import Facts
from etude.checks.reaches_bars import ReachesBars
from etude.domain.exercise import Exercise, Kind
from etude.domain.job import Job, Limits
from etude.domain.marked import Marked
from etude.domain.outcome import Fault, Outcome, Reason
from etude.domain.task import Part, Task
from etude.domain.verdict import Status, Verdict
from etude.grading.mark import Marker
from etude.grading.plan import DataSource
from etude.sandbox.fake import FakeSandbox

FILE = {"model.keras": b"a model"}
SYSTEM = Outcome(fault=Fault.SYSTEM, reason=Reason.WORKER, detail="the worker is gone")


class Agreed(Check, frozen=True, kw_only=True):
    """A part of the contract."""

    artifact: str = "model.keras"
    reloads: ClassVar[bool] = True

    @property
    def title(self) -> str:
        return f"{self.name} is as agreed"

    @property
    def artifacts(self) -> tuple[str, ...]:
        return (self.artifact,)

    def judge(self, facts: Facts) -> Verdict:
        if facts.get("agreed"):
            return self.passed()
        return self.failed(expected="what was agreed", received="something else")


CONTRACT = Agreed(name="contract")
BARS = Reloads(name="bars", points=4, after=("contract",))
RIGHT = {"contract": {"agreed": True}, "bars": {"outputs": LABELS, "seconds": 0.25}}


class Room:
    """A marker before a sandbox that answers with what a test writes down."""

    def __init__(self, facts: Mapping[str, Any], endings: Mapping[str, Outcome]) -> None:
        self.facts, self.endings = facts, endings
        self.sandbox = FakeSandbox(self._answer)
        data = DataSource(public=Path, hidden=self._hidden)
        self.marker = Marker(sandbox=self.sandbox, data=data, versions={"etude": "1"})
        self.told: list[tuple[int, list[str]]] = []
        self.question = Exercise(
            id="tests/question", title="", summary="", skills=(), kind=Kind.QUESTION, level=1,
            minutes=1, folder=Path(), limits=Limits(wall_seconds=5, cpu_seconds=60),
        )  # fmt: skip

    def mark(self, *checks: Check, files: Mapping[str, bytes] = FILE) -> Marked:
        return self.marker.mark(
            self.question, files, checks or (CONTRACT, BARS), on_contract=self._on_contract
        )

    @property
    def asked(self) -> list[list[tuple[str, Part]]]:
        """Which checks each run was asked for, and which part of them."""
        tasks = [msgspec.json.decode(job.task, type=Task) for job in self.sandbox.jobs]
        return [[(p.check["fields"]["name"], p.part) for p in task.probes] for task in tasks]

    def _on_contract(self, verdicts: Any) -> None:
        self.told.append((len(self.sandbox.jobs), [str(verdict.status) for verdict in verdicts]))

    def _hidden(self, name: str) -> Mapping[str, np.ndarray]:
        return {"inputs": INPUTS, "labels": LABELS, "classes": np.array(["never-in-a-job"])}

    def _answer(self, job: Job) -> Outcome:
        task = msgspec.json.decode(job.task, type=Task)
        names = [(probe.check["fields"]["name"], str(probe.part)) for probe in task.probes]
        outcome = next((self.endings[name] for name, _ in names if name in self.endings), Outcome())
        frames = [
            {"kind": "probe", "check": name, "part": part, "facts": self.facts[name]}
            for name, part in names
            if name in self.facts and outcome.fault is None
        ]
        return replace(outcome, frames=frames)


def room(facts: Mapping[str, Any] = RIGHT, **endings: Outcome) -> Room:
    return Room(facts, endings)


def test_the_mark_is_the_sum_of_the_points() -> None:
    marked = room().mark()

    assert (marked.mark, marked.waits, marked.contract_broken) == (5, False, False)


def test_the_contract_is_told_before_the_hidden_data_are_asked() -> None:
    here = room()

    here.mark()

    assert here.told == [(1, ["passed"])]
    assert here.asked == [[("contract", Part.RELOAD)], [("bars", Part.RELOAD)]]


def test_no_hidden_inputs_are_there_when_the_contract_is_looked_at() -> None:
    here = room()

    here.mark()

    assert list(here.sandbox.jobs[0].files) == ["model.keras"]
    assert sorted(here.sandbox.jobs[1].files) == ["model.keras", "secret_hidden_inputs.npz"]


def test_neither_labels_nor_a_program_ever_enter_the_sandbox() -> None:
    here = room()

    here.mark()

    for job in here.sandbox.jobs:
        sent = job.task + b"".join(job.files.values())
        assert LABELS.tobytes() not in sent
        assert "never-in-a-job".encode("utf-32-le") not in sent
        assert msgspec.json.decode(job.task, type=Task).program == ""


def test_a_broken_contract_ends_it_and_nothing_is_predicted() -> None:
    here = room({"contract": {"agreed": False}})

    marked = here.mark()

    assert (marked.mark, marked.contract_broken, marked.waits) == (0, True, False)
    assert len(here.sandbox.jobs) == 1
    assert [str(verdict.status) for verdict in marked.verdicts] == ["failed", "skipped"]
    assert [verdict.check for verdict in marked.contract_verdicts] == ["contract"]


def test_what_does_not_wait_for_the_broken_part_is_still_asked() -> None:
    here = room({**RIGHT, "small": {"agreed": False}})

    marked = here.mark(CONTRACT, Agreed(name="small"), BARS)

    assert (marked.mark, marked.contract_broken) == (5, True)


def test_a_check_without_hidden_data_that_waits_for_one_with_them_is_no_part_of_the_contract() -> (
    None
):
    here = room({**RIGHT, "last": {"agreed": True}})

    marked = here.mark(CONTRACT, BARS, Agreed(name="last", after=("bars",)))

    assert marked.contract == ["contract"]
    assert marked.mark == 6


def test_the_time_of_the_prediction_is_told() -> None:
    assert room().mark().prediction_seconds == 0.25


@pytest.mark.parametrize(("stage", "contract_told"), [("contract", False), ("bars", True)])
@pytest.mark.parametrize(
    "ending",
    [
        SYSTEM,
        Outcome(fault=Fault.SYSTEM, reason=Reason.LAYER, detail="no Landlock"),
        Outcome(fault=Fault.LEARNER, reason=Reason.CANCELLED, detail="stopped"),
        Outcome(fault=Fault.LEARNER, reason=Reason.TIMEOUT, detail="stopped after 240 s"),
        Outcome(fault=Fault.LEARNER, reason=Reason.MEMORY, exit_code=-9, detail="killed"),
    ],
    ids=lambda outcome: f"{outcome.fault} {outcome.reason}",
)
def test_a_fault_of_ours_is_no_mark(ending: Outcome, stage: str, contract_told: bool) -> None:
    here = room(**{stage: ending})

    marked = here.mark()

    assert marked.waits
    assert (marked.fault, marked.reason) == (Fault.SYSTEM, ending.reason)
    assert marked.detail == ending.detail
    assert not marked.contract_broken
    assert bool(here.told) == contract_told
    assert "failed" not in {str(verdict.status) for verdict in marked.verdicts}


def test_a_probe_of_ours_that_fails_is_no_mark_either() -> None:
    broken = Outcome(fault=Fault.EXERCISE, reason=Reason.PROBE, detail="check 'bars': KeyError")

    marked = room(bars=broken).mark()

    assert (marked.waits, marked.fault) == (True, Fault.EXERCISE)


@pytest.mark.parametrize(
    "ending",
    [
        Outcome(fault=Fault.LEARNER, reason=Reason.CRASH, detail="SIGSEGV"),
        Outcome(fault=Fault.LEARNER, reason=Reason.CPU, detail="expected at most 60 seconds"),
        Outcome(fault=Fault.LEARNER, reason=Reason.MEMORY, exit_code=0, detail="out of memory"),
        Outcome(fault=Fault.LEARNER, reason=Reason.OUTPUT, detail="too much text"),
    ],
    ids=lambda outcome: str(outcome.reason),
)
def test_what_a_file_does_to_its_process_is_its_own_doing(ending: Outcome) -> None:
    marked = room(contract=ending).mark()

    assert (marked.mark, marked.waits, marked.contract_broken) == (0, False, True)
    assert ending.detail in marked.verdicts[0].received


def test_a_busy_machine_gives_a_model_the_time_that_its_processor_seconds_may_take() -> None:
    here = room()

    here.mark()

    assert [job.limits.wall_seconds for job in here.sandbox.jobs] == [480, 480]
    assert [job.limits.cpu_seconds for job in here.sandbox.jobs] == [60, 60]


def test_a_file_that_is_too_large_is_not_opened() -> None:
    here = room({})
    here.question = replace(here.question, limits=Limits(artifact_bytes=10))

    marked = here.mark(files={"model.keras": b"0123456789a"})

    assert (marked.mark, marked.waits) == (0, False)
    assert marked.verdicts[0].received == "expected at most 10 bytes, got 11"
    assert all("model.keras" not in job.files for job in here.sandbox.jobs)


def test_files_that_nobody_asked_for_stay_outside() -> None:
    here = room()
    files = {**FILE, "secret_hidden_inputs.npz": b"forged", "other.keras": b"", "../etc": b""}

    here.mark(files=files)

    assert list(here.sandbox.jobs[0].files) == ["model.keras"]
    assert here.sandbox.jobs[1].files["secret_hidden_inputs.npz"] != b"forged"


def test_a_folder_is_handed_over_as_it_is() -> None:
    here = room()
    saved = {"saved/saved_model.pb": b"graph", "saved/variables/variables.index": b"index"}
    away = {"saved/../../out": b"", "saved.txt": b""}

    here.mark(Agreed(name="contract", artifact="saved/"), files={**saved, **away})

    assert here.sandbox.jobs[0].files == saved


def test_an_explanation_has_the_same_mark_and_asks_what_would_have_been() -> None:
    here = room({**RIGHT, "bars": {"outputs": LABELS[::-1]}})

    explained = here.marker.explain(here.question, FILE, (CONTRACT, BARS))

    assert explained.mark == here.mark().mark == 1
    assert [("bars", Part.WHAT_IF)] in here.asked


def test_nothing_is_asked_about_a_file_that_has_every_point() -> None:
    here = room()

    explained = here.marker.explain(here.question, FILE, (CONTRACT, BARS))

    assert explained.mark == 5
    assert here.asked == [[("contract", Part.RELOAD), ("bars", Part.RELOAD)]]


def test_a_file_that_reaches_some_bars_gets_their_points() -> None:
    labels = LABELS.astype(np.float32)
    bars = ReachesBars(
        name="bars", points=2, artifact="model.keras", hidden="set", lower=(0.5,), bar=1.0
    )
    here = room({"bars": {"outputs": np.eye(2)[(labels > 3e6).astype(int)]}})
    kinds = {"inputs": INPUTS, "labels": (LABELS > 3e6).astype(np.int64)}
    kinds["labels"][0] ^= 1
    here.marker = replace(here.marker, data=DataSource(public=Path, hidden=lambda name: kinds))

    marked = here.mark(bars)

    assert (marked.mark, marked.verdicts[0].status) == (1, Status.FAILED)
