"""A function is there, with the parameters that the statement names."""

import pytest

from etude.checks.defines import Defines
from etude.domain.verdict import Status

CHECK = Defines(function="build", parameters=("shape", "classes"), name="defines")


def facts(*parameters: str, required: tuple[str, ...] = ()) -> dict[str, object]:
    return {
        "defined": True,
        "callable": True,
        "parameters": list(parameters),
        "required": list(required),
    }


@pytest.mark.parametrize(
    "found",
    [
        facts("shape", "classes", required=("shape", "classes")),
        facts("shape", "classes", "dropout", required=("shape", "classes")),
        facts("*args", "**kwargs"),
        {"defined": True, "callable": True, "parameters": None, "required": []},
    ],
)
def test_passes(found: dict[str, object]) -> None:
    assert CHECK.judge(found).status is Status.PASSED


def test_fails_when_the_name_is_missing() -> None:
    verdict = CHECK.judge({"defined": False})

    assert verdict.status is Status.FAILED
    assert verdict.expected == "a function build(shape, classes)"
    assert verdict.received == "no build in the file"


def test_fails_when_it_is_no_function() -> None:
    verdict = CHECK.judge({"defined": True, "callable": False, "parameters": None, "required": []})

    assert verdict.received == "build is not a function"


@pytest.mark.parametrize(
    "found",
    [
        facts("classes", "shape"),
        facts("shape"),
        facts("shape", "classes", "depth", required=("shape", "classes", "depth")),
    ],
)
def test_fails_with_other_parameters(found: dict[str, object]) -> None:
    verdict = CHECK.judge(found)

    assert verdict.status is Status.FAILED
    assert verdict.received.startswith("build(")


@pytest.mark.tensorflow
def test_looks_at_the_learners_program(probe) -> None:  # type: ignore[no-untyped-def]
    program = "def build(shape, classes=10, *, depth=2):\n    pass\n"

    found = probe(CHECK, program)

    assert found["parameters"] == ["shape", "classes", "depth"]
    assert found["required"] == ["shape"]
    assert CHECK.judge(found).status is Status.PASSED


@pytest.mark.tensorflow
def test_sees_that_nothing_is_there(probe) -> None:  # type: ignore[no-untyped-def]
    assert probe(CHECK, "build_it = 3\n") == {"defined": False}
