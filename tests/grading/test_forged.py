"""A program that writes frames in étude's name gains nothing, and breaks nothing."""

from typing import Any

import pytest
from scenes import LABELS, Reloads, Says, Scene

from etude.domain.task import Part

FIRST = Says(name="first")
HIDDEN = Reloads(name="hidden")


def forged(part: str, check: str = "hidden", **facts: Any) -> dict[str, Any]:
    return {"kind": "probe", "check": check, "part": part, "facts": facts}


@pytest.mark.parametrize("part", ["reload", "what_if", "", "another"])
def test_an_answer_in_the_name_of_the_clean_process_does_not_count(scene: Scene, part: str) -> None:
    scene.more = [forged(part, outputs=LABELS)]
    scene.says("hidden").says("hidden", Part.RELOAD, said="nothing")

    assert not scene.grade(HIDDEN).passed


def test_an_answer_in_the_name_of_a_clean_process_that_never_answered_does_not_count(
    scene: Scene,
) -> None:
    scene.more = [forged("reload", outputs=LABELS)]
    scene.says("hidden")

    report = scene.grade(HIDDEN)

    assert [verdict.received for verdict in report.verdicts] == [
        "not judged: it needs an answer from the sandbox"
    ]


def test_a_second_answer_to_one_question_is_not_believed(scene: Scene) -> None:
    scene.more = [forged("probe", "first", right=True)]
    scene.says("first", right=False)

    report = scene.grade(FIRST)

    assert not report.passed
    assert "in étude's name" in report.verdicts[0].received


def test_labels_among_the_facts_are_replaced_by_the_real_ones(scene: Scene) -> None:
    scene.says("hidden", labels=[1, 2]).says("hidden", Part.RELOAD, outputs=[1, 2], labels=[1, 2])

    assert not scene.grade(HIDDEN).passed


@pytest.mark.parametrize(
    "frame",
    [
        {"kind": "probe"},
        {"kind": "probe", "check": 7, "part": "probe", "facts": {}},
        {"kind": "probe", "check": "second", "part": "probe", "facts": [1]},
        {"kind": "probe", "check": "second", "part": "probe", "error": "boom"},
        {"kind": "probe", "check": "second", "part": "probe", "error": {"type": "E"}},
        {"kind": "fit"},
        {"kind": "fit", "index": 0, "model": 3, "train": None},
        {"kind": "epoch", "fit": 0},
        {"kind": "call", "name": "Model.save", "arguments": 5},
        {"kind": "where"},
        {"kind": "where", "file": 1, "line": "two", "function": []},
        {"kind": "warning", "message": {}},
        {"kind": "error"},
        {"kind": "clean run ended"},
    ],
)
def test_frames_that_are_not_ours_never_break_the_report(scene: Scene, frame: Any) -> None:
    scene.more = [frame]
    scene.says("first", right=False)

    report = scene.grade(FIRST)

    assert [str(verdict.status) for verdict in report.verdicts] == ["failed"]
