"""
A file that is read as a picture is none, or is cut off.

## Why it hurts
Folders from the web hold files that only their ending makes pictures: pages that say "not found", empty files, downloads that
broke off, formats that TensorFlow does not read (WebP and HEIC among them in older versions). One of them ends an epoch
in the middle, and the message does not say which it was. Look for them once, before the training.

## Example
    import tensorflow as tf

    tf.io.write_file("cat.jpg", "<html>Not found</html>")
    picture = tf.io.decode_image(tf.io.read_file("cat.jpg"))

## Instead
    import tensorflow as tf

    tf.io.write_file("cat.jpg", "<html>Not found</html>")
    begins = tf.strings.substr(tf.io.read_file("cat.jpg"), 0, 3)
    if begins == b"\\xff\\xd8\\xff":
        picture = tf.io.decode_image(tf.io.read_file("cat.jpg"))
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("image-2", "data-9", "dev-3")
GUIDE = "Keras code example: Image classification from scratch"
EXPLAINS = ("picture_without_shape",)

_NONE = re.compile(r"Unknown image file format|cannot identify image file(?P<file> '[^']+')?")
_CUT_OFF = re.compile(r"Invalid (?P<kind>JPEG|PNG) data|Invalid (?P<header>PNG) header")
_NAMED = re.compile(r"^'.*\.(?:jpe?g|png|bmp|gif|webp)'$", re.IGNORECASE)
_DECODERS = ("decode_jpeg", "decode_png", "decode_image", "decode_bmp", "decode_gif")
_LOOP = (
    "find such files before: for path in Path(folder).rglob('*.*'), with try: "
    "tf.io.decode_image(tf.io.read_file(str(path))) and except tf.errors.InvalidArgumentError: print(path)"
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None:
        return None
    if (path := _path(evidence, error.line)) is not None and _NONE.search(error.message):
        decoder, given = path
        return Finding(
            line=error.line,
            about=decoder,
            evidence=f"{decoder} is given {given}, the path itself, and wants what the file holds",
            change=f"read it first: {decoder}(tf.io.read_file({given}))",
        )
    if found := _NONE.search(error.message):
        seen = f"the file{found['file'] or ''} that is read here is no picture, whatever its name ends in"
    elif found := _CUT_OFF.search(error.message):
        seen = f"a file that is read here begins or ends in the middle of its {found['kind'] or found['header']} data"
    else:
        return None
    return Finding(line=error.line, evidence=seen, change=_LOOP)


def _path(evidence: Evidence, line: int) -> tuple[str, str] | None:
    """The decoder of this line and what it is given, where that is a path: written there, or so named."""
    held = {one.name: one.value for one in evidence.error.operands} if evidence.error else {}
    for call in (one for name in _DECODERS for one in evidence.source.calls(name)):
        given = ast.unparse(call.args[0]) if call.args and call.lineno == line else ""
        if _NAMED.search(held.get(given, given)):
            return ast.unparse(call.func), given
    return None
