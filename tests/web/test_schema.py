"""Requests made from the API's own description: none makes it fail."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance
from served import served
from small_exercise import ID
from web_clients import client_of, come_in

from etude.web.ground import Ground
from etude.web.security.requests import CSRF_HEADER

pytestmark = pytest.mark.slow

_TOPIC, _, _NAME = ID.partition("/")
_CHECKS = [not_a_server_error, status_code_conformance, response_schema_conformance]
_WITHOUT_END = "/events"


def test_no_request_makes_the_api_fail(ground: Ground) -> None:
    client = come_in(client_of(ground), ground)
    schema = schemathesis.openapi.from_dict(client.get("/api/openapi.json").json())
    headers = {
        CSRF_HEADER: client.headers[CSRF_HEADER],
        "Cookie": f"{ground.sessions.cookie}={client.cookies[ground.sessions.cookie]}",
    }
    tried = set()

    with served(ground) as address:
        for found in schema.get_all_operations():
            operation = found.ok()
            if not operation.path.endswith(_WITHOUT_END):
                tried.add((operation.method, operation.path))
                ask(operation, address, headers)

    assert len(tried) >= 10


def ask(operation: schemathesis.APIOperation, address: str, headers: dict[str, str]) -> None:
    """Many requests; half of those about an exercise are about the one there is."""

    @given(operation.as_strategy(), st.booleans())
    @settings(max_examples=25, deadline=None, database=None, suppress_health_check=HealthCheck)
    def request(case: schemathesis.Case, known: bool) -> None:
        if known and "topic" in case.path_parameters:
            case.path_parameters |= {"topic": _TOPIC, "name": _NAME}
        case.call_and_validate(base_url=address, headers=headers, checks=_CHECKS)

    request()
