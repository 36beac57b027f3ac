"""What a person needs to read of a framework's error message."""

import re

from etude.domain.addresses import without_addresses

QUOTED_FRAME = re.compile(r'File "(?P<file>[^"]+)", line (?P<line>\d+), in (?P<function>\S+)')

_LONGEST = 2000
_CUT = " [...] "
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_FROM_KERAS_CALL = re.compile(
    r"\AException encountered when calling [^\n]*\n\n(?P<inner>.*?)\n\nArguments received by .*\Z",
    re.DOTALL,
)
_FROM_SHAPE_INFERENCE = re.compile(
    r"\ACould not automatically infer the output shape .*?Error encountered:\s+(?P<inner>.+)\Z",
    re.DOTALL,
)
_FROM_LOADING = re.compile(
    r"\A<class '[^']+'> could not be deserialized properly\..*?"
    r"\n\nException encountered: (?P<inner>.+)\Z",
    re.DOTALL,
)
_WHOLE_CONFIG = re.compile(r" Full object config: \{.*\Z", re.DOTALL)
_GRAPH_NOISE = re.compile(
    r"Graph execution error:|Detected at node .* defined at \(most recent call last\):"
    r"|<stack traces unavailable>|\[\[(\{\{node .*|\w+)\]\]( \[Op:.*)?"
)
_AROUND_OPS = re.compile(
    r"\{\{function_node [^}]*\}\} ?| \[Op:\w+\]( name: ?\S*)?"
    r"|Error in user-defined function passed to \S+ transformation with iterator: \S+: "
)
_DEFINITION_STACK = "\n\nStack trace for op definition"
_INNER_TRACEBACK = re.compile(r"^Traceback \(most recent call last\):\n(?:[ \t].*\n|\n)+", re.M)


def essence(text: str, kind: str) -> str:
    """The message without colours, quoted stacks, names of graph nodes and addresses.

    Args:
      kind: the exception's class, which a message need not repeat.
    """
    text = _COLOURS.sub("", text).partition(_DEFINITION_STACK)[0]
    text = _after_last_frame(text) if text.startswith("in user code:") else text
    text = _WHOLE_CONFIG.sub("", _unwrapped(text))
    text = _AROUND_OPS.sub("", _INNER_TRACEBACK.sub("", text))
    kept = "\n".join(_without_repetition(text.splitlines()))
    return shortened(without_addresses(kept.strip().removeprefix(f"{kind}: ")))


def _unwrapped(text: str) -> str:
    """What Keras quotes of the error that it met, however often it was handed on."""
    for wrapped in (_FROM_LOADING, _FROM_KERAS_CALL, _FROM_SHAPE_INFERENCE):
        if found := wrapped.match(text.strip()):
            return _unwrapped(found["inner"])
    return text


def shortened(text: str) -> str:
    """A long text with its middle left out."""
    if len(text) <= _LONGEST:
        return text
    half = (_LONGEST - len(_CUT)) // 2
    return text[:half] + _CUT + text[-half:]


def _after_last_frame(text: str) -> str:
    """AutoGraph quotes frames with two lines each and ends with ``Type: message``."""
    frames = list(QUOTED_FRAME.finditer(text))
    lines = text[frames[-1].end() :].splitlines()[2:] if frames else text.splitlines()[1:]
    return "\n".join(line.strip() for line in lines)


def _without_repetition(lines: list[str]) -> list[str]:
    kept: list[str] = []
    for line in lines:
        noise = QUOTED_FRAME.search(line) or _GRAPH_NOISE.fullmatch(line.strip())
        repeated = bool(kept) and line.strip() == kept[-1].strip()
        if not noise and not repeated:
            kept.append(line)
    return [line for i, line in enumerate(kept) if line.strip() or i + 1 < len(kept)]
