"""Exit codes; `etude --help` and docs/cli.md tell them."""

from enum import IntEnum


class Code(IntEnum):
    OK = 0
    NOT_PASSED = 1
    USAGE = 2
    COULD_NOT_RUN = 3
    OUR_ERROR = 70
    INTERRUPTED = 130


EPILOG = """\
\b
Exit codes:
  0    done, or passed
  1    not passed
  2    wrong usage, such as an unknown exercise
  3    could not run: no workspace, no TensorFlow, a broken exercise
  70   an error of étude's own
  130  interrupted
"""
