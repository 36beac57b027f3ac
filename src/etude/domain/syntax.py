"""Reads Python source into its tree, in any thread."""

import ast
import threading

# Python before 3.11.8 and 3.12.1 counts the depth of all threads' trees in one place, and raises
# SystemError ("AST constructor recursion depth mismatch") when two are made at once.
_ONE_AT_A_TIME = threading.Lock()


def parse(text: str, *, file: str = "<unknown>") -> ast.Module:
    """The tree of a program.

    Raises:
      SyntaxError: it is not Python; ValueError: it holds a null byte; RecursionError, MemoryError:
        it is nested too deeply.
    """
    with _ONE_AT_A_TIME:
        return ast.parse(text, filename=file)
