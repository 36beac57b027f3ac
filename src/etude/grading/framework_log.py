"""TensorFlow's own log lines, which say nothing about the learner's program."""

import re

# As TensorFlow and, below it, Abseil write them: level, time, thread, file of C++ and line.
_LOG_LINE = re.compile(
    r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+: [IWEF] "
    r"|[IWEF]\d{4} \d\d:\d\d:\d+\.\d+ +\d+ \S+:\d+\] "
    r"|WARNING: All log messages before absl::InitializeLog\(\)"
    r"|To enable the following instructions: .*rebuild TensorFlow"
)


def without_framework_log(text: str) -> str:
    """What is left of standard error without them."""
    lines = text.splitlines(keepends=True)
    return "".join(line for line in lines if not _LOG_LINE.match(line))
