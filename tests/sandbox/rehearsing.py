"""As ``performing``, with TensorFlow, its rehearsal, and seeds set before the program."""

from typing import Any

import performing

from etude.worker.rehearsal import begin_with, play_once


def rehearse() -> None:
    play_once(0)


def perform(task: bytes, facts: Any) -> None:
    begin_with(0)
    performing.perform(task, facts)
