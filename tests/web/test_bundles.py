"""The pages' bundles are made once, however many installations ask for them at the same time."""

import contextlib
import threading
from pathlib import Path

import build_client
import pytest


def test_two_installations_at_once_bundle_the_pages_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    both_build = threading.Barrier(2)

    def build() -> None:
        with contextlib.suppress(threading.BrokenBarrierError):
            both_build.wait(0.2)  # long enough for the other one, were it let in
        made.append("bundles")

    monkeypatch.setattr(build_client, "MODULES", tmp_path)
    monkeypatch.setattr(build_client, "is_fresh", lambda: bool(made))
    monkeypatch.setattr(build_client, "_build", build)
    installations = [threading.Thread(target=build_client.ensure_built) for _ in range(2)]
    for installation in installations:
        installation.start()
    for installation in installations:
        installation.join(30)
    assert made == ["bundles"]
