"""Lines of a source text."""

import ast

import pytest

from etude.domain.lines import source_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("a", ["a"]),
        ("a\n", ["a"]),
        ("a\n\n", ["a", ""]),
        ("a\r\nb\rc\n", ["a", "b", "c"]),
        ("a = '\x0c\x85\u2028'\nb", ["a = '\x0c\x85\u2028'", "b"]),
    ],
)
def test_only_the_ends_that_python_knows_end_a_line(text: str, lines: list[str]) -> None:
    assert source_lines(text) == lines


@pytest.mark.parametrize("separator", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_lines_agree_with_the_syntax_tree(separator: str) -> None:
    text = f"a = 1  # {separator}\nb = 2\r\nc = 3\n"

    found = {
        source_lines(text)[node.lineno - 1].strip()
        for node in ast.parse(text).body
        if isinstance(node, ast.Assign)
    }

    assert found == {f"a = 1  # {separator}".strip(), "b = 2", "c = 3"}
