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

import re

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("image-2", "data-9", "dev-3")
GUIDE = "Keras code example: Image classification from scratch"
EXPLAINS = ("picture_without_shape",)

_NONE = re.compile(r"Unknown image file format|cannot identify image file(?P<file> '[^']+')?")
_CUT_OFF = re.compile(r"Invalid (?P<kind>JPEG|PNG) data|Invalid (?P<header>PNG) header")
_LOOP = (
    "find such files before: for path in Path(folder).rglob('*.*'), with try: "
    "tf.io.decode_image(tf.io.read_file(str(path))) and except tf.errors.InvalidArgumentError: print(path)"
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None:
        return None
    if found := _NONE.search(error.message):
        seen = f"the file{found['file'] or ''} that is read here is no picture, whatever its name ends in"
    elif found := _CUT_OFF.search(error.message):
        seen = f"a file that is read here begins or ends in the middle of its {found['kind'] or found['header']} data"
    else:
        return None
    return Finding(line=error.line, evidence=seen, change=_LOOP)
