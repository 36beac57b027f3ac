"""A Keras callback by which a program asks to be looked at when its training ends."""

from collections.abc import Callable
from typing import Any

import keras


class Reporting(keras.callbacks.Callback):
    """Args:
    after_training: calls what it is given when ``fit`` has ended.
    report: prints what was seen.
    """

    def __init__(
        self, after_training: Callable[[Callable[[], None]], None], report: Callable[[], None]
    ) -> None:
        super().__init__()
        self._after_training = after_training
        self._report = report

    def on_train_end(self, logs: Any = None) -> None:
        self._after_training(self._report)
