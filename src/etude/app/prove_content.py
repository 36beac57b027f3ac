"""Proves that the files of an exercise are complete and agree with each other."""

import ast
from collections.abc import Iterator

from etude.app.without_key import CannotRemove, without_key
from etude.catalog.texts import read_text, stands_in
from etude.domain.exercise import Exercise, Kind
from etude.domain.syntax import parse

_SECTIONS = ("## Goal", "## Given", "## Do", "## Passes when")
_FILES = ("README.md", "starter.py", "solution.py", "checks.py", "hints.md")
_LEAST_ACCEPTED = 2
_LEAST_MISTAKES = 3
_HINTS = ("## 1", "## 2", "## 3")
# A line shorter than this, such as `return model`, gives nothing away in a hint.
_TELLING_LINE = 24


def content_problems(exercise: Exercise) -> Iterator[str]:
    """What is missing, and what one file says against another."""
    folder = exercise.folder
    missing = [name for name in _FILES if not (folder / name).is_file()]
    if missing:
        yield f"missing: {', '.join(missing)}"
        return
    statement = read_text(exercise, "README.md")
    yield from (f"README.md lacks {s!r}" for s in _SECTIONS if s not in statement)
    yield from _unknown_names(exercise, statement)
    yield from _no_key(exercise)
    hints = read_text(exercise, "hints.md")
    yield from (f"hints.md lacks {hint!r}" for hint in _HINTS if hint not in hints)
    yield from _leaks(exercise, hints)
    yield from _replaces_nothing(exercise)
    if "TODO" not in read_text(exercise, "starter.py"):
        yield "starter.py has no TODO"
    if len(list((folder / "accepted").glob("*.py"))) < _LEAST_ACCEPTED:
        yield f"fewer than {_LEAST_ACCEPTED} accepted answers"
    if len(list((folder / "mistakes").glob("*.py"))) < _LEAST_MISTAKES:
        yield f"fewer than {_LEAST_MISTAKES} mistakes"


def _unknown_names(exercise: Exercise, statement: str) -> Iterator[str]:
    """Names that the metadata promise and the statement or the solution does not have."""
    for name in (*exercise.gives, *exercise.wants):
        if name not in statement:
            told = "which is read back" if name in exercise.wants else "which is passed in"
            yield f"README.md does not mention `{name}`, {told}"
    tree = parse(read_text(exercise, "solution.py"))
    for name in set(exercise.wants) - _defined(tree):
        yield f"solution.py does not define `{name}`, which is read back"


def _defined(tree: ast.Module) -> set[str]:
    """Names that functions, classes and assignments make anywhere in the file."""
    nodes = list(ast.walk(tree))
    stored = {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    made = ast.FunctionDef | ast.ClassDef
    return stored | {node.name for node in nodes if isinstance(node, made)}


def _no_key(exercise: Exercise) -> Iterator[str]:
    """A key of which nothing is found in the solution, or none at all.

    What is to be mended or extended is itself the solution without its key.
    """
    if not exercise.key and exercise.kind is not Kind.BUILD:
        return
    try:
        without_key(read_text(exercise, "solution.py"), exercise.key)
    except CannotRemove as problem:
        yield f"exercise.toml: {problem}"


def _replaces_nothing(exercise: Exercise) -> Iterator[str]:
    """Words of a variant that no file holds, as after an edit that forgot variants.py."""
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted(exercise.folder.rglob("*.??*"))
        if path.suffix in (".py", ".md", ".toml") and path.name != "variants.py"
    ]
    for token in exercise.replacements:
        if not any(stands_in(token, text) for text in texts):
            yield f"variants.py replaces {token!r}, which stands in no file"


def _leaks(exercise: Exercise, hints: str) -> Iterator[str]:
    """Lines of the solution that a hint repeats, unless the starter shows them anyway."""
    starter = read_text(exercise, "starter.py")
    for line in read_text(exercise, "solution.py").splitlines():
        code = line.strip()
        if len(code) >= _TELLING_LINE and code in hints and code not in starter:
            yield f"hints.md tells a line of the solution: {code!r}"
