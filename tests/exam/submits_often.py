"""Submits question 1 of a sitting again and again, as one of several processes; see its test.

Arguments: the folder of `submits_until_killed.py`, the learner, how often.
"""

import sys
from pathlib import Path

from submits_until_killed import open_again

from etude.app.exam.look import enter
from etude.app.exam.submit import submit


def main(folder: Path, learner: str, count: int) -> None:
    exam = open_again(folder, learner)
    (sitting,) = exam.store.sittings(learner)
    for _ in range(count):
        enter(exam, sitting)
        submit(exam, sitting, 1)
    exam.store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
