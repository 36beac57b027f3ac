"""A server without a network, over a workspace with one small exercise."""

import pytest
from sat_exam import candidate, exam_ground, kept
from small_exam import clocks, questions
from small_practice import (
    collection,
    exercise,
    exercises,
    fake,
    memory,
    workspace,
)
from starlette.testclient import TestClient
from web_clients import client_of, come_in, make_ground

from etude.app.workspace import Workspace
from etude.sandbox.fake import FakeSandbox
from etude.store.memory import MemoryStore
from etude.web.ground import Ground


@pytest.fixture
def ground(workspace: Workspace, fake: FakeSandbox, memory: MemoryStore) -> Ground:
    return make_ground(workspace.root, fake, memory)


@pytest.fixture
def stranger(ground: Ground) -> TestClient:
    """Has not come in."""
    return client_of(ground)


@pytest.fixture
def client(ground: Ground) -> TestClient:
    """Has come in, and sends the token as our pages do."""
    return come_in(client_of(ground), ground)
