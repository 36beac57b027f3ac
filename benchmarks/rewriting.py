"""Programs of the corpus as others would have written them: a way of finding things that hangs on
names, or on everything standing at the left margin, does not find much.

Lines stay together with their marks. Each way gives None for a program that it cannot write.
"""

import ast
import io
import tokenize
from collections.abc import Callable, Iterator, Mapping, Sequence, Set

Rewritten = str | None
_INDENT = "    "


def in_function(text: str) -> Rewritten:
    """Everything but the imports above inside of ``def main()``."""
    head = _end_of_imports(text)
    lines = text.splitlines()
    body = _indented(text, after=head)
    return _parsed([*lines[:head], "def main():", *body, "", "", "main()"])


def in_class(text: str) -> Rewritten:
    """The same in a method, with every variable an attribute: ``self.model``."""
    named = _with_names(text, lambda name, _: f"self.{name}")
    if named is None:
        return None
    head = _end_of_imports(named)
    body = [_INDENT + line if line else line for line in _indented(named, after=head)]
    opening = ["class Program:", f"{_INDENT}def run(self):"]
    return _parsed([*named.splitlines()[:head], *opening, *body, "", "", "Program().run()"])


def renamed(text: str) -> Rewritten:
    """Variables named v0, v1, ..."""
    return _with_names(text, lambda _, number: f"v{number}")


def unbuilt(text: str) -> Rewritten:
    """Sequential models that are told no shape: the first batch builds them."""
    lines = [line.encode() for line in text.splitlines()]
    stacks = [list(_stack(node)) for node in ast.walk(ast.parse(text))]
    begun = [stack for stack in stacks if len(stack) > 1 and _is_input(stack[0])]
    for first, second, *_ in sorted(begun, key=lambda stack: stack[0].lineno, reverse=True):
        _cut(lines, first, until=second)
    return _parsed([line.decode() for line in lines]) if begun and ".fit(" in text else None


WAYS: Mapping[str, Callable[[str], Rewritten]] = {
    "function": in_function,
    "class": in_class,
    "renamed": renamed,
    "unbuilt": unbuilt,
}


def _stack(node: ast.AST) -> Sequence[ast.expr]:
    """The layers of ``Sequential([...])``."""
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Sequential") and node.args:
        given = node.args[0]
        return given.elts if isinstance(given, ast.List) else ()
    return ()


def _is_input(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Input")


def _cut(lines: list[bytes], first: ast.expr, *, until: ast.expr) -> None:
    """Takes an element out of a list; the lines stay as many as they are."""
    begins, ends = (first.lineno - 1, first.col_offset), (until.lineno - 1, until.col_offset)
    if begins[0] == ends[0]:
        line = lines[begins[0]]
        lines[begins[0]] = line[: begins[1]] + line[ends[1] :]
        return
    for number in range(begins[0], ends[0]):
        kept = lines[number][: begins[1]] if number == begins[0] else b""
        comment = lines[number].partition(b"#")
        lines[number] = kept + comment[1] + comment[2]


def _parsed(lines: Sequence[str]) -> Rewritten:
    text = "\n".join(lines) + "\n"
    try:
        compile(text, "program.py", "exec")
    except SyntaxError:  # a star import or ``global``, which a function may not hold
        return None
    return text


def _end_of_imports(text: str) -> int:
    """The last line of the imports, and of the docstring, that a program begins with."""
    last = 0
    for node in ast.parse(text).body:
        is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if not is_text and not isinstance(node, ast.Import | ast.ImportFrom):
            break
        last = node.end_lineno or last
    return last


def _indented(text: str, *, after: int) -> Sequence[str]:
    kept = {
        line for token in _strings(text) for line in range(token.start[0] + 1, token.end[0] + 1)
    }
    return [
        line if number in kept or not line.strip() else _INDENT + line
        for number, line in enumerate(text.splitlines(), start=1)
        if number > after
    ]


def _strings(text: str) -> Iterator[tokenize.TokenInfo]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return (token for token in tokens if token.type == tokenize.STRING)


def _with_names(text: str, name: Callable[[str, int], str]) -> Rewritten:
    """Other names for the variables of the outermost level; None without any."""
    tree = ast.parse(text)
    names = sorted(_assigned(tree) - _bound_inside(tree))
    new = {old: name(old, number) for number, old in enumerate(names)}
    lines = [line.encode() for line in text.splitlines()]
    found = [n for n in ast.walk(tree) if isinstance(n, ast.Name) and n.id in new]
    for node in sorted(found, key=lambda n: (n.lineno, n.col_offset), reverse=True):
        line = lines[node.lineno - 1]
        before, after = line[: node.col_offset], line[node.end_col_offset :]
        lines[node.lineno - 1] = before + new[node.id].encode() + after
    return _parsed([line.decode() for line in lines]) if new else None


def _assigned(tree: ast.Module) -> Set[str]:
    own_scope = ast.FunctionDef | ast.ClassDef
    return {
        node.id
        for statement in tree.body
        if not isinstance(statement, own_scope)
        for node in ast.walk(statement)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }


def _bound_inside(tree: ast.Module) -> Set[str]:
    """Names that mean something else, or cannot be replaced, somewhere: they are left alone."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            found.add(node.arg)
        elif isinstance(node, ast.alias):
            found.add((node.asname or node.name).partition(".")[0])
        elif isinstance(node, ast.ExceptHandler) and node.name:
            found.add(node.name)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            found |= {node.name, *_names(node, ast.Store)}
        elif isinstance(node, ast.comprehension):
            found |= _names(node.target, ast.Store)
        elif isinstance(node, ast.JoinedStr):  # before Python 3.12 parts of it have no places
            found |= _names(node, ast.Load)
    return found


def _names(node: ast.AST, context: type[ast.expr_context]) -> Set[str]:
    named = (inner for inner in ast.walk(node) if isinstance(inner, ast.Name))
    return {one.id for one in named if isinstance(one.ctx, context)}
