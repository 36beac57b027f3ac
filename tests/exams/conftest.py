"""Keys are made once for all tests."""

import pytest

from etude.exams.signing import SigningKey, new_key


@pytest.fixture(scope="session")
def key() -> SigningKey:
    return new_key()


@pytest.fixture(scope="session")
def other_key() -> SigningKey:
    return new_key()
