"""What learner code may read and do from level 2 on."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

import etude
from etude.app.open_practice import sandbox_settings
from etude.domain.outcome import Fault, Reason
from etude.sandbox import open_sandbox

ATTEMPTS = {
    "signal to everybody": "import os; os.kill(-1, 9)",
    "list the home folder": "import os; os.listdir('/root') and os.listdir('/home') and 1/0",
    "outlive the worker": "import ctypes; assert ctypes.CDLL(None).prctl(1, 0, 0, 0, 0) == 0",
}


@pytest.mark.parametrize("source", ATTEMPTS.values(), ids=ATTEMPTS)
def test_attempt_is_refused(closed_sandbox, program, source):
    """What would harm the machine if it were possible; the rest is in ``attacks``."""
    outcome = closed_sandbox.run(program(f"{source}\nprint('got away with it')"))

    assert "got away" not in outcome.stdout
    assert outcome.reason is Reason.EXCEPTION


def test_standard_library_can_be_read(closed_sandbox, program):
    outcome = closed_sandbox.run(
        program("import os, colorsys; print(len(open(os.__file__).read()) > 9)")
    )

    assert outcome.stdout == "True\n", outcome.stderr


def test_folders_can_be_made_and_renamed_across(closed_sandbox, program):
    source = "import os; os.makedirs('a/b'); open('a/b/f','w').close(); os.rename('a/b/f', 'f')"

    assert closed_sandbox.run(program(source)).fault is None


def test_isolation_names_every_layer(closed_sandbox):
    layers = closed_sandbox.isolation.layers

    assert {"limits", "landlock", "seccomp", "namespaces", "quota"} <= layers.keys()


@pytest.fixture(params=[2, 3])
def level(request):
    return request.param


def test_hidden_entry_of_a_readable_folder_cannot_be_read(level, light, program, tmp_path):
    data = tmp_path / "data"
    for part in ("public", "hidden"):
        (data / part).mkdir(parents=True)
        (data / part / "x.txt").write_text(part)
    chosen = replace(light, readable=(str(data),), hidden=(str(data / "hidden"),))

    with open_sandbox(
        runtime_dir=tmp_path / "rt",
        minimum_level=level,
        maximum_level=level,
        background=False,
        settings=chosen,
    ) as sandbox:
        seen = sandbox.run(
            program("print(open('d/x.txt').read())", links={"d": str(data / "public")})
        )
        stolen = sandbox.run(program(f"print(open({str(data / 'hidden/x.txt')!r}).read())"))
        linked = sandbox.run(program("pass", links={"d": str(data / "hidden")}))

    assert seen.stdout == "public\n"
    assert (stolen.stdout, stolen.reason) == ("", Reason.EXCEPTION)
    assert (linked.fault, linked.reason) == (Fault.SYSTEM, Reason.LAYER)


def test_what_lies_inside_something_hidden_may_be_hidden_by_name_too(
    level, light, program, tmp_path
):
    answers = tmp_path / "data" / "answers"
    (answers / "topic").mkdir(parents=True)
    places = (str(answers), str(answers / "topic"))
    chosen = replace(light, readable=(str(tmp_path / "data"),), hidden=places)

    with open_sandbox(
        runtime_dir=tmp_path / "rt",
        minimum_level=level,
        maximum_level=level,
        background=False,
        settings=chosen,
    ) as sandbox:
        outcome = sandbox.run(program("pass"))

    assert outcome.fault is None


def test_what_commands_hide_costs_no_level(level, light, tmp_path):
    chosen = replace(light, hidden=sandbox_settings().hidden)

    with open_sandbox(
        runtime_dir=tmp_path / "rt",
        minimum_level=level,
        maximum_level=level,
        background=False,
        settings=chosen,
    ) as sandbox:
        assert sandbox.isolation.level == level


def test_solutions_of_the_installed_package_cannot_be_read(closed_sandbox, program):
    exercises = Path(etude.__file__).parent / "exercises"
    secret = next((path for path in exercises.rglob("*") if path.is_file()), exercises / "none")

    outcome = closed_sandbox.run(program(f"print(open({str(secret)!r}).read())"))

    assert outcome.reason is Reason.EXCEPTION
    assert outcome.stdout == ""


def test_own_code_can_be_imported(closed_sandbox, program):
    assert closed_sandbox.run(program("import etude.domain.job, msgspec")).fault is None


def test_quota_stops_a_full_disk(program, light, tmp_path):
    with open_sandbox(
        runtime_dir=tmp_path / "rt", minimum_level=3, background=False, settings=light
    ) as sandbox:
        outcome = sandbox.run(program("open('a','wb').write(bytes(3 << 20))", disk_bytes=2 << 20))

    assert "No space left" in outcome.detail


def test_concurrent_runs_cannot_read_each_other_at_level_2(program, light, tmp_path):
    with open_sandbox(
        runtime_dir=tmp_path / "rt", maximum_level=2, background=False, settings=light
    ) as sandbox:
        source = "import os; os.chdir('..'); print(os.listdir('.'))"
        outcome = sandbox.run(program(source))

    assert outcome.reason is Reason.EXCEPTION


def test_interpreter_is_the_callers(closed_sandbox, program):
    outcome = closed_sandbox.run(program("import sys; print(sys.version)"))

    assert outcome.stdout.strip() == sys.version.strip()
