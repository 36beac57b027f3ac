"""What from_config and model_from_json are given."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import config_of_other_kind as diagnosis

JSON = "the JSON object must be str, bytes or bytearray, not dict"
LIST = "A Sequential model configuration must be a dictionary containing the 'name' key"


@pytest.mark.parametrize(
    ("line", "message", "by"),
    [
        ("copy = model_from_json(model.get_config())", JSON, "json.loads"),
        ("copy = keras.Sequential.from_config(configs)", LIST, "keras.src.models.sequential"),
    ],
)
def test_tells_what_is_taken(line: str, message: str, by: str) -> None:
    finding = diagnosis.match(failed(f"\n\n{line}\n", message, raised_by=by))

    assert finding is not None
    assert finding.line == 3


def test_is_silent_on_json_of_other_things() -> None:
    refused = failed("\n\nsettings = json.loads({})\n", JSON, raised_by="json.loads")

    assert diagnosis.match(refused) is None
