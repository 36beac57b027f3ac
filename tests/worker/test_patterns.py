"""What the values of a batch show together."""

from typing import Any

import numpy as np
import pytest

pytestmark = pytest.mark.tensorflow


def test_a_look_that_fails_is_noted_and_costs_none_of_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from etude.worker import patterns

    def fails(element: Any) -> Any:
        raise ZeroDivisionError("no rows")

    monkeypatch.setattr(patterns, "_LOOKS", {**patterns._LOOKS, "tokens": fails})
    told = patterns.patterns((np.ones((4, 6, 6, 3), "float32"), np.arange(4)))

    assert told["unseen"] == ["tokens: ZeroDivisionError: no rows"]
    assert "tokens" not in told
    assert len(told["channels"]) == 3
