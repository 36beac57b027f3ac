"""A page asks the store for a thing once."""

from collections import Counter
from typing import Any

import pytest
from browsing import keep, page
from small_exercise import ID
from web_clients import client_of, come_in, make_ground

from etude.app.workspace import Workspace
from etude.sandbox.fake import FakeSandbox
from etude.store.memory import MemoryStore
from etude.store.port import Store

PAGES = (
    "/",
    f"/practise/{ID}",
    f"/practise/{ID}/seen",
    f"/attempts/{ID}",
    f"/attempts/{ID}/1",
    f"/attempts/{ID}/compared?before=1&after=2",
    "/exercises",
    "/skills",
    "/skills/image-1",
    "/diagnoses",
    "/history",
    "/exam",
    "/doctor",
)


class NotingStore:
    """Notes what it is asked, and asks another."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> Any:
        answer = getattr(self._store, name)

        def noted(*values: Any, **named: Any) -> Any:
            self.asked.append(f"{name}{values}{sorted(named.items())}")
            return answer(*values, **named)

        return noted


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_for_nothing_twice(
    path: str, workspace: Workspace, fake: FakeSandbox, memory: MemoryStore
) -> None:
    for passed in (False, True):
        keep(memory, workspace, passed=passed)
    noting = NotingStore(memory)
    ground = make_ground(workspace.root, fake, noting)
    client = come_in(client_of(ground), ground)

    page(client, path)

    twice = {asked for asked, times in Counter(noting.asked).items() if times > 1}
    assert {asked for asked in twice if not asked.startswith("growth")} == set()


def test_a_history_that_has_not_grown_is_not_read_again(
    workspace: Workspace, fake: FakeSandbox, memory: MemoryStore
) -> None:
    noting = NotingStore(memory)
    ground = make_ground(workspace.root, fake, noting)
    client = come_in(client_of(ground), ground)
    page(client, "/exercises")
    noting.asked.clear()

    page(client, "/exercises")
    again = list(noting.asked)
    keep(memory, workspace, passed=True)
    grown = page(client, "/exercises").text

    assert {asked.partition("(")[0] for asked in again} == {"growth"}
    assert "✓ passed" in grown
