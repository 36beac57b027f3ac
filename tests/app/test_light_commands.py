"""`etude --help` and `etude list` import next to nothing."""

import json
import subprocess
import sys

import pytest

# Top-level modules beyond the standard library that these commands may import.
HELP = {"click", "etude"}
LIST = HELP | {"msgspec", "typing_extensions"}  # the latter by msgspec, where it is installed

_PROGRAM = """
import json, sys
before = set(sys.modules)
from etude.cli.main import run
run({arguments})
added = {{name.partition(".")[0] for name in set(sys.modules) - before}}
print(json.dumps(sorted(added - set(sys.stdlib_module_names))), file=sys.stderr)
"""


def imported_by(*arguments: str) -> set[str]:
    program = _PROGRAM.format(arguments=list(arguments))
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (("--help",), HELP),
        (("--version",), HELP),
        (("check", "--help"), HELP),
        (("exam", "--help"), HELP),
        (("list",), LIST),
    ],
)
def test_a_light_command_imports_only_what_is_allowed(
    arguments: tuple[str, ...], allowed: set[str]
) -> None:
    unwanted = {name for name in imported_by(*arguments) - allowed if not name.startswith("_")}

    assert unwanted == set()


def test_help_on_credentials_needs_nothing_of_what_checks_them() -> None:
    imported = imported_by("credential", "verify", "--help")

    assert {name for name in imported if not name.startswith("_")} <= HELP
